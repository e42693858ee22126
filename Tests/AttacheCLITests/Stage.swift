import Foundation
import LineEditing
import QuizModel
import Synchronization
import TestSupport

@testable import AttacheCLI

/// The program with a world of its own: a scripted player, captured output, a temporary home, a
/// clock that stands at a moment and goes on by a second a look, and foreseeable UUIDs.
///
/// A class, since what is printed gathers in it.
final class Stage {
  /// The banks that come with the tests.
  static let banks = SourceTree.root
    .appendingPathComponent("Tests/AttacheCLITests/Fixtures/QuestionBanks")

  /// What was printed on standard output.
  private(set) var output = ""
  /// What was printed on standard error.
  private(set) var talk = ""
  /// Everything in order, with the prompts and what was typed at them.
  private(set) var transcript = ""
  /// The home, and everything below it.
  let home: ScratchFolder
  /// The environment; tests change it as they need.
  var environment: Environment

  private let steps = Steps()

  /// A world with an empty home.
  init() throws {
    let home = try ScratchFolder()
    self.home = home
    let steps = steps
    environment = Environment(
      variables: [
        "HOME": home.url.path, "XDG_DATA_HOME": home.url.appendingPathComponent("data").path,
        "XDG_CACHE_HOME": home.url.appendingPathComponent("cache").path,
        "ATTACHE_BANKS": Stage.banks.path, "TERM": "xterm-256color",
      ],
      executable: nil,
      loginName: "ri",
      output: { _ in },
      talk: { _ in },
      now: { steps.now() },
      offset: { _ in Steps.offset },
      monotonic: { steps.monotonic() },
      randomSeed: { 4 },
      makeUUID: { steps.uuid() },
      isInputTerminal: true,
      isOutputTerminal: true,
      isTalkTerminal: true,
      isOutputUTF8: true,
      scriptedReader: nil,
      columns: { 80 }
    )
    environment.output = { [unowned self] text in
      output += text
      transcript += text
    }
    environment.talk = { [unowned self] text in
      talk += text
      transcript += text
    }
  }

  /// The file of the log.
  var log: URL { home.url.appendingPathComponent("data/attache/log.sqlite") }

  /// Runs the program, forgetting what it printed before.
  ///
  /// - Returns: The exit code.
  @discardableResult
  func run(_ arguments: String..., typing lines: [String] = []) -> Int32 {
    run(arguments, reader: ScriptedReader(lines: lines))
  }

  /// Runs the program with a reader.
  @discardableResult
  func run(_ arguments: [String], reader: ScriptedReader) -> Int32 {
    forget()
    let also = reader.whenAsked
    reader.whenAsked = { [unowned self] request, input in
      switch input {
      case .line(let line): transcript += "\(request.prompt.styled)\(line)\n"
      case .endOfInput: transcript += "\(request.prompt.styled)<end of input>\n"
      case .interrupted: transcript += "\(request.prompt.styled)<Ctrl-C>\n"
      case .terminated(let signal): transcript += "\(request.prompt.styled)<signal \(signal)>\n"
      case .timedOut: transcript += "\(request.prompt.styled)<time is up>\n"
      }
      also?(request, input)
    }
    environment.scriptedReader = reader
    defer { reader.whenAsked = also }
    return Program.run(arguments, in: environment)
  }

  /// Forgets what was printed.
  func forget() {
    (output, talk, transcript) = ("", "", "")
  }

  /// A text without the paths that differ from machine to machine.
  func masked(_ text: String) -> String {
    text.replacingOccurrences(of: home.url.path, with: "HOME")
      .replacingOccurrences(of: Stage.banks.path, with: "BANKS")
  }
}

/// What goes on by one with each look; shared by closures that may run anywhere.
final class Steps: Sendable {
  private static let start: Int64 = 1_795_341_600_000  // 2026-11-22 10:00 UTC
  /// Seconds east of UTC, all the year round.
  static let offset = 32_400

  private let state = Mutex((seconds: Int64(0), milliseconds: Int64(0), uuids: UInt8(0)))

  /// A moment in Pyongyang, a second after the one before.
  func now() -> LocalInstant {
    let seconds = state.withLock { state in
      state.seconds += 1
      return state.seconds
    }
    return LocalInstant(
      instant: Instant(milliseconds: Steps.start + seconds * 1000),
      zone: "Asia/Pyongyang",
      offset: Steps.offset
    )
  }

  /// A tenth of a second after the look before.
  func monotonic() -> Int64 {
    state.withLock { state in
      state.milliseconds += 100
      return state.milliseconds
    }
  }

  /// The next of 255 UUIDs, then the same ones with another first byte.
  func uuid() -> UUID {
    let number = state.withLock { state in
      state.uuids &+= 1
      return state.uuids
    }
    return UUID(uuid: (0xab, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, number))
  }
}
