import Glibc

/// A pattern of the schema, matched by POSIX extended regular expressions.
///
/// The C library's matcher runs in time linear in the text where a pattern has no
/// back-references; a backtracking one could be kept busy for years by a bank from a stranger.
final class TablePattern {
  /// The pattern as the schema has it.
  let text: String
  private var compiled = regex_t()

  /// Compiles a pattern.
  ///
  /// - Returns: `nil` if the pattern is none, uses what POSIX has not (`\d`, `(?`, `\1`), or
  ///   repeats so much that its automaton would be huge.
  init?(_ text: String) {
    self.text = text
    guard text.utf8.count <= 400, !text.contains("(?"), TablePattern.isModest(text),
      !TablePattern.hasForeignEscape(text), regcomp(&compiled, text, REG_EXTENDED | REG_NOSUB) == 0
    else { return nil }
  }

  deinit { regfree(&compiled) }

  /// Whether a text fits.
  func matches(_ text: String) -> Bool {
    regexec(&compiled, text, 0, nil, 0) == 0
  }

  private static func isModest(_ pattern: String) -> Bool {
    var product = 1
    for part in pattern.split(separator: "{").dropFirst() {
      let bounds = part.prefix { $0 != "}" }.split(separator: ",").compactMap { Int($0) }
      product *= min(max(bounds.max() ?? 1, 1), 10_000)
      if product > 1_000 { return false }
    }
    return true
  }

  private static func hasForeignEscape(_ pattern: String) -> Bool {
    zip(pattern, pattern.dropFirst()).contains { slash, letter in
      slash == "\\" && (letter.isLetter || letter.isNumber)
    }
  }
}
