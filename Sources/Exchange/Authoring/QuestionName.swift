import QuizModel

/// What a file calls a question.
struct QuestionName {
  /// The name as ids have it; empty where the file gives none.
  let slug: String

  /// The name of a cleaned item.
  init(of item: PortableItem) {
    slug = item.id.isEmpty ? "" : Slug.name(of: QuestionName.own(item.id), prefix: "item")
  }

  /// What ids begin with that are made of the name; nothing where it tells no question from others:
  /// a number, or words with a number, such as the "Question 1" that many a program gives in each
  /// of its files.
  var bases: [String] {
    guard let last = slug.split(separator: "-").last, last.contains(where: { !$0.isNumber }),
      slug.count(where: \.isLetter) >= 3
    else { return [] }
    let base = Slug.shortened(slug)
    return base == slug ? [slug] : [slug, base]
  }

  /// What an id of a bank may begin with: itself, and what stands before its hash.
  static func bases(of id: String) -> [String] {
    guard let dash = id.lastIndex(of: "-"), isHash(id[id.index(after: dash)...]) else {
      return [id]
    }
    return [id, String(id[..<dash])]
  }

  /// The id of a question that is new to a bank.
  ///
  /// The question's own hash is part of it: the same name over another question is another id, also
  /// in a bank that is made anew, so that no memory moves from one to the other.
  ///
  /// - Parameters:
  ///   - identity: The question's.
  ///   - others: What tells it from another of its identity.
  ///   - stem: The question.
  /// - Returns: Small letters, digits and hyphens.
  func id(_ identity: QuestionIdentity, with others: Set<Likeness> = [], stem: String) -> String {
    let hash = "-" + identity.digits(with: others)
    if slug.hasSuffix(hash) { return slug }
    let words = slug.isEmpty ? Slug.opening(of: stem) : slug
    return (words.isEmpty ? "item" : Slug.shortened(words)) + hash
  }

  /// The name in the bank that an export of such a bank was made of.
  private static func own(_ id: String) -> String {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    let isOurs = parts.count == 3 && ["authored", "authored-statement"].contains(parts[0])
    return isOurs ? String(parts[1]) : id
  }

  private static func isHash(_ text: Substring) -> Bool {
    text.count == 16 && text.allSatisfy { $0.isHexDigit && !$0.isUppercase }
  }
}
