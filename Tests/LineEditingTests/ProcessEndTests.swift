import Foundation
import LineEditing
import Synchronization
import Testing

/// What the terminal was like before the read; a handler of `atexit` cannot capture it.
private let savedFlags = Mutex<(descriptor: Int32, flags: tcflag_t)>((-1, 0))

extension TerminalTests {
  /// Each test has a process of its own, since it ends or stops it.
  @Suite struct ProcessEndTests {
    @Test func exitDuringAReadRestoresTheTerminal() async {
      await #expect(processExitsWith: .exitCode(7)) {
        try withEditor { editor, terminal in
          let before = terminal.settings.c_lflag
          // Handlers run in reverse order, so this one comes after the editor's.
          savedFlags.withLock { $0 = (terminal.editorSide, before) }
          atexit {
            savedFlags.withLock { saved in
              var settings = termios()
              tcgetattr(saved.descriptor, &settings)
              if settings.c_lflag == saved.flags { _exit(7) }
            }
          }
          after(milliseconds: 300) {
            if terminal.settings.c_lflag != before { exit(3) }
          }
          _ = editor.ask()
        }
      }
    }

    @Test func quitDuringAReadRestoresTheTerminalAndEnds() async {
      await #expect(processExitsWith: .signal(SIGQUIT)) {
        var limit = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
        try withEditor { editor, _ in
          after(milliseconds: 200) { kill(getpid(), SIGQUIT) }
          _ = editor.ask()
        }
      }
    }

    @Test func stopKeepsTheText() async {
      await #expect(processExitsWith: .success) {
        let waker = Process()
        waker.executableURL = URL(filePath: "/bin/sh")
        // More than once, lest a process that stops too late waits for ever.
        waker.arguments = [
          "-c", "for i in 1 2 3 4 5 6 7 8; do sleep 1; kill -CONT \(getpid()) || exit; done",
        ]
        try waker.run()
        try withEditor { editor, terminal in
          terminal.type("Par")
          after(milliseconds: 200) { kill(getpid(), SIGTSTP) }
          terminal.type("is\r", afterMilliseconds: 1500)
          #expect(editor.ask() == .line("Paris"))
          let shown = terminal.output.components(separatedBy: "> Par").count - 1
          #expect(shown >= 2, "the text must have been drawn again")
        }
      }
    }
  }
}
