import QuizModel

/// The cells of a bank that an item becomes.
enum AuthoredText {
  /// What the answer to a statement is called.
  static let statement = "true-false"

  /// The cells of the item's row but its id and topic.
  ///
  /// - Parameters:
  ///   - item: Cleaned, with a right option.
  ///   - kind: What the answer was called before; `nil` for a new item.
  /// - Returns: Cells by the name of their column.
  static func cells(of item: PortableItem, kind: String?) -> [String: String] {
    let isStatement = item.form == .trueFalse
    let kept = kind.flatMap { $0 == statement || $0.isEmpty ? nil : $0 }
    return [
      "stem": item.stem,
      "kind": isStatement ? statement : kept ?? "text",
      "key": item.options[item.key].text,
      "explanation": explanation(of: item),
      "sources": sources(of: item),
    ]
  }

  /// What is shown after the answer; where the file says nothing, the answer itself.
  private static func explanation(of item: PortableItem) -> String {
    guard item.explanation.isEmpty else { return item.explanation }
    let key = item.options[item.key]
    let answer = "The answer is \(key.text)."
    return key.why.isEmpty ? answer : answer + " " + key.why
  }

  // The bank divides its sources by this sign, so none may hold it, nor lay an accent upon it.
  private static func sources(of item: PortableItem) -> String {
    item.sources.map { source in
      var scalars = String.UnicodeScalarView()
      if ("|" + source).first != "|" { scalars.append(" ") }
      for scalar in source.unicodeScalars { scalars.append(scalar == "|" ? "/" : scalar) }
      return String(scalars)
    }.joined(separator: "|")
  }
}
