/// Tells whether what is to be known of a fact has changed: its answer, or what it rests on.
///
/// Answers carry it into the log, so that a later bank can be held against what a learner saw.
/// The date up to which a fact was checked is left out: a fact checked once more has not changed.
package enum KnowledgeDigest {
  /// What the digests of this kind begin with; those of other kinds tell nothing.
  package static let prefix = "2:"

  /// A digest of sixteen hexadecimal digits behind the prefix.
  ///
  /// - Parameters:
  ///   - answer: The right answer in words.
  ///   - sources: The ids of the sources, in their order.
  /// - Returns: The same text on every machine.
  package static func text(answer: String, sources: some Sequence<String>) -> String {
    var hash = StableHash()
    hash.update(answer)
    for source in sources { hash.update(source) }
    return prefix + hash.hexadecimal
  }

  /// Whether a fact is another one now than it was when a digest was taken.
  ///
  /// - Parameters:
  ///   - seen: The digest of then; one of another kind tells nothing.
  ///   - current: The digest of now.
  /// - Returns: `true` if both are of this kind and differ.
  package static func hasChanged(from seen: String, to current: String) -> Bool {
    seen.hasPrefix(prefix) && current.hasPrefix(prefix) && seen != current
  }
}

extension Item {
  /// Differs where the answer or its sources differ.
  package var knowledgeDigest: String {
    KnowledgeDigest.text(answer: answer, sources: sources.map(\.id))
  }
}
