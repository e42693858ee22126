internal import Foundation

/// A terminal with a program on it: a test types the keys and reads what appears.
///
/// Nothing waits without a deadline. A class, because its end hangs up and kills the program.
package final class PseudoTerminal {
  /// The program.
  package let child: ChildProcess
  /// What the terminal was set to before the program started.
  package let settingsBefore: TerminalSettings

  private var userSide: Int32
  private let programSide: Int32
  private var bytes: [UInt8] = []
  /// How many characters of ``text`` have been expected already.
  private var position = 0

  /// Starts a program on a new terminal.
  package init(_ call: ProgramCall, columns: UInt16 = 80, rows: UInt16 = 24) throws {
    var ends: (user: Int32, program: Int32) = (-1, -1)
    guard openpty(&ends.user, &ends.program, nil, nil, nil) == 0 else {
      throw ProgramFailure.system(call: "openpty", code: errno)
    }
    // The program's end stays open, so that its settings can be read when the program has ended.
    (userSide, programSide) = ends
    var name = [CChar](repeating: 0, count: 128)
    ttyname_r(programSide, &name, name.count)
    let path = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
      as: UTF8.self
    )
    for descriptor in [userSide, programSide] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(userSide, F_SETFL, O_NONBLOCK)
    PseudoTerminal.setSize(of: userSide, columns: columns, rows: rows)
    settingsBefore = TerminalSettings(of: programSide)
    do {
      child = try ChildProcess(call, terminal: path)
    } catch {
      close(userSide)
      close(programSide)
      throw error
    }
  }

  deinit {
    hangUp()
    close(programSide)
  }

  /// Everything that the program has written, escape sequences and all.
  package var transcript: String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Everything that the program has written, without escape sequences and carriage returns.
  package var text: String {
    TerminalText.plain(transcript)
  }

  /// The settings at this moment.
  package var settings: TerminalSettings { TerminalSettings(of: programSide) }

  /// Types keys.
  package func type(_ keys: String) {
    var rest = Array(keys.utf8)[...]
    let deadline = TestDeadline(seconds: 10)
    while !rest.isEmpty, !deadline.hasPassed {
      let count = rest.withUnsafeBytes { write(userSide, $0.baseAddress, $0.count) }
      if count > 0 { rest.removeFirst(count) } else { read(forMilliseconds: 5) }
    }
  }

  /// Waits until a text has appeared behind all that has been expected so far.
  ///
  /// - Returns: What stands before it.
  /// - Throws: ``ProgramFailure/notSeen(_:seen:)``.
  @discardableResult
  package func expect(_ wanted: String, seconds: Double = 20) throws -> String {
    try expect(anyOf: [wanted], seconds: seconds).before
  }

  /// Waits until one of several texts has appeared behind all that has been expected so far.
  ///
  /// - Returns: The first of them to appear, and what stands before it.
  @discardableResult
  package func expect(
    anyOf wanted: [String],
    seconds: Double = 20
  ) throws -> (found: String, before: String) {
    let deadline = TestDeadline(seconds: seconds)
    while true {
      let news = Array(text.utf8.dropFirst(position))
      let places = wanted.compactMap { text in
        news.firstRange(of: Array(text.utf8)).map { (text, $0) }
      }
      if let (found, place) = places.min(by: { $0.1.lowerBound < $1.1.lowerBound }) {
        position += place.upperBound
        return (found, String(decoding: news[..<place.lowerBound], as: UTF8.self))
      }
      guard !deadline.hasPassed else {
        throw ProgramFailure.notSeen(wanted.joined(separator: " | "), seen: text)
      }
      read(forMilliseconds: 20)
    }
  }

  /// What appears within a time; for texts that are not to appear.
  package func news(within seconds: Double) -> String {
    let deadline = TestDeadline(seconds: seconds)
    while !deadline.hasPassed { read(forMilliseconds: 10) }
    return String(decoding: text.utf8.dropFirst(position), as: UTF8.self)
  }

  /// Waits until the program has changed the terminal's settings, as it does for a prompt, or has
  /// taken the change back.
  package func waitForSettings(seconds: Double = 10, _ areRight: (TerminalSettings) -> Bool) -> Bool
  {
    let deadline = TestDeadline(seconds: seconds)
    while !areRight(settings) {
      if deadline.hasPassed { return false }
      read(forMilliseconds: 5)
    }
    return true
  }

  /// Changes the size of the window.
  package func resize(columns: UInt16, rows: UInt16 = 24) {
    PseudoTerminal.setSize(of: userSide, columns: columns, rows: rows)
  }

  /// Takes the terminal away, as a closed window does.
  package func hangUp() {
    if userSide >= 0 { close(userSide) }
    userSide = -1
  }

  /// Waits for the program's end and reads the rest of what it has written.
  ///
  /// - Throws: ``ProgramFailure/didNotEnd(seen:)``.
  package func waitForEnd(seconds: Double = 20) throws -> ProgramEnd {
    let end = child.waitForEnd(seconds: seconds) { read(forMilliseconds: 5) }
    guard let end else { throw ProgramFailure.didNotEnd(seen: text) }
    while read(forMilliseconds: 0) {}
    return end
  }

  @discardableResult
  private func read(forMilliseconds milliseconds: Int32) -> Bool {
    guard userSide >= 0 else {
      usleep(UInt32(milliseconds) * 1000)
      return false
    }
    var watched = pollfd(fd: userSide, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, milliseconds) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = Foundation.read(userSide, &chunk, chunk.count)
    guard count > 0 else { return false }
    bytes += chunk.prefix(count)
    return true
  }

  private static func setSize(of descriptor: Int32, columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }
}

/// What `stty` shows of a terminal.
package struct TerminalSettings: Hashable, Sendable {
  private let modes: [UInt32]
  private let keys: [UInt8]

  /// Reads the settings; all zero where there is no terminal any more.
  init(of descriptor: Int32) {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    modes = [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
    keys = withUnsafeBytes(of: settings.c_cc) { Array($0) }
  }

  /// Whether the terminal itself shows what is typed.
  package var echoes: Bool { modes[3] & UInt32(ECHO) != 0 }
}
