import Classroom
import Foundation
import QuestionBank
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

/// A bank from which papers are drawn.
struct PaperBank {
  let bank: QuestionBank
  private let generator: ItemGenerator

  /// Invented lands: each gives one fact to the family of years and one to that of seats.
  init(lands: Int, change: (inout BankBlueprint) -> Void = { _ in }) throws {
    var blueprint = LandsBank.blueprint(count: lands)
    change(&blueprint)
    let scratch = try ScratchFolder()
    let folder = BankFolder(try blueprint.write(to: scratch))
    // The compiled bank answers for itself, so its files may go.
    try self.init(
      BankOpener(cache: nil, version: "test").judging.openFresh(folder, reversed: false)
    )
  }

  /// A bank that the project ships.
  init(shipped name: String) throws {
    let shelf = BankShelf(folders: [SourceTree.banks])
    try self.init(BankOpener(cache: nil, version: "test").judging.open(try shelf.folder(of: name)))
  }

  private init(_ bank: QuestionBank) throws {
    self.bank = bank
    generator = try ItemGenerator(bank: bank)
  }

  /// Draws a paper.
  func draw(
    _ questions: Int,
    forms: Int = 1,
    form: FormChoice = .mixed,
    options: Int = 3,
    isParallel: Bool = false,
    difficulties: ClosedRange<Int> = -2...2,
    facilities: MeasuredFacilities = MeasuredFacilities([:]),
    seed: UInt64 = 1
  ) throws -> PaperDraw.Drawn {
    try PaperDraw(
      generator: generator,
      filter: ItemFilter(
        bank: bank,
        topics: [],
        templates: [],
        fact: nil,
        difficulties: difficulties
      ),
      wishes: PaperWishes(
        questions: questions,
        forms: forms,
        form: form,
        optionCount: options,
        isParallel: isParallel,
        seed: seed
      ),
      facilities: facilities
    ).draw()
  }

  /// Whether the options of a question have one order alone.
  func hasFixedOptions(_ item: Item) -> Bool {
    let template = bank.templates.first { $0.id == item.id.template }
    return item.form == .trueFalse || template?.order == .ascending
  }

  /// Facilities of every fact and form, drawn from a seed, as if many had answered.
  func measured(seed: UInt64) throws -> MeasuredFacilities {
    var random = SplitMix64(seed: seed)
    var measured: [MeasuredFacilities.Key: Double] = [:]
    for summary in try bank.census(limit: 100_000) {
      for form in [Form.multipleChoice, .trueFalse] {
        let key = MeasuredFacilities.Key(
          fact: summary.id,
          template: bank.templates[summary.template].id,
          form: form
        )
        measured[key] = Double(20 + random.below(75)) / 100
      }
    }
    return MeasuredFacilities(measured)
  }
}

extension PaperDraw.Drawn {
  /// What stands on each form, in its order.
  var items: [[Item]] {
    forms.map { form in
      zip(form.questions, form.optionOrders).map { questions[$0].item(optionOrder: $1) }
    }
  }
}

/// What breaks rule 18 among items that stand together in whatever order.
struct IndependenceAudit {
  let bank: QuestionBank

  /// Pairs of which one tells the other's answer, and facts that come twice.
  func faults(in items: [Item]) throws -> [String] {
    var faults: [String] = []
    for (place, item) in items.enumerated() {
      let names = try item.about.map { try bank.names(of: $0) }
      for (other, teller) in items.enumerated() where other != place {
        if teller.fact == item.fact { faults.append("\(item.fact) twice") }
        if ShownText(teller).givesAway(item, aboutNames: names) {
          faults.append("\(teller.id) tells \(item.id)")
        }
      }
    }
    return faults
  }

  /// Whether a paper is long enough to set items about the same two apart.
  static func haveRoom(_ items: [Item]) -> Bool {
    let ids = items.flatMap { Set($0.about) }
    return Dictionary(grouping: ids) { $0 }.values.allSatisfy { ($0.count - 1) * 3 < items.count }
  }

  /// Places of items that share what they are about with one of the two before.
  static func meetings(in items: [Item]) -> [Int] {
    items.indices.filter { place in
      let before = items[max(0, place - 2)..<place].flatMap(\.about)
      return !Set(before).isDisjoint(with: items[place].about)
    }
  }
}

extension Tag {
  /// Takes seconds.
  @Tag static var slow: Self
}
