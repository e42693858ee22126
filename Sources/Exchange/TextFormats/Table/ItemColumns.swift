/// The columns of the table of items.
enum ItemColumns {
  /// In the order in which they are written.
  static let names =
    ["id", "topic", "form", "stem", "key", "explanation", "sources"]
    + (1...PortableItem.optionLimit).flatMap { ["option\($0)", "why\($0)"] }

  /// Those that a table must have.
  static let required = ["stem", "key", "option1", "option2"]
}
