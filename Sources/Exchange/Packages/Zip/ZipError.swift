/// Why there is no archive.
package enum ZipError: Error, Hashable, Sendable {
  /// What is wrong with a name.
  package enum NameProblem: Hashable, Sendable {
    /// It has no characters, or a part between slashes has none.
    case empty
    /// It does not begin in the archive: it starts with a slash or names a drive.
    case absolute
    /// A part of it is `.` or `..`.
    case climbing
    /// It holds a character that some system takes for a separator or cannot show: a backslash, or
    /// a control character.
    case forbidden(Unicode.Scalar)
    /// It has more bytes of UTF-8 than the format can count.
    case long(bytes: Int, limit: Int)
  }

  /// There is nothing to pack.
  case noEntries
  /// A name that could unpack somewhere else, or not at all.
  case unsafeName(String, NameProblem)
  /// Two files have this name, or names that differ in capitals alone.
  case repeatedName(String)
  /// The library could not write the archive: its code, and what it says of it in English.
  case library(code: Int32, message: String)
}
