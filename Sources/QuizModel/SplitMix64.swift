/// A small seeded generator (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014), whose numbers are the same on every machine.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts from a seed; each seed gives another sequence.
  package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// Draws whose outcome the standard library does not promise to keep across releases.
extension SplitMix64 {
  /// A number from 0 up to, but not including, a bound, each as likely as the others.
  ///
  /// Lemire's method ("Fast random integer generation in an interval", 2019) with its rejection.
  ///
  /// - Parameter bound: 1 or more.
  /// - Returns: 0 to `bound` - 1.
  package mutating func below(_ bound: Int) -> Int {
    let range = UInt64(max(bound, 1))
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold {
        product = next().multipliedFullWidth(by: range)
      }
    }
    return Int(product.high)
  }

  /// A number from 0 up to, but not including, 1, in steps of 2⁻⁵³.
  package mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// An array in random order, by Fisher and Yates, each order as likely as the others.
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for place in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(place, below(place + 1))
    }
    return result
  }
}
