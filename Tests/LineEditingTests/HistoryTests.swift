import Foundation
import LineEditing
import Testing

extension TerminalTests {
  @Suite struct RecallTests {
    private let up = "\u{1B}[A"

    @Test func upKeyRecallsCommandsAndNoAnswers() throws {
      try withEditor { editor, terminal in
        terminal.type("sources\r")
        #expect(editor.ask(keepsHistory: true) == .line("sources"))
        terminal.type("Paris\r")
        #expect(editor.ask() == .line("Paris"))
        terminal.type(up + "\r")
        #expect(editor.ask() == .line(""), "an answer must recall nothing")
        terminal.type(up + "\r")
        #expect(editor.ask(keepsHistory: true) == .line("sources"))
        #expect(editor.history.lines == ["sources"])
      }
    }

    @Test func searchAmongAnswersFindsNoCommand() throws {
      try withEditor { editor, terminal in
        terminal.type("sources\r")
        #expect(editor.ask(keepsHistory: true) == .line("sources"))
        terminal.type("x\u{12}so")
        guard case .timedOut = editor.ask(timeLimit: .milliseconds(100)) else {
          Issue.record("The limit did not end the read")
          return
        }
        terminal.type("\u{12}so\u{7}y\r")
        #expect(editor.ask() == .line("y"))
        #expect(!terminal.output.contains("': sources"))
        terminal.type("\u{12}so\r")
        #expect(editor.ask(keepsHistory: true) == .line("sources"))
      }
    }

    @Test func historyOutlivesTheEditor() throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      var settings = ReadlineEditor.Settings()
      settings.historyFile = folder.appending(path: "history")
      try withEditor(settings: settings) { editor, terminal in
        try editor.loadHistory()
        terminal.type("map é\r")
        #expect(editor.ask(keepsHistory: true) == .line("map é"))
        try editor.saveHistory()
      }
      try withEditor(settings: settings) { editor, terminal in
        try editor.loadHistory()
        terminal.type(up + "!\r")
        #expect(editor.ask(keepsHistory: true) == .line("map é!"))
      }
    }
  }
}

@Suite struct LineHistoryTests {
  @Test func emptyAndRepeatedLinesAreLeftOut() {
    var history = LineHistory()
    for line in ["map", "", "  ", "map", "stats", "map", "two\nrows"] { history.add(line) }
    #expect(history.lines == ["map", "stats", "map", "two rows"])
  }

  @Test func oldestLinesAreForgotten() {
    var history = LineHistory(limit: 2)
    for line in ["one", "two", "three"] { history.add(line) }
    #expect(history.lines == ["two", "three"])
    var none = LineHistory(limit: 0)
    none.add("one")
    #expect(none.lines.isEmpty)
  }

  @Test func fileIsWrittenForItsOwnerAndReadAgain() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    var history = LineHistory()
    try history.load(from: file)
    #expect(history.lines.isEmpty)
    history.add("map")
    history.add("stats")
    try history.save(to: file)
    var again = LineHistory()
    try again.load(from: file)
    #expect(again.lines == ["map", "stats"])
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? NSNumber == 0o600)
  }

  @Test func folderInPlaceOfAFileIsReported() {
    var history = LineHistory()
    #expect(throws: (any Error).self) {
      try history.load(from: FileManager.default.temporaryDirectory)
    }
  }
}
