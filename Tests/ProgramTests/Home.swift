import Foundation
import QuizModel
import ScoreStore
import TestSupport

/// A home folder with a log of its own, for one test.
///
/// A class, because its end removes the folder.
final class Home {
  /// Everything lies in here.
  let folder: URL
  /// The environment of the programs that are started; nothing else is inherited.
  var variables: [String: String]

  /// Compiled once for all tests.
  private static let cache: URL = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("attache-program-tests-cache-\(getpid())")
    atexit { try? FileManager.default.removeItem(at: Home.cache) }
    return folder
  }()

  init() throws {
    let path = realpath(FileManager.default.temporaryDirectory.path, nil)
    defer { free(path) }
    folder = URL(fileURLWithPath: path.map { String(cString: $0) } ?? "/tmp")
      .appendingPathComponent("attache-program-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    variables = [
      "PATH": "/usr/bin:/bin",
      "HOME": folder.path,
      "USER": "tester",
      "XDG_DATA_HOME": folder.appendingPathComponent("data").path,
      "XDG_CACHE_HOME": Home.cache.path,
      "TERM": "xterm-256color",
      "LC_ALL": "C.UTF-8",
      "TZ": "UTC",
      "INPUTRC": "/dev/null",
      "ATTACHE_BANKS": SourceTree.banks.path,
      // Else a crash on a terminal would wait for a key.
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The file of the log.
  var log: URL { folder.appendingPathComponent("data/attache/log.sqlite") }

  /// A call of the program.
  func call(_ arguments: [String], program: String? = nil) throws -> ProgramCall {
    ProgramCall(
      try program ?? AttacheProgram.path(),
      arguments,
      variables: variables,
      folder: folder.path
    )
  }

  /// Starts the program on a terminal.
  func terminal(_ arguments: String..., columns: UInt16 = 80) throws -> PseudoTerminal {
    try PseudoTerminal(call(arguments), columns: columns)
  }

  /// Starts a shell with job control on a terminal; the program is `"$0"` in its script.
  func shell(_ script: String) throws -> PseudoTerminal {
    let program = try AttacheProgram.path()
    return try PseudoTerminal(call(["-m", "-c", script, program], program: "/bin/sh"))
  }

  /// Runs the program on pipes to its end.
  func run(_ arguments: String..., input: String = "") throws -> PipedProgram.Outcome {
    try PipedProgram(call(arguments), input: .text(input)).waitForEnd()
  }

  /// Opens the log to look into it.
  func openLog() throws -> ScoreLog {
    try ScoreLog(
      folder: log.deletingLastPathComponent(),
      now: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) },
      makeUUID: { UUID() }
    )
  }

  /// The last sitting in the log, and its answers.
  func lastSession() throws -> (session: PastSession, answers: [Answer])? {
    let log = try openLog()
    guard let session = try log.sessions(limit: 1).first else { return nil }
    let answers = try log.answers(in: session.opening.session).map(\.answer)
    try log.close()
    return (session, answers)
  }

  /// Why the last sitting ended; `nil` if it was not closed.
  func lastReason() throws -> SessionClosing.Reason? {
    try lastSession()?.session.reason
  }
}

/// What the prompts of a game say.
enum Prompts {
  static let answer = "\n> "
  static let next = "\nEnter for next, or undo > "
  static let result = "\nEnter to finish, or undo > "
  static let home = "q to leave > "
}
