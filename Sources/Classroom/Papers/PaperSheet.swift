import GameSession
package import QuizModel

/// A form of a paper as a pupil holds it in hand.
package struct PaperSheet: Hashable, Sendable {
  /// One question on it.
  package struct Entry: Hashable, Sendable {
    /// Its number on the sheet, 1 or more.
    package let number: Int
    /// Its place in the activity.
    package let question: Int
    /// The question, its options in the order of the sheet.
    package let item: Item
    /// What each option is marked by: letters from `a` on, or `t` and `f`.
    package let labels: [String]
    /// For each option on the sheet, its place in the activity's question.
    package let optionOrder: [Int]
  }

  /// The letter of the form.
  package let letter: String
  /// The questions in the order of the sheet.
  package let entries: [Entry]
}

extension ClassActivity {
  /// The sheets of a paper, form A first; of what is no paper, one with the questions as they are.
  package var sheets: [PaperSheet] {
    guard !forms.isEmpty else { return [sheet(plain)] }
    return forms.map(sheet)
  }

  private var plain: PaperForm {
    PaperForm(
      letter: PaperForm.letter(at: 0),
      questions: Array(questions.indices),
      optionOrders: questions.map { Array($0.options.indices) }
    )
  }

  private func sheet(_ form: PaperForm) -> PaperSheet {
    let entries = zip(form.questions, form.optionOrders).enumerated().compactMap {
      number,
      placed -> PaperSheet.Entry? in
      guard questions.indices.contains(placed.0) else { return nil }
      let item = questions[placed.0].item(optionOrder: placed.1)
      return PaperSheet.Entry(
        number: number + 1,
        question: placed.0,
        item: item,
        labels: item.labels,
        optionOrder: placed.1
      )
    }
    return PaperSheet(letter: form.letter, entries: entries)
  }
}
