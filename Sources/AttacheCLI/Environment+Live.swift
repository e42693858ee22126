import Foundation
import Glibc
import LineEditing
import QuizModel

extension Environment {
  /// The real world.
  package static func live() -> Environment {
    // Else the first file that is opened would be taken for what somebody types.
    if fcntl(STDIN_FILENO, F_GETFD) < 0 { _ = open("/dev/null", O_RDONLY) }
    return Environment(
      variables: ProcessInfo.processInfo.environment,
      executable: executablePath(),
      loginName: NSUserName(),
      output: { print($0, terminator: "") },
      finishOutput: StandardOutput.finish,
      talk: { text in
        fflush(nil)
        write(text, to: STDERR_FILENO)
      },
      now: {
        let date = Date()
        let zone = TimeZone.current
        return LocalInstant(
          instant: Instant(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded(.down))),
          zone: zone.identifier,
          offset: zone.secondsFromGMT(for: date)
        )
      },
      offset: { instant in
        let seconds = Double(instant.milliseconds) / 1000
        return TimeZone.current.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))
      },
      monotonic: {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
      },
      randomSeed: { UInt64.random(in: 0...999_999) },
      makeUUID: { UUID() },
      isInputTerminal: isatty(STDIN_FILENO) == 1,
      isOutputTerminal: isatty(STDOUT_FILENO) == 1,
      isTalkTerminal: isatty(STDERR_FILENO) == 1,
      isOutputUTF8: TerminalLocale.outputIsUTF8(),
      scriptedReader: nil,
      columns: {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
          return nil
        }
        return Int(size.ws_col)
      }
    )
  }

  /// Writes a text as far as it can be written.
  ///
  /// `FileHandle` would crash where standard error is closed or its terminal is gone.
  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      rest.removeFirst(count)
    }
  }

  private static func executablePath() -> URL? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return URL(fileURLWithPath: String(cString: path))
  }
}
