import QuestionBank
package import QuestionGenerator
import QuizModel

/// Draws the questions of a paper, and its forms: the same wishes and the same bank give the same
/// paper, byte for byte.
package struct PaperDraw {
  private let generator: ItemGenerator
  private let filter: ItemFilter
  private let wishes: PaperWishes
  private let facilities: MeasuredFacilities

  /// A draw.
  ///
  /// - Parameters:
  ///   - generator: Makes the items.
  ///   - filter: Which facts may come.
  ///   - wishes: What the paper is to be like.
  ///   - facilities: What earlier answers tell of questions; used for parallel forms alone.
  package init(
    generator: ItemGenerator,
    filter: ItemFilter,
    wishes: PaperWishes,
    facilities: MeasuredFacilities = MeasuredFacilities([:])
  ) {
    self.generator = generator
    self.filter = filter
    self.wishes = wishes
    self.facilities = facilities
  }

  /// What was drawn: the questions, and the forms that ask them.
  package struct Drawn: Hashable, Sendable {
    /// The questions, each once.
    package let questions: [ClassQuestion]
    /// The forms, A first.
    package let forms: [PaperForm]
    /// The expected facility of each form, 0 to 1: the mean over its questions.
    package let expectedFacilities: [Double]
  }

  /// Draws the paper.
  ///
  /// - Throws: ``PaperProblem`` where it cannot be as it is wished; what the bank throws.
  package func draw() throws -> Drawn {
    let base = try baseItems()
    var sets = [base]
    if wishes.isParallel, wishes.forms > 1 {
      sets += try ParallelForms(
        generator: generator,
        filter: filter,
        wishes: wishes,
        facilities: facilities
      ).items(like: base)
    }
    let questions = sets.map { $0.compactMap { ClassQuestion($0) } }
    let forms = (0..<wishes.forms).map { form in
      let set = wishes.isParallel ? form : 0
      return arranged(
        questions[set],
        items: sets[set],
        offset: set * wishes.questions,
        form: form
      )
    }
    let expected = (0..<wishes.forms).map { form in
      facilities.mean(of: sets[wishes.isParallel ? form : 0])
    }
    return Drawn(
      questions: questions.flatMap { $0 },
      forms: forms,
      expectedFacilities: expected
    )
  }

  private func baseItems() throws -> [Item] {
    var draw = SessionDraw(
      generator: generator,
      filter: filter,
      form: wishes.form,
      optionCount: wishes.optionCount,
      seed: wishes.seed
    )
    var chosen = IndependentItems(bank: filter.bank)
    // The same words twice look like a mistake, unless there is nothing else to ask.
    var stems: Set<String> = []
    var repeated: [Item] = []
    while chosen.items.count < wishes.questions {
      if let item = try draw.next() {
        if stems.contains(item.stem) {
          repeated.append(item)
        } else if try chosen.admit(item) {
          stems.insert(item.stem)
        }
      } else if let item = repeated.popLast() {
        _ = try chosen.admit(item)
      } else {
        throw PaperProblem.tooFewQuestions(found: chosen.items.count, wanted: wishes.questions)
      }
    }
    return chosen.items
  }

  /// One form: the first asks the questions as they were drawn, the others in orders of their own.
  ///
  /// What was drawn keeps neighbours apart unless a question between them was not let in.
  private func arranged(
    _ questions: [ClassQuestion],
    items: [Item],
    offset: Int,
    form: Int
  ) -> PaperForm {
    let letter = PaperForm.letter(at: form)
    var random = SplitMix64(seed: StableHash(of: "\(wishes.seed)/form/\(letter)").value)
    let isFirst = form == 0 || wishes.isParallel
    let order = QuestionOrder.drawn(
      items.map(\.about),
      keeping: isFirst ? Array(questions.indices) : nil,
      using: &random
    )
    let optionOrders = order.map { question -> [Int] in
      let places = Array(questions[question].options.indices)
      guard !isFirst, !hasFixedOptions(items[question]) else { return places }
      var ofQuestion = SplitMix64(
        seed: StableHash(of: "\(wishes.seed)/options/\(questions[question].fact)").value
      )
      return OptionArrangement.order(form: form, of: places.count, using: &ofQuestion)
    }
    return PaperForm(
      letter: letter,
      questions: order.map { $0 + offset },
      optionOrders: optionOrders
    )
  }

  /// Whether the options of an item have one order alone: True and False, and what ascends.
  ///
  /// Numbers out of their order would be a flaw of their own (rule 15).
  private func hasFixedOptions(_ item: Item) -> Bool {
    guard item.form == .multipleChoice else { return true }
    return filter.bank.templates.first { $0.id == item.id.template }?.order == .ascending
  }
}
