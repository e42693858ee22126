import LineEditing
import QuestionBank
import QuizModel

@testable import AttacheCLI

/// A learner at a terminal who knows the bank by heart, and may act as if not.
///
/// A class, since readers are; used from one thread.
final class KnowingReader: LineReading {
  /// Whether a question, by its stem, is answered rightly rather than skipped.
  var knows: (String) -> Bool = { _ in true }
  /// After so many answers the learner leaves.
  var patience = Int.max
  /// The stems in the order in which they were asked.
  private(set) var asked: [String] = []

  private let screen: () -> String
  private let answers: [String: Set<String>]
  private let truths: Set<String>

  /// A learner who reads a screen.
  ///
  /// - Parameters:
  ///   - bank: What is known.
  ///   - screen: Everything printed so far.
  /// - Throws: What the bank throws.
  init(bank: QuestionBank, screen: @escaping () -> String) throws {
    self.screen = screen
    var answers: [String: Set<String>] = [:]
    var truths: Set<String> = []
    for (number, template) in bank.templates.enumerated() {
      for position in 1...max(1, bank.factCounts[number]) {
        guard let fact = try bank.fact(template: number, position: position) else { continue }
        answers[fact.stem, default: []].insert(fact.answer)
        if let statement = template.statement { truths.insert(statement.rendered(fact.text)) }
      }
    }
    (self.answers, self.truths) = (answers, truths)
  }

  func readLine(_ request: LineRequest) -> LineInput {
    guard asked.count < patience else { return .line("quit") }
    // What is no answer goes into the history of lines.
    guard !request.keepsHistory else { return .line("") }
    let lines = screen().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let question = Array(lines.suffix(8))
    if let stem = question.last(where: { answers[$0] != nil }) {
      asked.append(stem)
      let right = question.first { line in
        (answers[stem] ?? []).contains { line.hasSuffix(") \($0)") }
      }
      guard knows(stem), let letter = right?.split(separator: ")").first else {
        return .line("skip")
      }
      return .line(String(letter.suffix(1)))
    }
    let statement = question.last { $0.hasSuffix(".") } ?? ""
    asked.append(statement)
    guard knows(statement) else { return .line("skip") }
    return .line(truths.contains { statement.hasSuffix($0) } ? "t" : "f")
  }
}
