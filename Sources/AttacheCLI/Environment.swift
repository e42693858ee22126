package import Foundation
package import LineEditing
package import QuizModel
import TerminalUI

/// Everything outside the program that commands touch, so that tests can stand in for it.
package struct Environment {
  /// The environment variables.
  package var variables: [String: String]
  /// The real path of the running program.
  package var executable: URL?
  /// The login name.
  package var loginName: String
  /// Writes to standard output.
  package var output: (String) -> Void
  /// Writes what is left of the output; a value of `errno` if not all of it could be written.
  package var finishOutput: () -> Int32 = { 0 }
  /// Writes to standard error.
  package var talk: (String) -> Void
  /// The moment it is, with the zone in force.
  package var now: @Sendable () -> LocalInstant
  /// Seconds east of UTC at a moment, in the zone of the machine; they change with summer time.
  package var offset: @Sendable (Instant) -> Int
  /// Milliseconds of a clock that never jumps.
  package var monotonic: () -> Int64
  /// A number that nobody can foretell.
  package var randomSeed: () -> UInt64
  /// A new UUID.
  package var makeUUID: @Sendable () -> UUID
  /// Whether standard input is a terminal.
  package var isInputTerminal: Bool
  /// Whether standard output is a terminal.
  package var isOutputTerminal: Bool
  /// Whether standard error is a terminal.
  package var isTalkTerminal: Bool
  /// Whether anything but ASCII may be printed.
  package var isOutputUTF8: Bool
  /// A reader that stands in for the terminal, in tests.
  package var scriptedReader: (any LineReading)?
  /// The columns of the terminal, where there is one.
  package var columns: () -> Int?
}

extension Environment {
  /// A folder of the XDG base directory specification: the variable where it is set to an
  /// absolute path, else the default under the home folder.
  package func folder(variable: String, default path: String) -> URL? {
    if let value = variables[variable], value.hasPrefix("/") {
      return URL(fileURLWithPath: value, isDirectory: true)
    }
    guard let home = variables["HOME"], home.hasPrefix("/") else { return nil }
    return URL(fileURLWithPath: home, isDirectory: true).appendingPathComponent(path)
  }

  /// Prints a sentence on standard output, cleaned, in ASCII where the terminal knows no more.
  func say(_ sentence: String) {
    output(ScreenRenderer(traits: TerminalTraits(hasUnicode: isOutputUTF8)).plain(sentence) + "\n")
  }

  /// Prints a sentence as ``say(_:)`` does, wrapped where it is read on a terminal.
  ///
  /// - Parameters:
  ///   - sentence: What is said.
  ///   - indent: Blanks in front of it, as in a list; rows that follow have two more.
  func tell(_ sentence: String, indent: Int = 0) {
    guard isOutputTerminal else { return say(String(repeating: " ", count: indent) + sentence) }
    let traits = TerminalTraits(width: columns() ?? 80, hasUnicode: isOutputUTF8)
    let line = Line(sentence, indent: indent, hanging: indent > 0 ? indent + 2 : 0)
    output(ScreenRenderer(traits: traits).text(Screen([line])))
  }

  /// The calendar day that it is, where the machine is.
  var today: CalendarDay { CalendarDay(now()) }

  /// The moment of a day's noon, where the machine is.
  func noon(of day: CalendarDay) -> Instant { day.noon(offsetAt: offset) }

  /// Where compiled banks are kept.
  package var cacheFolder: URL? {
    folder(variable: "XDG_CACHE_HOME", default: ".cache")?.appendingPathComponent("attache")
  }

  /// Where the log is kept.
  package var dataFolder: URL? {
    folder(variable: "XDG_DATA_HOME", default: ".local/share")?.appendingPathComponent("attache")
  }
}
