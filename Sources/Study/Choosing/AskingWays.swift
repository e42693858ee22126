import LearningModel
import QuizModel

/// In which ways a fact is asked, the best first: harder as it gets stronger, and otherwise than
/// last time where there is another way.
enum AskingWays {
  /// One way.
  struct Way: Hashable {
    /// The template, by name.
    let template: String
    /// The form.
    let form: Form
    /// How many options to choose from: 3 to 5, 2 for true/false, 0 if typed.
    let options: Int
    /// Whether the distractors are to be the ones closest to the answer.
    let isClose: Bool
  }

  /// A template that asks a fact.
  struct Asking: Hashable {
    /// Its name.
    let template: String
    /// -2 easy to 2 hard.
    let difficulty: Int
    /// Whether it asks by nothing but statements.
    var isOnlyStated = false
  }

  /// How well a fact is held.
  private enum Strength {
    case new
    case weak
    case strong
    case firm

    /// From the days until the chance of recall falls to 90 %.
    init(lasts: Double, isNew: Bool) {
      self = isNew ? .new : lasts >= 20 ? .firm : lasts >= 5 ? .strong : .weak
    }

    /// The forms that suit, the best first.
    ///
    /// - Parameter turn: A statement is weak evidence, and what is weak gets one at times only.
    /// - Returns: Each form with the number of its options.
    func forms(turn: UInt64) -> [(form: Form, options: Int)] {
      switch self {
      case .weak where turn % 3 == 0: [(.trueFalse, 2), (.multipleChoice, 3)]
      case .new, .weak: [(.multipleChoice, 3), (.trueFalse, 2)]
      case .strong: [(.multipleChoice, 4), (.multipleChoice, 3), (.trueFalse, 2)]
      case .firm:
        [(.typed, 0), (.multipleChoice, 5), (.multipleChoice, 4), (.trueFalse, 2)]
      }
    }
  }

  /// What it costs to ask as last time: the same template in the same form only where nothing else
  /// is left, the same template rather not, the same form if it has to be.
  private enum Repetition {
    static let both = 20
    static let template = 2
    static let form = 1
  }

  /// The ways, the best first.
  ///
  /// - Parameters:
  ///   - askings: The templates that ask the fact.
  ///   - lasts: Days until the chance of recall falls to 90 %.
  ///   - trail: What happened with it so far; `nil` for a fact never answered.
  ///   - turn: Decides where nothing else does.
  /// - Returns: Every template in every form that suits, each once.
  static func ways(
    _ askings: [Asking],
    lasts: Double,
    trail: FactTrail?,
    turn: UInt64
  ) -> [Way] {
    guard !askings.isEmpty else { return [] }
    let strength = Strength(lasts: lasts, isNew: trail == nil)
    let start = Int(turn % UInt64(askings.count))
    let turned = askings[start...] + askings[..<start]
    let forms = strength.forms(turn: turn)
    var ranked: [(way: Way, cost: Int)] = []
    for (rank, form) in forms.enumerated() {
      for asking in turned where form.form == .trueFalse || !asking.isOnlyStated {
        let way = Way(
          template: asking.template,
          form: form.form,
          options: form.options,
          isClose: strength == .strong || strength == .firm
        )
        // What is weak is asked by the easier templates first, what is firm by the harder ones.
        let effort = strength == .firm ? -asking.difficulty : asking.difficulty
        ranked.append((way, rank + effort + repetition(of: way, after: trail)))
      }
    }
    return ranked.enumerated()
      .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element.way)
  }

  private static func repetition(of way: Way, after trail: FactTrail?) -> Int {
    guard let trail else { return 0 }
    switch (way.template == trail.template, way.form == trail.form) {
    case (true, true): return Repetition.both
    case (true, false): return Repetition.template
    case (false, true): return Repetition.form
    case (false, false): return 0
    }
  }
}
