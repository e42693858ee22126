import Glibc

/// A program running under a pseudo-terminal, driven and timed from outside.
///
/// A class, because it owns a process and a file descriptor.
final class PseudoTerminal {
  /// What goes wrong with the harness itself.
  enum Failure: Error {
    case cannotOpen
    case cannotSpawn(code: Int32)
    case silent(waitingFor: String, seen: String)
  }

  /// From Linux's asm-generic/ioctls.h: TIOCSPTLCK and TIOCGPTN.
  private enum Request {
    static let lock: UInt = 0x4004_5431
    static let number: UInt = 0x8004_5430
  }

  /// POSIX_SPAWN_SETSID of spawn.h.
  private static let newSession: Int16 = 0x80

  /// The process.
  let process: pid_t
  private let terminal: Int32
  private var seen: [UInt8] = []

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - arguments: The path of the program, then its arguments.
  ///   - environment: Its whole environment.
  /// - Throws: ``Failure`` where the system does not let it.
  init(_ arguments: [String], environment: [String: String]) throws {
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    // Linux's own requests: the C library's posix_openpt and its like are not visible to Swift.
    var locked: Int32 = 0
    var number: Int32 = 0
    guard terminal >= 0, ioctl(terminal, Request.lock, &locked) == 0,
      ioctl(terminal, Request.number, &number) == 0
    else { throw Failure.cannotOpen }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The leader of a new session takes the first terminal that it opens as its own.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    posix_spawn_file_actions_addclose(&actions, terminal)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, PseudoTerminal.newSession)
    var child: pid_t = 0
    let argumentStrings = CStrings(arguments)
    let environmentStrings = CStrings(environment.map { "\($0.key)=\($0.value)" })
    let code = posix_spawn(
      &child,
      arguments[0],
      &actions,
      &attributes,
      argumentStrings.pointers,
      environmentStrings.pointers
    )
    guard code == 0 else { throw Failure.cannotSpawn(code: code) }
    process = child
  }

  deinit {
    close(terminal)
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// Waits until a text has appeared since the last wait.
  ///
  /// - Parameters:
  ///   - text: What is waited for.
  ///   - timeout: Milliseconds before giving up.
  /// - Throws: ``Failure`` where the text does not come.
  func wait(for text: String, timeout: Int32 = 60_000) throws {
    let wanted = Array(text.utf8)
    while true {
      if let place = seen.firstPlace(of: wanted) {
        seen.removeFirst(place + wanted.count)
        return
      }
      guard try readMore(timeout: timeout) else {
        throw Failure.silent(waitingFor: text, seen: String(decoding: seen, as: UTF8.self))
      }
    }
  }

  /// Waits until the program has closed its terminal.
  func waitForEnd(timeout: Int32 = 60_000) throws {
    while try readMore(timeout: timeout) {}
  }

  /// Types.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(terminal, bytes, bytes.count)
  }

  private func readMore(timeout: Int32) throws -> Bool {
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, timeout) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(terminal, &buffer, buffer.count)
    guard count > 0 else { return false }
    seen += buffer[..<count]
    return true
  }
}

/// An array of C strings that lives as long as it is needed.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) {
    pointers = strings.map { strdup($0) } + [nil]
  }

  deinit {
    for pointer in pointers { free(pointer) }
  }
}

extension [UInt8] {
  fileprivate func firstPlace(of wanted: [UInt8]) -> Int? {
    guard wanted.count <= count else { return nil }
    return (0...(count - wanted.count)).first {
      self[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}
