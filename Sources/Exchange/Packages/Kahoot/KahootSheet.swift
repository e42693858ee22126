/// Items as a spreadsheet in the layout of Kahoot's own template, from which it imports questions.
package struct KahootSheet: Sendable {
  /// The row that says what the columns hold; questions follow.
  private static let headerRow = 8
  private static let sheetName = "Sheet1"
  private static let titles: [String] =
    ["Question - max \(KahootQuestion.stemLength) characters"]
    + (1...KahootQuestion.answerLimit).map {
      "Answer \($0) - max \(KahootQuestion.answerLength) characters"
    } + [
      "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
      "Correct answer(s) - choose at least one",
    ]

  /// The ids of the items that became questions, in their order.
  package let included: [String]
  /// The items left out, in their order.
  package let omitted: [KahootOmission]
  private let questions: [KahootQuestion]
  private let timeLimit: KahootTimeLimit

  /// Takes what fits of items.
  ///
  /// - Parameters:
  ///   - items: One or more, in the order in which they are asked; multiple choice or true/false.
  ///   - timeLimit: How long there is for an answer.
  /// - Throws: ``PackageError``: what is wrong with an item. One that is merely too large is left
  ///   out.
  package init(
    _ items: [PortableItem],
    timeLimit: KahootTimeLimit = .thirty
  ) throws(PackageError) {
    var included: [String] = []
    var omitted: [KahootOmission] = []
    var questions: [KahootQuestion] = []
    for item in try PackagedItem.all(of: items, bank: "").map(\.item) {
      let reasons = KahootQuestion.obstacles(in: item)
      if reasons.isEmpty {
        included.append(item.id)
        questions.append(KahootQuestion(item))
      } else {
        omitted.append(KahootOmission(id: item.id, reasons: reasons))
      }
    }
    self.included = included
    self.omitted = omitted
    self.questions = questions
    self.timeLimit = timeLimit
  }

  /// The spreadsheet as an `.xlsx` file holds it, without questions if nothing fitted.
  ///
  /// - Returns: The same bytes for the same items and time limit.
  /// - Throws: ``PackageError/archive(_:)``.
  package func bytes() throws(PackageError) -> [UInt8] {
    var sheet = Worksheet(name: KahootSheet.sheetName)
    sheet.put(.text("Quiz template"), row: 2, column: 2)
    for (place, title) in KahootSheet.titles.enumerated() {
      sheet.put(.text(title), row: KahootSheet.headerRow, column: place + 2)
    }
    for (place, question) in questions.enumerated() {
      let row = KahootSheet.headerRow + 1 + place
      sheet.put(.number(place + 1), row: row, column: 1)
      sheet.put(.text(question.stem), row: row, column: 2)
      for (answer, text) in question.answers.enumerated() {
        sheet.put(.text(text), row: row, column: answer + 3)
      }
      sheet.put(.number(timeLimit.rawValue), row: row, column: 7)
      sheet.put(.number(question.correct), row: row, column: 8)
    }
    do {
      return try sheet.workbook().bytes()
    } catch {
      throw .archive(error)
    }
  }
}
