import ArgumentParser
import TerminalUI

/// Tells a mistyped command from an argument.
enum CommandGuess {
  /// What to say of the first words, if they mean no command.
  static func mistake(in arguments: [String]) -> String? {
    mistake(in: arguments[...], of: AttacheCommand.self, path: [])
  }

  private static func mistake(
    in arguments: ArraySlice<String>,
    of command: any ParsableCommand.Type,
    path: [String]
  ) -> String? {
    let subcommands = command.configuration.subcommands
    guard let word = arguments.first, !word.hasPrefix("-"), !subcommands.isEmpty else { return nil }
    if let named = subcommands.first(where: { $0._commandName == word }) {
      return mistake(in: arguments.dropFirst(), of: named, path: path + [word])
    }
    let names = subcommands.map { $0._commandName } + ["help"]
    guard word != "help" else { return nil }
    func shown(_ name: String) -> String { (path + [name]).joined(separator: " ") }
    let typed = String(SafeText.cleaned(word).prefix(40))
    let scored = names.map { ($0, distance(typed, $0)) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
    if let (name, distance) = scored, distance <= max(2, typed.count / 3) {
      return "no command \(shown(typed)); did you mean \(shown(name))?"
    }
    let help = (["attache", "help"] + path).joined(separator: " ")
    return "no command \(shown(typed)); \(help) lists them"
  }

  /// The edits that turn one word into another, two letters exchanged counting as one.
  ///
  /// Damerau's restricted distance (Boytsov 2011, section 2.2).
  static func distance(_ left: String, _ right: String) -> Int {
    let one = Array(left.prefix(40).utf8)
    let two = Array(right.utf8)
    guard !one.isEmpty, !two.isEmpty else { return max(one.count, two.count) }
    var rows = [[Int]](
      repeating: [Int](repeating: 0, count: two.count + 1),
      count: one.count + 1
    )
    for place in 0...one.count { rows[place][0] = place }
    for place in 0...two.count { rows[0][place] = place }
    for row in 1...one.count {
      for column in 1...two.count {
        let cost = one[row - 1] == two[column - 1] ? 0 : 1
        var best = min(
          rows[row - 1][column] + 1,
          rows[row][column - 1] + 1,
          rows[row - 1][column - 1] + cost
        )
        if row > 1, column > 1, one[row - 1] == two[column - 2], one[row - 2] == two[column - 1] {
          best = min(best, rows[row - 2][column - 2] + 1)
        }
        rows[row][column] = best
      }
    }
    return rows[one.count][two.count]
  }
}
