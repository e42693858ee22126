import QuizModel

/// Remembers which texts miss an article, since explanations come up again and again.
///
/// A class, because the rules that share it are values.
final class ArticleMemory {
  private static let limit = 100_000

  private let names: [FoldedText]
  private var known: [String: FoldedText?] = [:]

  /// - Parameter names: The names that take an article, without it and not folded.
  init(names: [FoldedText]) {
    self.names = names
  }

  /// A name that stands in a text without its article; `nil` where there is none.
  func missing(in text: String) -> FoldedText? {
    if let found = known[text] { return found }
    let found = ArticleCheck.missingDefinite(in: FoldedText(exactly: text), names: names)
    if known.count >= ArticleMemory.limit { known.removeAll() }
    known[text] = .some(found)
    return found
  }
}
