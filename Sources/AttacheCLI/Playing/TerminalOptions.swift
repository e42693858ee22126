import ArgumentParser
import LineEditing
import TerminalUI

/// When colour is printed.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never
}

/// How output looks.
struct TerminalOptions: ParsableArguments {
  @Option(help: "Colour: auto, always or never. NO_COLOR is heeded too.")
  var color = ColourChoice.auto

  @Flag(help: "Plain sentences without decoration, for a screen reader.")
  var screenReader = false

  /// What the terminal can show at this moment.
  func traits(in environment: Environment) -> TerminalTraits {
    TerminalTraits(
      width: environment.isOutputTerminal ? environment.columns() ?? 80 : 80,
      hasColour: hasColour(in: environment),
      hasUnicode: environment.isOutputUTF8,
      isScreenReader: screenReader
    )
  }

  private func hasColour(in environment: Environment) -> Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      let terminal = environment.variables["TERM"] ?? "dumb"
      return environment.isOutputTerminal && !screenReader && terminal != "dumb"
        && (environment.variables["NO_COLOR"] ?? "").isEmpty
    }
  }
}
