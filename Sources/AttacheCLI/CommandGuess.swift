import ArgumentParser
import QuizModel
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
    let scored = names.map { ($0, EditDistance.between(typed, $0)) }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
    if let (name, distance) = scored, distance <= max(2, typed.count / 3) {
      return "no command \(shown(typed)); did you mean \(shown(name))?"
    }
    let help = (["attache", "help"] + path).joined(separator: " ")
    return "no command \(shown(typed)); \(help) lists them"
  }
}
