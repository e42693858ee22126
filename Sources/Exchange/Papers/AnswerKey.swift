package import Classroom
import QuizModel

/// The key to all forms of a paper: which letter is right where, and why.
///
/// The same activity gives the same text, byte for byte.
package struct AnswerKey: Hashable, Sendable {
  /// Where a question stands on a form, and what is right there.
  struct Place: Hashable, Sendable {
    /// The letter of the form.
    let form: String
    /// The question's number on it, 1 or more.
    let number: Int
    /// The letter of the right option there.
    let label: String
  }

  /// A question with what a teacher says of it.
  struct Answer: Hashable, Sendable {
    /// Where it stands.
    let places: [Place]
    /// The question, its options as they were drawn.
    let item: Item
    /// The right answer in words.
    let right: String
    /// What is true of the wrong answers, where there is more to say than the explanation.
    let others: [String]
  }

  /// Questions that stand together in the key.
  struct Section: Hashable, Sendable {
    /// The form that alone asks them; `nil` where all forms ask them.
    let form: String?
    /// The questions.
    let answers: [Answer]
  }

  /// The forms of which one table has room.
  private static let formsInTable = 15

  let activity: ClassActivity
  let imprint: PaperImprint
  let sheets: [PaperSheet]

  /// A key to a paper.
  ///
  /// - Parameters:
  ///   - activity: The paper.
  ///   - imprint: What its bank says of itself.
  package init(_ activity: ClassActivity, imprint: PaperImprint = PaperImprint()) {
    self.activity = activity
    self.imprint = imprint
    sheets = activity.sheets
  }

  /// The forms, as many together as one table has room for.
  var tables: [[PaperSheet]] {
    stride(from: 0, to: sheets.count, by: AnswerKey.formsInTable).map {
      Array(sheets[$0..<min($0 + AnswerKey.formsInTable, sheets.count)])
    }
  }

  /// For each number of a table's forms, the letter that is right on each; nothing on a shorter one.
  static func rows(of sheets: [PaperSheet]) -> [[String]] {
    let labels = sheets.map { $0.entries.map(label) }
    return (0..<(labels.map(\.count).max() ?? 0)).map { row in
      labels.map { $0.indices.contains(row) ? $0[row] : "" }
    }
  }

  /// Every question once: form by form where each has its own, otherwise as form A asks them.
  var sections: [Section] {
    var places: [[Place]] = activity.questions.map { _ in [] }
    for sheet in sheets {
      for entry in sheet.entries {
        places[entry.question].append(
          Place(form: sheet.letter, number: entry.number, label: AnswerKey.label(of: entry))
        )
      }
    }
    let answers = zip(places, activity.questions).filter { !$0.0.isEmpty }.map {
      AnswerKey.answer($1.item, places: $0)
    }
    guard sheets.count > 1, answers.allSatisfy({ $0.places.count == 1 }) else {
      return [Section(form: nil, answers: answers)]
    }
    let byForm = Dictionary(grouping: answers) { $0.places[0].form }
    return sheets.map { Section(form: $0.letter, answers: byForm[$0.letter] ?? []) }
  }

  private static func answer(_ item: Item, places: [Place]) -> Answer {
    var others: [String] = []
    for option in item.distractors where !option.why.isEmpty && option.why != item.explanation {
      let isStatement = item.form == .trueFalse
      others.append(isStatement ? option.why : PaperWords.wrong(option.text, why: option.why))
    }
    // What was read from a file may have no such option.
    let hasKey = item.options.indices.contains(item.key)
    let right = hasKey ? item.keyOption.text : item.answer
    return Answer(places: places, item: item, right: right, others: others)
  }

  private static func label(of entry: PaperSheet.Entry) -> String {
    entry.labels.indices.contains(entry.item.key) ? entry.labels[entry.item.key] : ""
  }
}
