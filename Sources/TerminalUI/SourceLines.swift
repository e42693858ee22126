package import QuizModel

/// Sources as they are cited on every screen.
package enum SourceLines {
  /// A source in one phrase: title, publisher and date.
  package static func cited(_ source: Source) -> String {
    // Of somebody's own words nothing else is known.
    if source.publisher.isEmpty, source.date.isEmpty, source.url.isEmpty { return source.title }
    let date = PartialDate(source.date).map(DateWords.text) ?? SessionWords.undated
    let publisher = source.publisher.isEmpty ? "" : ", \(source.publisher)"
    return "\(source.title)\(publisher) (\(date))"
  }

  /// Sources in full: each with its address below it.
  package static func lines(_ sources: [Source], indent: Int) -> [Line] {
    sources.flatMap { source in
      [Line(cited(source), indent: indent, hanging: indent + 2)]
        + (source.url.isEmpty ? [] : [Line(source.url, .faint, indent: indent + 2)])
    }
  }
}
