/// How well a fact was recalled, in FSRS's terms.
package enum Rating: Int, Hashable, Sendable, CaseIterable {
  /// Not at all.
  case again = 1
  /// With trouble.
  case hard
  /// As it should be.
  case good
  /// Without effort.
  case easy
}
