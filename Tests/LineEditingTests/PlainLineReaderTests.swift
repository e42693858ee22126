import Foundation
import LineEditing
import Testing

extension TerminalTests {
  @Suite struct PlainLineReaderTests {
    /// Runs a test with a reader on a pipe that holds `bytes` and, unless told, ends after them.
    private func withReader(
      _ bytes: [UInt8],
      endsInput: Bool = true,
      _ test: (PlainLineReader, FileHandle) throws -> Void
    ) throws {
      let pipe = Pipe()
      let reader = PlainLineReader(
        input: pipe.fileHandleForReading.fileDescriptor,
        output: nil,
        signals: try SignalWatch()
      )
      try pipe.fileHandleForWriting.write(contentsOf: bytes)
      if endsInput { try pipe.fileHandleForWriting.close() }
      try test(reader, pipe.fileHandleForWriting)
      withExtendedLifetime(pipe) {}
    }

    /// What a pipe holds, and the lines that are read from it.
    struct Stream: CustomTestStringConvertible {
      let testDescription: String
      let bytes: [UInt8]
      let lines: [String]

      init(_ description: String, _ bytes: [UInt8], _ lines: [String]) {
        testDescription = description
        self.bytes = bytes
        self.lines = lines
      }
    }

    @Test(arguments: [
      Stream("nothing", [], []),
      Stream("lines", Array("one\ntwo\n".utf8), ["one", "two"]),
      Stream("no final newline", Array("one\ntwo".utf8), ["one", "two"]),
      Stream("empty lines", Array("\n\none\n".utf8), ["", "", "one"]),
      Stream("CRLF", Array("one\r\n\r\ntwo\r\n".utf8), ["one", "", "two"]),
      Stream("byte order mark", Array("\u{FEFF}one\n".utf8), ["one"]),
      Stream("tabs and spaces", Array(" a\tb \n".utf8), ["a b"]),
      Stream("NUL", [0x61, 0x00, 0x62, 0x0A], ["ab"]),
      Stream("invalid UTF-8", [0x61, 0xFF, 0x62, 0x0A], ["a\u{FFFD}b"]),
      Stream("unfinished UTF-8 at the end", [0x61, 0xC3], ["a\u{FFFD}"]),
      Stream("escape sequence", Array("a\u{1B}[2Jb\n".utf8), ["a[2Jb"]),
      Stream("decomposed é", Array("e\u{301}\n".utf8), ["\u{E9}"]),
    ])
    func linesAreRead(stream: Stream) throws {
      try withReader(stream.bytes) { reader, _ in
        for line in stream.lines {
          let input = reader.ask()
          #expect(input == .line(line))
          if case .line(let read) = input { #expect(Array(read.utf8) == Array(line.utf8)) }
        }
        #expect(reader.ask() == .endOfInput)
        #expect(reader.ask() == .endOfInput)
      }
    }

    @Test func overlongLineIsCutAndTheNextIsWhole() throws {
      let pipe = Pipe()
      let reader = PlainLineReader(
        input: pipe.fileHandleForReading.fileDescriptor,
        output: nil,
        signals: try SignalWatch()
      )
      let writer = pipe.fileHandleForWriting
      Thread.detachNewThread {
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000)
        for _ in 0..<100 { try? writer.write(contentsOf: piece) }
        try? writer.write(contentsOf: Array("\nnext\n".utf8))
        try? writer.close()
      }
      let before = residentKilobytes()
      #expect(reader.ask(timeLimit: .seconds(25)) == .line(String(repeating: "x", count: 65_536)))
      #expect(residentKilobytes() - before < 30_000)
      #expect(reader.ask() == .line("next"))
      #expect(reader.ask() == .endOfInput)
    }

    @Test func cutNeverSplitsACharacter() throws {
      // Longer than the pipe holds, hence a file.
      let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: file) }
      let line = "x" + String(repeating: "é", count: 100_000)
      try Data("\(line)\nnext\n".utf8).write(to: file)
      let handle = try FileHandle(forReadingFrom: file)
      let reader = PlainLineReader(
        input: handle.fileDescriptor,
        output: nil,
        signals: try SignalWatch()
      )
      #expect(reader.ask() == .line(String(line.utf8.prefix(65_535)) ?? ""))
      #expect(reader.ask() == .line("next"))
      withExtendedLifetime(handle) {}
    }

    @Test func timeLimitReturnsPartialTextAndTheRestIsLost() throws {
      try withReader(Array("Par".utf8), endsInput: false) { reader, writer in
        #expect(reader.ask(timeLimit: .milliseconds(150)) == .timedOut(partial: "Par"))
        #expect(reader.ask(timeLimit: .milliseconds(50)) == .timedOut(partial: ""))
        try writer.write(contentsOf: Array("is\nfresh\n".utf8))
        #expect(reader.ask() == .line("fresh"))
      }
    }

    @Test func endlessLineDoesNotOutliveTheLimit() throws {
      let zeros = try #require(FileHandle(forReadingAtPath: "/dev/zero"))
      let reader = PlainLineReader(
        input: zeros.fileDescriptor,
        output: nil,
        signals: try SignalWatch()
      )
      #expect(reader.ask(timeLimit: .milliseconds(200)) == .timedOut(partial: ""))
    }

    @Test func signalsEndAReadOrAreRemembered() throws {
      try withReader(Array("line\n".utf8), endsInput: false) { reader, _ in
        send(SIGINT)
        #expect(reader.ask() == .interrupted)
        #expect(reader.ask() == .line("line"))
        after(milliseconds: 150) { kill(getpid(), SIGTERM) }
        #expect(reader.ask() == .terminated(signal: SIGTERM))
      }
    }

    @Test func closedDescriptorAndFolderAreTheEnd() throws {
      let signals = try SignalWatch()
      let closed = PlainLineReader(input: 9999, output: nil, signals: signals)
      #expect(closed.ask() == .endOfInput)
      let folder = open("/", O_RDONLY)
      defer { close(folder) }
      #expect(PlainLineReader(input: folder, output: nil, signals: signals).ask() == .endOfInput)
    }

    @Test func transcriptShowsPromptsAndLines() throws {
      let input = Pipe()
      let output = Pipe()
      let reader = PlainLineReader(
        input: input.fileHandleForReading.fileDescriptor,
        output: output.fileHandleForWriting.fileDescriptor,
        signals: try SignalWatch()
      )
      try input.fileHandleForWriting.write(contentsOf: Array("a\u{7}b\n".utf8))
      try input.fileHandleForWriting.close()
      #expect(reader.ask(Prompt(styled: "\u{1B}[1m?\u{1B}[0m ")) == .line("ab"))
      #expect(reader.ask("? ") == .endOfInput)
      try output.fileHandleForWriting.close()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      #expect(text == "\u{1B}[1m?\u{1B}[0m ab\n? \n")
    }

    @Test func lateKeysOfATerminalAreLost() throws {
      let terminal = try PseudoTerminal()
      defer { terminal.close() }
      let reader = PlainLineReader(
        input: terminal.editorSide,
        output: nil,
        signals: try SignalWatch()
      )
      terminal.type("late\n")
      #expect(reader.ask(timeLimit: .zero) == .timedOut(partial: ""))
      terminal.type("fresh\n", afterMilliseconds: 50)
      #expect(reader.ask() == .line("fresh"))
      after(milliseconds: 50) { terminal.unplug() }
      #expect(reader.ask() == .terminated(signal: SIGHUP))
    }

    private func residentKilobytes() -> Int {
      let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
        .split(separator: " ").dropFirst().first.flatMap { Int($0) }
      return (pages ?? 0) * 4
    }
  }
}
