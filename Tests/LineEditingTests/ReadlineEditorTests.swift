import Foundation
import LineEditing
import Testing

extension TerminalTests {
  @Suite struct ReadlineEditorTests {
    @Test func lineIsRead() throws {
      try withEditor { editor, terminal in
        terminal.type("Paris\r")
        #expect(editor.ask("Capital? ") == .line("Paris"))
        #expect(terminal.output.contains("Capital? Paris"))
      }
    }

    @Test func emptyLineIsNoEndOfInput() throws {
      try withEditor { editor, terminal in
        terminal.type("\r")
        #expect(editor.ask() == .line(""))
      }
    }

    /// Keys, and the line that they make.
    struct Keys: CustomTestStringConvertible {
      let testDescription: String
      let typed: String
      let line: String
    }

    @Test(arguments: [
      Keys(testDescription: "left and insert", typed: "Pars\u{1B}[Di\r", line: "Paris"),
      Keys(testDescription: "backspace over é", typed: "Lomé\u{7F}e\r", line: "Lome"),
      Keys(testDescription: "backspace over 한", typed: "북한\u{7F}경\r", line: "북경"),
      Keys(testDescription: "start of line", typed: "aris\u{1}P\r", line: "Paris"),
      Keys(testDescription: "spaces at both ends", typed: "  Paris \r", line: "Paris"),
      Keys(testDescription: "decomposed é", typed: "Lome\u{301}\r", line: "Lom\u{E9}"),
      Keys(testDescription: "quoted control character", typed: "a\u{16}\u{7}b\r", line: "ab"),
      Keys(testDescription: "Ctrl-D in a line", typed: "ab\u{1}\u{4}\r", line: "b"),
    ])
    func editingKeysWork(keys: Keys) throws {
      try withEditor { editor, terminal in
        terminal.type(keys.typed)
        let input = editor.ask()
        #expect(input == .line(keys.line))
        // Equal strings may differ in their scalars, which is what normal form C is about.
        if case .line(let line) = input { #expect(Array(line.utf8) == Array(keys.line.utf8)) }
      }
    }

    @Test func controlDOnEmptyLineEndsInputOnItsOwnRow() throws {
      try withEditor { editor, terminal in
        terminal.type("\u{4}")
        #expect(editor.ask() == .endOfInput)
        #expect(terminal.output.hasSuffix("\n"))
        terminal.type("more\r")
        #expect(editor.ask() == .line("more"))
      }
    }

    @Test func terminalIsRestored() throws {
      try withEditor { editor, terminal in
        let flags = { [terminal.settings.c_lflag, terminal.settings.c_iflag] }
        let before = flags()
        after(milliseconds: 200) { [terminal] in
          if terminal.settings.c_lflag & tcflag_t(ISIG) != 0 { terminal.type("prepared\r") }
        }
        #expect(editor.ask() == .line("prepared"))
        #expect(flags() == before)
      }
    }

    @Test func onePasteIsOneLine() throws {
      try withEditor { editor, terminal in
        terminal.type("1 \u{1B}[200~one\r\ntwo\n\n\tthree\u{1B}[3m\n\u{1B}[201~!\r")
        #expect(editor.ask() == .line("1 one two three[3m!"))
        #expect(terminal.output.contains("\u{1B}[?2004h"))
      }
    }

    @Test func overlongPasteIsCutBetweenCharacters() throws {
      try withEditor { editor, terminal in
        let paste = "x" + String(repeating: "é", count: 100_000)
        terminal.type("\u{1B}[200~\(paste)\u{1B}[201~\r", afterMilliseconds: 50)
        guard case .line(let line) = editor.ask(timeLimit: .seconds(25)) else {
          Issue.record("No line")
          return
        }
        #expect(line.utf8.count <= 65_536)
        #expect(line.utf8.count > 65_000)
        #expect(paste.hasPrefix(line))
      }
    }

    @Test func bracketedPasteCanBeSwitchedOff() throws {
      var settings = ReadlineEditor.Settings()
      settings.bracketsPaste = false
      try withEditor(settings: settings) { editor, terminal in
        terminal.type("plain\r")
        #expect(editor.ask() == .line("plain"))
        #expect(!terminal.output.contains("\u{1B}[?2004"))
      }
    }

    @Test func colourTakesUpNoColumns() throws {
      try withEditor(columns: 20) { editor, terminal in
        terminal.type("fifteen letters")
        terminal.type("\u{1}\u{5}\r", afterMilliseconds: 150)
        #expect(editor.ask(Prompt(styled: "\u{1B}[1;32m>\u{1B}[0m ")) == .line("fifteen letters"))
        let output = terminal.output
        #expect(!output.contains("\u{1B}[A"), "the text fits into one row")
        #expect(output.contains("\u{1B}[1;32m>\u{1B}[0m fifteen letters"))
        #expect(!output.contains("\u{1}") && !output.contains("\u{2}"))
      }
    }

    @Test func unusableDescriptorIsReported() throws {
      var settings = ReadlineEditor.Settings()
      settings.input = 9999
      let signals = try SignalWatch()
      #expect(throws: LineEditingError.descriptorUnusable(code: EBADF)) {
        try ReadlineEditor(settings: settings, signals: signals)
      }
    }

    @Test func readerSuitsTheStreams() throws {
      let signals = try SignalWatch()
      let terminal = try PseudoTerminal()
      defer { terminal.close() }
      let pipe = Pipe()
      var settings = ReadlineEditor.Settings()
      settings.input = terminal.editorSide
      settings.output = terminal.editorSide
      #expect(try StandardLineReader.make(settings: settings, signals: signals) is ReadlineEditor)
      settings.output = pipe.fileHandleForWriting.fileDescriptor
      #expect(try StandardLineReader.make(settings: settings, signals: signals) is PlainLineReader)
    }
  }
}
