/// What can be said of a quantity: an estimate, or why there is none.
///
/// There is no number in it but in an ``Estimate``, so that whoever shows a figure cannot show one
/// that rests on too few answers.
package enum Figure: Hashable, Sendable {
  /// A number with its interval.
  case estimate(Estimate)
  /// Fewer than ``fewestAnswers`` people gave the answers that it would rest on.
  case tooFewAnswers(count: Int)
  /// The quantity does not exist for these answers, such as a correlation with what never varies.
  case undefined

  /// The fewest people whose answers make a figure.
  package static let fewestAnswers = 20

  /// The estimate, if there is one.
  package var estimate: Estimate? {
    guard case .estimate(let estimate) = self else { return nil }
    return estimate
  }

  /// A figure that rests on the answers of so many people.
  ///
  /// - Parameters:
  ///   - people: How many.
  ///   - estimate: Works the number out if they are enough; `nil` where it is undefined.
  init(from people: Int, _ estimate: () -> Estimate?) {
    guard people >= Figure.fewestAnswers else {
      self = .tooFewAnswers(count: people)
      return
    }
    self = estimate().map(Figure.estimate) ?? .undefined
  }
}
