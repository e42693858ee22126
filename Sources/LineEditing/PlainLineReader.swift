internal import CReadlineShim
internal import Foundation

/// Reads lines from a pipe, a file, or a terminal without editing.
///
/// Invalid UTF-8 becomes U+FFFD; of a line longer than 64 KB the rest is thrown away. Completions
/// and history do not apply. The reader reads ahead, so no two may share a descriptor.
///
/// A class, since it holds what it has read ahead.
package final class PlainLineReader: LineReading {
  private let input: Int32
  private let output: Int32?
  private let isTerminal: Bool
  private let signals: SignalWatch
  private var splitter = LineSplitter()

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - input: Descriptor that is read; it must stay open as long as the reader.
  ///   - output: Descriptor that prompts are written to, and lines as well where no terminal shows
  ///     them, so that a transcript can be understood; `nil`: nothing is written.
  ///   - signals: The program's watch on signals.
  package init(
    input: Int32 = STDIN_FILENO,
    output: Int32? = STDOUT_FILENO,
    signals: SignalWatch
  ) {
    self.input = input
    self.output = output
    self.signals = signals
    isTerminal = isatty(input) == 1
  }

  /// Asks for a line without editing; see ``LineReading/readLine(_:)``.
  package func readLine(_ request: LineRequest) -> LineInput {
    if let stop = signals.takeStopRequest() {
      // The terminal has echoed the key wherever the cursor was.
      if stop == .interrupt && isTerminal { write("\n") }
      return LineInput(stop)
    }
    write(request.prompt.styled)
    let lineInput = finishLine(by: Deadline(after: request.timeLimit))
    switch lineInput {
    case .line(let line): if !isTerminal { write(line + "\n") }
    case .endOfInput, .interrupted, .terminated, .timedOut: write("\n")
    }
    return lineInput
  }

  private func finishLine(by deadline: Deadline) -> LineInput {
    while true {
      if let line = splitter.nextLine() { return .line(line.normalizedAsLine()) }
      if let stop = signals.takeStopRequest() { return LineInput(stop) }
      if deadline.hasPassed { return .timedOut(partial: takeLateText()) }
      guard attache_wait_for_input(input, deadline.millisecondsLeft) else { continue }
      if let end = readChunk() { return end }
    }
  }

  /// Reads what is there; returns an answer if there will be no more.
  private func readChunk() -> LineInput? {
    let size = 64 * 1024
    var count = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, initializedCount in
      count = read(input, buffer.baseAddress, size)
      initializedCount = max(0, count)
    }
    if count > 0 {
      splitter.append(chunk)
      return nil
    }
    if count < 0 && (errno == EINTR || errno == EAGAIN) { return nil }
    if (count < 0 && errno == EIO) || attache_has_hung_up(input) {
      return .terminated(signal: SIGHUP)
    }
    return splitter.finish().map { .line($0.normalizedAsLine()) } ?? .endOfInput
  }

  /// Returns what has come of a line, and keeps the rest of it from answering the next request.
  private func takeLateText() -> String {
    if isTerminal { tcflush(input, TCIFLUSH) }
    guard let partial = splitter.takeUnfinishedLine() else { return "" }
    splitter.skipRestOfLine()
    return partial.normalizedAsLine()
  }

  /// Writes a text after everything that the program has printed.
  ///
  /// A failure is not reported: who has closed the output does not read the prompt either.
  private func write(_ text: String) {
    guard let output, !text.isEmpty else { return }
    fflush(nil)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(output, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      rest.removeFirst(count)
    }
  }
}
