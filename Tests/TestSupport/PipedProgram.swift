internal import Foundation

/// A program whose streams are pipes, or files, or nothing.
package final class PipedProgram {
  /// What is standard input.
  package enum Input {
    /// A pipe that holds these bytes, 60 KB at most, and then ends.
    case text(String)
    /// A file.
    case file(String)
    /// A pipe that stays open; ``PipedProgram/type(_:)`` writes to it.
    case open
    /// Nothing.
    case closed
  }

  /// What came of a program.
  package struct Outcome: Hashable, Sendable {
    /// How it ended.
    package let end: ProgramEnd
    /// What it wrote to standard output.
    package let output: String
    /// What it wrote to standard error.
    package let talk: String
  }

  /// The program.
  package let child: ChildProcess
  private let input: Pipe
  private let output: Pipe?
  private let talk: Pipe?
  private var outputBytes: [UInt8] = []
  private var talkBytes: [UInt8] = []

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - call: The program.
  ///   - input: Its standard input.
  ///   - hasOutput: Whether standard output is open at all.
  ///   - hasTalk: Whether standard error is open at all.
  /// - Throws: ``ProgramFailure/system(call:code:)``.
  package init(
    _ call: ProgramCall,
    input: Input = .text(""),
    hasOutput: Bool = true,
    hasTalk: Bool = true
  ) throws {
    let pipe = try Pipe()
    let output = hasOutput ? try Pipe() : nil
    let talk = hasTalk ? try Pipe() : nil
    var stream: Int32? = pipe.readingEnd
    var file: Int32 = -1
    defer { if file >= 0 { close(file) } }
    switch input {
    case .text(let text):
      pipe.write(text)
      pipe.closeWritingEnd()
    case .file(let path):
      file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { throw ProgramFailure.system(call: "open \(path)", code: errno) }
      stream = file
    case .open: break
    case .closed: stream = nil
    }
    child = try ChildProcess(call, streams: [stream, output?.writingEnd, talk?.writingEnd])
    output?.closeWritingEnd()
    talk?.closeWritingEnd()
    self.input = pipe
    self.output = output
    self.talk = talk
  }

  /// What it has written to standard output so far.
  package var outputSoFar: String { String(decoding: outputBytes, as: UTF8.self) }

  /// Writes to its standard input.
  package func type(_ text: String) {
    input.write(text)
  }

  /// Closes its standard input.
  package func endInput() {
    input.closeWritingEnd()
  }

  /// Closes the other end of its standard output, as `head` does.
  package func closeOutput() {
    output?.closeReadingEnd()
  }

  /// Waits until a text has appeared on its standard output.
  ///
  /// - Throws: ``ProgramFailure/notSeen(_:seen:)``.
  package func expect(_ wanted: String, seconds: Double = 20) throws {
    let deadline = TestDeadline(seconds: seconds)
    while !outputSoFar.contains(wanted) {
      guard !deadline.hasPassed else {
        throw ProgramFailure.notSeen(wanted, seen: outputSoFar)
      }
      read(forMilliseconds: 10)
    }
  }

  /// Reads what it writes for a time.
  package func read(seconds: Double) {
    let deadline = TestDeadline(seconds: seconds)
    while !deadline.hasPassed { read(forMilliseconds: 1) }
  }

  /// Waits for its end.
  ///
  /// - Throws: ``ProgramFailure/didNotEnd(seen:)``.
  package func waitForEnd(seconds: Double = 30) throws -> Outcome {
    guard let end = child.waitForEnd(seconds: seconds, meanwhile: { read(forMilliseconds: 5) })
    else { throw ProgramFailure.didNotEnd(seen: outputSoFar) }
    while read(forMilliseconds: 0) {}
    return Outcome(
      end: end,
      output: outputSoFar,
      talk: String(decoding: talkBytes, as: UTF8.self)
    )
  }

  @discardableResult
  private func read(forMilliseconds milliseconds: Int32) -> Bool {
    let first = output?.read(into: &outputBytes, milliseconds: milliseconds) ?? 0
    let second = talk?.read(into: &talkBytes, milliseconds: 0) ?? 0
    if first <= 0 && second <= 0 && milliseconds > 0 { usleep(500) }
    return first > 0 || second > 0
  }
}

/// The two ends of a pipe that no other program inherits.
///
/// A class, because its end closes both.
private final class Pipe {
  private(set) var readingEnd: Int32
  private(set) var writingEnd: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ProgramFailure.system(call: "pipe", code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (readingEnd, writingEnd) = (ends[0], ends[1])
  }

  deinit {
    closeReadingEnd()
    closeWritingEnd()
  }

  func closeReadingEnd() {
    if readingEnd >= 0 { close(readingEnd) }
    readingEnd = -1
  }

  func closeWritingEnd() {
    if writingEnd >= 0 { close(writingEnd) }
    writingEnd = -1
  }

  /// The reading end is open here too, so that the signal of a broken pipe never comes.
  func write(_ text: String) {
    _ = fcntl(writingEnd, F_SETFL, O_NONBLOCK)
    let bytes = Array(text.utf8)
    precondition(Foundation.write(writingEnd, bytes, bytes.count) == bytes.count)
  }

  /// - Returns: How many bytes came; 0 at the end, -1 if there is nothing yet.
  func read(into bytes: inout [UInt8], milliseconds: Int32) -> Int {
    guard readingEnd >= 0 else { return 0 }
    var watched = pollfd(fd: readingEnd, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, milliseconds) > 0 else { return -1 }
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = Foundation.read(readingEnd, &chunk, chunk.count)
    if count > 0 { bytes += chunk.prefix(count) }
    return count
  }
}
