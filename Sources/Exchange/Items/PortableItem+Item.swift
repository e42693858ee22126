package import QuizModel

extension PortableItem {
  /// What travels of an item; `nil` for a typed one, and for one without a right option.
  ///
  /// - Parameter item: Its id goes without number of options and seed, so that the next release
  ///   names the same question alike.
  package init?(_ item: Item) {
    guard item.form != .typed, item.options.indices.contains(item.key) else { return nil }
    self.init(
      id: "\(item.id.template)/\(item.id.row)/\(item.form.rawValue)",
      topic: item.topic,
      form: item.form,
      stem: item.stem,
      options: item.options.map { Option(text: $0.text, why: $0.why) },
      key: item.key,
      explanation: item.explanation,
      sources: item.sources.map(\.citation)
    )
  }
}

extension Source {
  /// The source on one line: title, publisher, date and address, those that are known.
  package var citation: String {
    [title, publisher, date, url].map(PlainText.line).filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}
