import Foundation
import LineEditing
import Synchronization

/// A terminal without a screen: a test types keys at one end, an editor reads at the other.
final class PseudoTerminal: Sendable {
  /// What went wrong in making one.
  struct Failure: Error {}

  /// The end that an editor reads from and writes to.
  let editorSide: Int32

  private let userSide: Int32
  private let screen = Mutex<[UInt8]>([])
  private let isClosed = Mutex(false)

  /// Makes a terminal.
  ///
  /// - Parameter columns: Its width, 1 or more.
  /// - Throws: ``Failure`` if the system has none to give.
  init(columns: UInt16 = 80) throws {
    var userSide: Int32 = -1
    var editorSide: Int32 = -1
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&userSide, &editorSide, nil, nil, &size) == 0 else { throw Failure() }
    self.userSide = userSide
    self.editorSide = editorSide
    var settings = self.settings
    // Else the kernel would swallow keys such as Ctrl-D that are typed before the prompt.
    cfmakeraw(&settings)
    // readline shows what is typed only if the terminal did so before.
    settings.c_lflag |= tcflag_t(ECHO)
    tcsetattr(editorSide, TCSANOW, &settings)
    // Somebody must read, or a long output would block the editor.
    Thread.detachNewThread { [self] in
      while !isClosed.withLock({ $0 }) { readScreen(waitingFor: 20) }
    }
  }

  /// Everything that the editor has written so far, without carriage returns.
  var output: String {
    // What was written just now may still be on its way.
    usleep(50_000)
    return screen.withLock { screen in
      String(decoding: screen.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }
  }

  /// The terminal's settings, as `stty` would show them.
  var settings: termios {
    var settings = termios()
    tcgetattr(editorSide, &settings)
    return settings
  }

  /// Types keys.
  func type(_ keys: String) {
    var rest = Array(keys.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(userSide, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest.removeFirst(count)
    }
  }

  /// Types keys a little later, while this thread waits for a line.
  func type(_ keys: String, afterMilliseconds milliseconds: Int) {
    after(milliseconds: milliseconds) { self.type(keys) }
  }

  /// Takes the terminal away, as a closed window does.
  func unplug() {
    isClosed.withLock { isClosed in
      if !isClosed { close(userSide) }
      isClosed = true
    }
  }

  /// Frees the editor's end too.
  func close() {
    unplug()
    Foundation.close(editorSide)
  }

  private func close(_ descriptor: Int32) {
    Foundation.close(descriptor)
  }

  private func readScreen(waitingFor milliseconds: Int32) {
    isClosed.withLock { isClosed in
      guard !isClosed else { return }
      var watched = pollfd(fd: userSide, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, 0) > 0 else { return }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(userSide, &bytes, bytes.count)
      if count > 0 { screen.withLock { $0 += bytes.prefix(count) } }
    }
    usleep(1000)
  }
}

/// The user's own key bindings and terminal must not matter.
///
/// Once only: other tests' threads may be reading the environment.
private let environmentIsPrepared: Bool = {
  setenv("INPUTRC", "/dev/null", 1)
  setenv("TERM", "xterm", 1)
  return true
}()

/// Runs a test with a terminal and an editor on it.
func withEditor(
  columns: UInt16 = 80,
  settings: ReadlineEditor.Settings = ReadlineEditor.Settings(),
  _ test: (ReadlineEditor, PseudoTerminal) throws -> Void
) throws {
  _ = environmentIsPrepared
  let terminal = try PseudoTerminal(columns: columns)
  defer { terminal.close() }
  var settings = settings
  settings.input = terminal.editorSide
  settings.output = terminal.editorSide
  let editor = try ReadlineEditor(settings: settings, signals: SignalWatch())
  try test(editor, terminal)
}
