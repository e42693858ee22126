import QuizModel

/// Short names as banks have them: small letters and digits, divided by single hyphens.
enum Slug {
  /// The longest name, in bytes.
  static let limit = 64

  /// The name made of a text.
  ///
  /// - Parameters:
  ///   - text: Any text. Where letters or digits of it are lost, or it is too long, a hash of it
  ///     follows, so that two texts of another script get two names.
  ///   - prefix: What stands for a text of which nothing is left.
  /// - Returns: Never empty.
  static func name(of text: String, prefix: String) -> String {
    let (slug, isWhole) = reduced(text)
    guard !isWhole || slug.isEmpty || slug.utf8.count > limit else { return slug }
    let head = slug.isEmpty ? prefix : shortened(slug)
    return head + "-" + StableHash(of: text).hexadecimal
  }

  /// The first words of a text as a name; empty where it has none of the kind.
  static func opening(of text: String) -> String {
    reduced(String(text.prefix(400))).slug.split(separator: "-").prefix(6).joined(separator: "-")
  }

  /// A name of at most 40 bytes, ending where a word does.
  static func shortened(_ slug: String) -> String {
    guard slug.utf8.count > 40 else { return slug }
    var words: [Substring] = []
    var length = 0
    for word in slug.split(separator: "-") {
      length += word.utf8.count + 1
      guard length <= 41 else { break }
      words.append(word)
    }
    return words.isEmpty ? String(slug.prefix(40)) : words.joined(separator: "-")
  }

  private static func reduced(_ text: String) -> (slug: String, isWhole: Bool) {
    var slug = ""
    var isWhole = true
    for scalar in Folding.folded(text).unicodeScalars {
      if (scalar.value >= 0x61 && scalar.value <= 0x7a)
        || (scalar.value >= 0x30 && scalar.value <= 0x39)
      {
        slug.unicodeScalars.append(scalar)
      } else {
        isWhole = isWhole && !isAlphanumeric(scalar)
        if slug.utf8.last != 0x2d, !slug.isEmpty { slug += "-" }
      }
    }
    if slug.utf8.last == 0x2d { slug.removeLast() }
    return (slug, isWhole)
  }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
