/// One version of a paper: which questions, in which order, with their options in which order.
package struct PaperForm: Codable, Hashable, Sendable {
  /// Its letter: A to Z, then AA, AB and so on.
  package let letter: String
  /// For each place on the paper, the question's place in the activity.
  package let questions: [Int]
  /// For each place on the paper, which of the question's options stands at each place.
  package let optionOrders: [[Int]]

  /// A form from its parts.
  package init(letter: String, questions: [Int], optionOrders: [[Int]]) {
    self.letter = letter
    self.questions = questions
    self.optionOrders = optionOrders
  }

  /// The letter of the form at a place, from 0 on.
  package static func letter(at place: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(max(0, place) % 26)))
    return place < 26 ? letter : PaperForm.letter(at: place / 26 - 1) + letter
  }

  /// Whether it fits the questions of an activity: a file may hold anything.
  func isSound(for activity: [ClassQuestion]) -> Bool {
    questions.count == optionOrders.count && Set(questions).count == questions.count
      && questions.allSatisfy(activity.indices.contains)
      && zip(questions, optionOrders).allSatisfy { question, order in
        activity.indices.contains(question)
          && order.sorted() == Array(activity[question].options.indices)
      }
  }
}
