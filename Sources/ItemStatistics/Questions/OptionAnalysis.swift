/// Who chose one option of a question.
package struct OptionAnalysis: Hashable, Sendable {
  /// How many people of each group chose an option, people at the boundary counted in part.
  package struct GroupCounts: Hashable, Sendable {
    /// Of the 27 % with the highest scores.
    package let upper: Double
    /// Of the 27 % with the lowest scores.
    package let lower: Double
  }

  /// Whether it is the right option.
  package let isKey: Bool
  /// The places of the people who chose it, in order.
  package let chosenBy: [Int]
  /// How many of the upper and of the lower group chose it; `nil` of fewer than 20 people, or if
  /// everybody has the same score, as there are no groups then.
  package let groupCounts: GroupCounts?
  /// The mean score on the other questions of those who chose it.
  ///
  /// Too few answers if fewer than 20 people chose it.
  package let meanRestScore: Figure
  /// The correlation of choosing it with the score on the other questions, over all who sat.
  ///
  /// For the right option it is the question's discrimination; for a distractor that does its work
  /// it is below 0.
  package let correlation: Figure
}
