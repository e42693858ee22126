package import Classroom

/// What a class gained between two activities, and what those were called.
package struct ReportComparison: Hashable, Sendable {
  /// The gain.
  package let gain: ClassGain
  /// The title of the earlier activity.
  package let before: String
  /// The title of the later one.
  package let after: String

  /// A comparison from its parts.
  package init(gain: ClassGain, before: String, after: String) {
    self.gain = gain
    self.before = before
    self.after = after
  }
}
