import Foundation
import Glibc

/// The binary that is measured, with folders of its own.
struct ProgramUnderTest {
  let binary: String
  let folder: URL
  let banks: String

  /// What the program sees of its environment.
  var environment: [String: String] {
    [
      "HOME": folder.path, "XDG_DATA_HOME": folder.appendingPathComponent("data").path,
      "XDG_CACHE_HOME": folder.appendingPathComponent("cache").path, "TERM": "xterm",
      "LC_ALL": "C.UTF-8", "INPUTRC": "/dev/null", "PATH": "/usr/bin:/bin", "USER": "bench",
      "ATTACHE_BANKS": banks, "NO_COLOR": "1",
    ]
  }

  /// Starts a game.
  func play(_ arguments: String...) throws -> PseudoTerminal {
    try PseudoTerminal([binary, "play"] + arguments, environment: environment)
  }

  /// Milliseconds until the first question can be answered.
  func timeToFirstQuestion(_ arguments: [String]) throws -> Double {
    let start = milliseconds()
    let terminal = try PseudoTerminal([binary, "play"] + arguments, environment: environment)
    try terminal.wait(for: "1 of 1 ", timeout: 120_000)
    try terminal.wait(for: "> ", timeout: 10_000)
    return milliseconds() - start
  }

  /// Milliseconds of processor time that a process has taken so far.
  static func processorTime(of process: pid_t) -> Double {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/schedstat", encoding: .utf8),
      let nanoseconds = text.split(separator: " ").first.flatMap({ Double($0) })
    else { return 0 }
    return nanoseconds / 1_000_000
  }

  /// The most memory that a process has held so far, in megabytes.
  static func peakMegabytes(of process: pid_t) -> Double {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
    else { return 0 }
    return kilobytes / 1024
  }
}
