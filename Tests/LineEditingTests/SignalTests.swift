import Foundation
import LineEditing
import Testing

extension TerminalTests {
  @Suite struct SignalTests {
    private func handler(of signal: Int32) -> UInt {
      var action = sigaction()
      sigaction(signal, nil, &action)
      return withUnsafeBytes(of: action.__sigaction_handler) { $0.load(as: UInt.self) }
    }

    @Test func controlCInterruptsAndRestoresTheTerminal() throws {
      try withEditor { editor, terminal in
        let before = terminal.settings.c_lflag
        terminal.type("Par")
        after(milliseconds: 200) { kill(getpid(), SIGINT) }
        #expect(editor.ask() == .interrupted)
        #expect(terminal.settings.c_lflag == before)
        #expect(terminal.output.contains("> Par^C\n"))
        terminal.type("next\r")
        #expect(editor.ask() == .line("next"))
      }
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func terminationDuringAReadEndsIt(signal: Int32) throws {
      try withEditor { editor, _ in
        after(milliseconds: 200) { kill(getpid(), signal) }
        #expect(editor.ask() == .terminated(signal: signal))
      }
    }

    @Test func terminationBetweenReadsIsRemembered() throws {
      try withEditor { editor, terminal in
        send(SIGTERM)
        terminal.type("line\r")
        #expect(editor.ask() == .terminated(signal: SIGTERM))
        #expect(editor.ask() == .terminated(signal: SIGTERM))
      }
    }

    @Test func interruptBetweenReadsIsReturnedOnce() throws {
      try withEditor { editor, terminal in
        send(SIGINT)
        terminal.type("line\r")
        #expect(editor.ask() == .interrupted)
        #expect(editor.ask() == .line("line"))
      }
    }

    @Test func interruptEndsAnUnfinishedPaste() throws {
      try withEditor { editor, terminal in
        terminal.type("\u{1B}[200~Par")
        after(milliseconds: 200) { kill(getpid(), SIGINT) }
        #expect(editor.ask() == .interrupted)
      }
    }

    @Test func resizeAndContinueKeepTheText() throws {
      try withEditor { editor, terminal in
        terminal.type("Par")
        after(milliseconds: 150) { kill(getpid(), SIGWINCH) }
        after(milliseconds: 300) { kill(getpid(), SIGCONT) }
        terminal.type("is\r", afterMilliseconds: 450)
        #expect(editor.ask() == .line("Paris"))
        let shown = terminal.output.components(separatedBy: "> Par").count - 1
        #expect(shown >= 2, "the text must have been drawn again")
      }
    }

    @Test func vanishedTerminalIsAHangup() throws {
      try withEditor { editor, terminal in
        terminal.type("Par")
        after(milliseconds: 200) { terminal.unplug() }
        #expect(editor.ask() == .terminated(signal: SIGHUP))
      }
      try withEditor { editor, terminal in
        let before = terminal.settings.c_lflag
        after(milliseconds: 200) {
          terminal.type(terminal.settings.c_lflag == before ? "unprepared\r" : "prepared\r")
        }
        #expect(editor.ask() == .line("prepared"), "another terminal must be usable afterwards")
        #expect(terminal.settings.c_lflag == before)
      }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT, SIGPIPE])
    func previousDispositionComesBack(signal: Int32) throws {
      let before = handler(of: signal)
      do {
        let first = try SignalWatch()
        let second = try SignalWatch()
        #expect(handler(of: signal) != before)
        withExtendedLifetime((first, second)) {}
      }
      #expect(handler(of: signal) == before)
    }

    @Test(arguments: [SIGTSTP, SIGQUIT])
    func stopIsHeldOnlyDuringARead(signal: Int32) throws {
      try withEditor { editor, terminal in
        let before = handler(of: signal)
        terminal.type("line\r")
        #expect(editor.ask() == .line("line"))
        #expect(handler(of: signal) == before)
      }
    }

    @Test func ignoredSignalStaysIgnored() throws {
      let previous = signal(SIGHUP, SIG_IGN)
      defer { signal(SIGHUP, previous) }
      let before = handler(of: SIGHUP)
      let signals = try SignalWatch()
      #expect(handler(of: SIGHUP) == before)
      withExtendedLifetime(signals) {}
    }

    @Test func closedPipeKillsNobody() throws {
      let signals = try SignalWatch()
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      let count = write(pipe.fileHandleForWriting.fileDescriptor, "x", 1)
      #expect(count == -1 && errno == EPIPE)
      withExtendedLifetime(signals) {}
    }
  }
}
