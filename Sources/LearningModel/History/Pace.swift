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
  private var templateSeconds: [String: Double] = [:]
  private var templateAnswers: [String: Double] = [:]

  /// Nothing is known yet.
  package init() {}

  /// Takes in an answer.
  ///
  /// - Parameters:
  ///   - form: How it was asked.
  ///   - template: What asked it.
  ///   - milliseconds: From showing to answering.
  package mutating func note(_ form: Form, template: String, milliseconds: Int) {
    let taken = min(Pace.longest, max(0, Double(milliseconds) / 1000))
    seconds[form.rawValue, default: 0] += taken
    answers[form.rawValue, default: 0] += 1
    templateSeconds[template, default: 0] += taken
    templateAnswers[template, default: 0] += 1
  }

  /// The seconds that a question of some templates takes.
  ///
  /// - Parameter templates: Those that may ask it.
  /// - Returns: Above 0, shrunk towards the seconds of any question while little is known.
  package func seconds(of templates: some Collection<String>) -> Double {
    let sum = templates.reduce(0) { $0 + (templateSeconds[$1] ?? 0) }
    let count = templates.reduce(0) { $0 + (templateAnswers[$1] ?? 0) }
    return max(1, (sum + seconds() * Pace.weight) / (count + Pace.weight))
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

  /// What was measured of a form, without any guess at what is usual.
  ///
  /// - Parameter form: How it was asked.
  /// - Returns: The answers, and the mean of their seconds, breaks cut short; `nil` before the first.
  package func measured(for form: Form) -> (answers: Int, seconds: Double)? {
    guard let count = answers[form.rawValue], count > 0 else { return nil }
    return (Int(count), (seconds[form.rawValue] ?? 0) / count)
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
