import LearningModel
import QuizModel

/// In which ways a fact is asked, the best first: harder as it gets stronger, and otherwise than
/// last time where there is another way.
struct AskingWays {
  /// One way.
  struct Way: Hashable {
    let template: String
    let form: Form
    let options: Int
  }

  /// How many days a fact has to last to be asked with more options, and to be typed.
  private static let strong = 5.0
  private static let firm = 20.0

  /// The ways, the best first.
  ///
  /// - Parameters:
  ///   - templates: Those that ask the fact, each with its difficulty, -2 easy to 2 hard.
  ///   - lasts: Days until the chance of recall falls to 90 %; 0 for a fact never answered.
  ///   - trail: What happened with it so far.
  ///   - turn: Decides where nothing else does.
  /// - Returns: Every template in every form that suits.
  static func ways(
    templates: [(id: String, difficulty: Int)],
    lasts: Double,
    trail: FactTrail?,
    turn: UInt64
  ) -> [Way] {
    let forms: [(Form, Int)] =
      lasts >= firm
      ? [(.typed, 0), (.multipleChoice, 5), (.multipleChoice, 4), (.trueFalse, 2)]
      : lasts >= strong
        ? [(.multipleChoice, 4), (.multipleChoice, 3), (.trueFalse, 2)]
        : turn % 3 == 0 && trail != nil
          ? [(.trueFalse, 2), (.multipleChoice, 3)] : [(.multipleChoice, 3), (.trueFalse, 2)]
    let start = templates.isEmpty ? 0 : Int(turn % UInt64(templates.count))
    let turned = templates[start...] + templates[..<start]
    let ways = forms.enumerated().flatMap { rank, form in
      turned.map { template in
        // What is weak is asked by the easier templates first, what is firm by the harder ones.
        let easier = lasts >= firm ? -template.difficulty : template.difficulty
        return (rank + easier, Way(template: template.id, form: form.0, options: form.1))
      }
    }
    // A template again is worse than an easier form; both again is worst.
    func cost(_ rank: Int, _ way: Way) -> Int {
      guard let trail else { return rank }
      let sameTemplate = way.template == trail.template
      let sameForm = way.form == trail.form
      return rank + (sameTemplate && sameForm ? 10 : sameTemplate ? 2 : sameForm ? 1 : 0)
    }
    return ways.enumerated()
      .sorted { (cost($0.1.0, $0.1.1), $0.0) < (cost($1.1.0, $1.1.1), $1.0) }
      .map { $0.1.1 }
  }
}
