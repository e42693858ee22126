/// An item that Kahoot has no room for.
package struct KahootOmission: Hashable, Sendable {
  /// Why it is left out.
  ///
  /// Lengths are in UTF-16 code units, of which a character has one or more.
  package enum Reason: Hashable, Sendable {
    /// It has more options than Kahoot has answers.
    case options(count: Int, limit: Int)
    /// Its stem is too long.
    case stem(length: Int, limit: Int)
    /// An option is too long; options are counted from 1 on.
    case option(number: Int, length: Int, limit: Int)
    /// Nothing of its stem can be shown.
    case emptyStem
    /// Nothing of an option can be shown; options are counted from 1 on.
    case emptyOption(number: Int)
  }

  /// The item's id.
  package let id: String
  /// All that stands in the way, in the order of its texts; one or more.
  package let reasons: [Reason]
}
