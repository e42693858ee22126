internal import Foundation

/// Cuts a stream of bytes into lines, holding no more of a line than a limit.
struct LineSplitter {
  /// How many bytes of a line are kept; the rest is thrown away.
  let limit: Int

  private var chunk: [UInt8] = []
  private var position = 0
  private var line: [UInt8] = []
  private var hasBegun = false
  private var isFull = false
  private var skipsLine = false

  /// Makes a splitter.
  ///
  /// - Parameter limit: How many bytes of a line are kept, 4 or more.
  init(limit: Int = 64 * 1024) {
    self.limit = limit
  }

  /// Takes bytes in; all lines before them must have been taken out.
  mutating func append(_ bytes: [UInt8]) {
    chunk = bytes
    position = 0
  }

  /// Takes out the next line, without its newline, if it is complete.
  mutating func nextLine() -> String? {
    while position < chunk.count {
      let rest = chunk[position...]
      let newline = Self.firstNewline(in: rest)
      keep(rest.prefix(upTo: newline ?? rest.endIndex))
      guard let newline else {
        position = rest.endIndex
        return nil
      }
      position = newline + 1
      let finished = takeUnfinishedLine() ?? ""
      if !skipsLine { return finished }
      skipsLine = false
    }
    return nil
  }

  /// Takes out what has come since the last newline; `nil` if nothing has.
  mutating func takeUnfinishedLine() -> String? {
    defer {
      line.removeAll(keepingCapacity: true)
      hasBegun = false
      isFull = false
    }
    return hasBegun && !skipsLine ? String(decoding: line, as: UTF8.self) : nil
  }

  /// Throws away what is still to come of the line that has been taken out unfinished.
  mutating func skipRestOfLine() {
    skipsLine = true
  }

  /// Takes out the last line of a stream that does not end with a newline, if there is one.
  mutating func finish() -> String? {
    defer { skipsLine = false }
    return takeUnfinishedLine()
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    hasBegun = hasBegun || !bytes.isEmpty
    guard !isFull else { return }
    line.append(contentsOf: bytes.prefix(limit - line.count))
    guard line.count == limit else { return }
    isFull = true
    dropLastCharacter()
  }

  /// Removes the last character unless it is one byte long: the limit may have cut it in two.
  private mutating func dropLastCharacter() {
    guard let start = line.suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return }
    if line[start] >= 0xC0 { line.removeSubrange(start...) }
  }

  /// Returns where the first newline stands.
  ///
  /// The C library's search is many times faster than a loop in a build without optimisation.
  private static func firstNewline(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress,
        let found = memchr(start, Int32(UInt8(ascii: "\n")), buffer.count)
      else { return nil }
      return bytes.startIndex + (UnsafeRawPointer(found) - start)
    }
  }
}
