/// Tells whether the answers have changed by which a bank's templates ask a fact.
///
/// Nothing else is a change of what is to be known. Sources that were added or put in another order are no change, nor is a
/// fact that was checked once more.
///
/// Answers carry it into the log, so that a later bank can be held against what a learner saw. It has
/// a piece for each template, so that a template that a bank adds, drops or renames is no change.
package enum KnowledgeDigest {
  /// What digests of a whole fact begin with.
  package static let prefix = "3:"
  /// What stands before the piece of an answer that kept no more than what was right then.
  package static let ofOneAnswer = "2:"

  private static let nameDigits = 4
  private static let answerDigits = 8

  /// What stands for the answer of one template: twelve hexadecimal digits, four of which name it.
  ///
  /// - Parameters:
  ///   - template: Its name.
  ///   - answer: The right answer in words; case and accents do not matter.
  /// - Returns: The same text on every machine.
  package static func piece(template: String, answer: String) -> String {
    let name = StableHash(of: template).hexadecimal.suffix(nameDigits)
    let told = StableHash(of: Folding.folded(answer)).hexadecimal.suffix(answerDigits)
    return String(name + told)
  }

  /// The digest of a fact.
  ///
  /// - Parameter pieces: One of each template that asks it, in any order.
  /// - Returns: The same text on every machine.
  package static func text(_ pieces: some Sequence<String>) -> String {
    prefix + pieces.sorted().joined()
  }

  /// What an older log kept of an answer, as far as it tells anything: what was right then.
  ///
  /// - Parameters:
  ///   - digest: As it stands in the record.
  ///   - template: The template that asked.
  ///   - answer: The right answer of then.
  /// - Returns: The digest, or what tells as much of one of the first release.
  package static func read(_ digest: String, template: String, answer: String) -> String {
    digest.hasPrefix(ofOneAnswer)
      ? ofOneAnswer + piece(template: template, answer: answer) : digest
  }

  /// The templates whose answer is another one now than when a digest was taken.
  ///
  /// - Parameters:
  ///   - seen: The digest of then; one of another kind tells nothing.
  ///   - current: The piece of each template that asks the fact now, by its name.
  /// - Returns: Names of templates.
  package static func changed(from seen: String, to current: [String: String]) -> Set<String> {
    guard seen.hasPrefix(prefix) || seen.hasPrefix(ofOneAnswer) else { return [] }
    var pieces: [Substring: Substring] = [:]
    var rest = seen.dropFirst(prefix.count)
    while rest.count >= nameDigits + answerDigits {
      let piece = rest.prefix(nameDigits + answerDigits)
      pieces[piece.prefix(nameDigits)] = piece.dropFirst(nameDigits)
      rest = rest.dropFirst(piece.count)
    }
    return Set(
      current.filter { _, piece in
        pieces[piece.prefix(nameDigits)].map { $0 != piece.dropFirst(nameDigits) } ?? false
      }.keys
    )
  }
}
