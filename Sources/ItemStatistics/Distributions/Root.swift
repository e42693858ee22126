/// The zero of a function that rises, by Newton's steps that bisection keeps within a bracket.
enum Root {
  /// Where a rising function is 0.
  ///
  /// - Parameters:
  ///   - bracket: Numbers between which the zero lies; an end is returned if it does not.
  ///   - start: Where to begin, between them.
  ///   - function: The value and the slope at a number.
  /// - Returns: The zero, to the last few digits that a `Double` has.
  static func increasing(
    within bracket: (Double, Double),
    from start: Double,
    _ function: (Double) -> (value: Double, slope: Double)
  ) -> Double {
    var (low, high) = bracket
    var guess = start
    // Bisection alone needs about 1,075 halvings for the smallest numbers of all.
    for _ in 0..<1_200 {
      let (value, slope) = function(guess)
      guard value != 0 else { return guess }
      if value < 0 { low = guess } else { high = guess }
      var next = guess - value / slope
      if !(next > low && next < high) { next = low + (high - low) / 2 }
      if abs(next - guess) <= 2 * guess.ulp { return next }
      guess = next
    }
    return guess
  }
}
