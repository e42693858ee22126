/// The explanation and the sources of an item as the one text that other programs show afterwards.
///
/// The sources follow the line `Sources:`, one a line, each after `- `. The last such line counts,
/// so that every pair of explanation and sources is told apart when it comes back.
struct FeedbackText: Hashable {
  /// The explanation; may hold several lines.
  var explanation = ""
  /// The sources, each on one line.
  var sources: [String] = []

  private static let heading = "Sources:"
  private static let mark = "- "

  /// Nothing.
  init() {}

  /// Of a cleaned item.
  init(of item: PortableItem) {
    explanation = item.explanation
    sources = item.sources
  }

  /// Takes a text apart.
  init(_ text: String) {
    let text = PlainText.cleaned(text)
    let lines = text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false)
    let headings = lines.lastIndex { $0.elementsEqual(FeedbackText.heading.utf8) }
    guard let heading = headings,
      lines[(heading + 1)...].allSatisfy({ $0.starts(with: FeedbackText.mark.utf8) })
    else {
      explanation = text
      return
    }
    explanation = PlainText.cleaned(
      lines[..<heading].map { String(Substring($0)) }.joined(separator: "\n")
    )
    sources = lines[(heading + 1)...].map {
      PlainText.line(String(Substring($0.dropFirst(FeedbackText.mark.utf8.count))))
    }
    sources.removeAll { $0.isEmpty }
  }

  /// The one text; empty where there is nothing to say.
  var text: String {
    let needsHeading = explanation.utf8.split(separator: 0x0a).contains {
      $0.elementsEqual(FeedbackText.heading.utf8)
    }
    guard !sources.isEmpty || needsHeading else { return explanation }
    let list = ([FeedbackText.heading] + sources.map { FeedbackText.mark + $0 })
      .joined(separator: "\n")
    return explanation.isEmpty ? list : explanation + "\n\n" + list
  }
}
