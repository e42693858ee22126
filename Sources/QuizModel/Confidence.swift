/// How well the sources of a fact agree.
package enum Confidence: String, Codable, Hashable, Sendable, CaseIterable {
  /// May be asked at full precision.
  case high
  /// May be asked as far as two sources agree.
  case medium
  /// Told with the dispute; asked only where the disagreement does not touch the answer.
  case contested
}
