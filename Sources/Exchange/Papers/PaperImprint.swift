/// What a bank says of itself in small print at the end of a paper.
package struct PaperImprint: Hashable, Sendable {
  /// The date up to which its facts were checked, as a partial date; empty where unknown.
  package let asOf: String
  /// The names of its licences.
  package let licences: [String]

  /// An imprint from its parts.
  ///
  /// - Parameters:
  ///   - asOf: As `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; another text stands as it is.
  ///   - licences: None where they are not known.
  package init(asOf: String = "", licences: [String] = []) {
    self.asOf = asOf
    self.licences = licences
  }
}
