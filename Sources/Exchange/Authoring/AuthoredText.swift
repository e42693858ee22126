import QuestionBank
import QuizModel

/// The cells of a bank that an item becomes.
enum AuthoredText {
  /// What the answer to a statement is called.
  static let statement = "true-false"

  /// The cells of the item's row but its id and topic.
  ///
  /// - Parameters:
  ///   - item: Cleaned, with a right option.
  ///   - old: The cell of a column before; empty for a new item.
  /// - Returns: Cells by the name of their column.
  static func cells(of item: PortableItem, old: (String) -> String) -> [String: String] {
    let isStatement = item.form == .trueFalse
    let kind = old("kind") == statement || old("kind").isEmpty ? "text" : old("kind")
    let key = item.options[item.key].text
    let isSameKey = Likeness(of: key) == Likeness(of: old("key"))
    let isSilent = item.explanation.isEmpty && item.options[item.key].why.isEmpty
    let keepsExplanation = isSilent && isSameKey && !old("explanation").isEmpty
    let sources = sources(of: item)
    return [
      "stem": item.stem,
      "kind": isStatement ? statement : kind,
      "key": key,
      "explanation": keepsExplanation ? old("explanation") : explanation(of: item),
      "sources": sources.isEmpty ? old("sources") : sources,
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
    item.sources.filter { $0 != AuthoredItems.unsourced }.map { source in
      var scalars = String.UnicodeScalarView()
      if ("|" + source).first != "|" { scalars.append(" ") }
      for scalar in source.unicodeScalars { scalars.append(scalar == "|" ? "/" : scalar) }
      return String(scalars)
    }.joined(separator: "|")
  }
}
