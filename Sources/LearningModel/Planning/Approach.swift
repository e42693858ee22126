/// A way of choosing what is asked, best first.
package enum Approach: Hashable, Sendable {
  /// What raises recall on the day most, a second spent.
  case raise
  /// Whatever has fallen below this chance of recall first, then new facts, until the last part of
  /// the days left, which goes to what raises recall on the day most.
  case keep(Double)
  /// Whatever has fallen below this chance of recall first, then new facts, for as long as one
  /// likes: there is no day.
  case maintain(Double)

  /// How many days ahead gains are weighed where there is no day.
  package static let horizon = 30.0

  /// The ways between which the planner chooses where there is a day.
  static let withDay: [Approach] = [.raise, .keep(0.6), .keep(0.75)]

  /// One question in so many is a repeat, whatever would raise recall more: how the learner
  /// forgets is learnt from repeats alone, and nobody likes to see nothing again for weeks.
  private static let repeatShare = 4

  /// How many of so many questions have to be repeats, as far as there are any.
  static func repeats(of count: Int) -> Int {
    count / repeatShare + (count % repeatShare > 0 ? 1 : 0)
  }

  /// Picks facts for the questions at one moment, each once.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - choice: Among which facts, and when.
  ///   - aim: The day aimed at.
  ///   - repeats: How many of them have to be repeats, as far as there are any.
  /// - Returns: Places of facts, the best first.
  func picks(_ count: Int, from choice: QuestionChoice, for aim: Aim, repeats: Int) -> [Int] {
    switch self {
    case .keep(let retention) where choice.now < aim.turn:
      let kept = choice.keeping(count, above: retention, for: aim.day)
      return kept + choice.best(count - kept.count, for: aim.day, without: kept)
    case .raise, .keep:
      let repeated = choice.nearlyForgotten(repeats)
      return repeated + choice.best(count - repeated.count, for: aim.day, without: repeated)
    case .maintain(let retention):
      return choice.keeping(count, above: retention, for: choice.now + Approach.horizon)
    }
  }
}
