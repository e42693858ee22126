/// Why items could not be packed for another program.
package enum PackageError: Error, Hashable, Sendable {
  /// There are none.
  case noItems
  /// An item has no id to be known by later.
  case noID(place: Int)
  /// Two items have one id, or ids that come out as one name in the package.
  case repeatedID(String)
  /// An item is answered in words, for which packages have no place.
  case typedItem(id: String)
  /// An item has fewer than two options.
  case tooFewOptions(id: String, count: Int)
  /// An item's key is none of its options.
  case keyOutOfRange(id: String, key: Int, options: Int)
  /// The name of a deck has no characters that can be seen.
  case noName
  /// A moment that the format cannot hold, in milliseconds since 1970.
  case momentOutOfRange(milliseconds: Int64)
  /// A database could not be made: SQLite's code, and what it says of it in English.
  case database(code: Int32, message: String)
  /// An archive could not be made.
  case archive(ZipError)
}
