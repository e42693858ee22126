/// What a fact rests on.
package struct Source: Codable, Hashable, Sendable {
  /// The key of the row in the bank's table of sources.
  package let id: String
  /// The title as published.
  package let title: String
  /// Who published it.
  package let publisher: String
  /// When, as a partial date; empty where unknown.
  package let date: String
  /// Where it can be read; empty where it has no address.
  package let url: String

  /// A source from its columns.
  package init(id: String, title: String, publisher: String, date: String, url: String) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.url = url
  }
}
