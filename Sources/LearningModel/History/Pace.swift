package import QuizModel

/// How long a learner takes for a question.
package struct Pace: Hashable, Sendable, Codable {
  /// Longer pauses are breaks, not thought.
  private static let longest = 120.0
  /// Before anything is known a question takes so many seconds, and counts as so many answers.
  private static let usual = 15.0
  private static let weight = 5.0

  private var seconds: [String: Double] = [:]
  private var answers: [String: Double] = [:]

  /// Nothing is known yet.
  package init() {}

  /// Takes in an answer.
  ///
  /// - Parameters:
  ///   - form: How it was asked.
  ///   - milliseconds: From showing to answering.
  package mutating func note(_ form: Form, milliseconds: Int) {
    seconds[form.rawValue, default: 0] += min(Pace.longest, max(0, Double(milliseconds) / 1000))
    answers[form.rawValue, default: 0] += 1
  }

  /// The seconds that a question takes, reading its answer included.
  ///
  /// - Parameter form: How it is asked; `nil` for any.
  /// - Returns: Above 0, shrunk towards what is usual while little is known.
  package func seconds(for form: Form? = nil) -> Double {
    let keys = form.map { [$0.rawValue] } ?? Form.allCases.map(\.rawValue)
    let sum = keys.reduce(0) { $0 + (seconds[$1] ?? 0) }
    let count = keys.reduce(0) { $0 + (answers[$1] ?? 0) }
    return max(1, (sum + Pace.usual * Pace.weight) / (count + Pace.weight))
  }

  /// The questions that fit into some minutes.
  ///
  /// - Parameter minutes: 1 or more.
  /// - Returns: 1 or more.
  package func questions(inMinutes minutes: Int) -> Int {
    // As long again for reading what the answer was.
    max(1, Int((Double(minutes) * 60 / (seconds() * Pace.reading)).rounded()))
  }

  /// The whole time of a question over the time to its answer.
  private static let reading = 1.5
}
