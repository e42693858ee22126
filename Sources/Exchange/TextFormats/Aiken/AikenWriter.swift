/// Writes Aiken's format: stem, options and key, each on one line.
///
/// Ids, topics, explanations, sources and what is said of options have no place in it; line ends
/// and runs of blanks become one space. A statement has the options True and False.
enum AikenWriter {
  /// The whole file.
  ///
  /// - Parameter items: Cleaned.
  /// - Returns: The text of the file.
  static func text(_ items: [PortableItem]) -> String {
    items.map(question).joined(separator: "\n")
  }

  private static func question(_ item: PortableItem) -> String {
    let options = zip(letters, item.options).map { letter, option in
      "\(letter). \(PlainText.collapsed(option.text))\n"
    }
    let key = letters.indices.contains(item.key) ? letters[item.key] : "?"
    let stem = AikenText.guarded(PlainText.collapsed(item.stem))
    return "\(stem)\n\(options.joined())ANSWER: \(key)\n"
  }

  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { String($0) }
}
