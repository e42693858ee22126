/// Which addresses may become links.
enum WebAddress {
  /// Whether a text is an address of the web, and not of a kind that runs something.
  static func isOne(_ text: String) -> Bool {
    let isOfTheWeb = ["https://", "http://"].contains { text.lowercased().hasPrefix($0) }
    return isOfTheWeb && !text.contains { $0.isWhitespace || "<>".contains($0) }
  }
}
