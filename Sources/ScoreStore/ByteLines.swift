import DurableFiles
import FoundationEssentials
import SystemPackage

/// Reads a file line by line, never holding more than a line and a piece of it.
struct ByteLines {
  private static let piece = 1 << 18

  private let url: URL
  private let longest: Int

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - url: Where it is.
  ///   - longest: The most bytes that a line may have.
  init(_ url: URL, longest: Int) {
    self.url = url
    self.longest = longest
  }

  /// Goes through all lines, without their ends, from 1 on.
  ///
  /// A mark of the byte order before the first line is passed over, and a carriage return at the
  /// end of a line.
  ///
  /// - Parameter body: Takes each line; `nil` for one that is too long, and then no more.
  /// - Throws: ``DiskError``, or what the body throws.
  func forEach(_ body: (Int, [UInt8]?) throws -> Void) throws {
    try Disk.opened(url) { descriptor in
      try forEach(in: descriptor, body)
    }
  }

  private func forEach(in file: FileDescriptor, _ body: (Int, [UInt8]?) throws -> Void) throws {
    var (number, line): (Int, [UInt8]) = (1, [])
    var buffer = [UInt8](repeating: 0, count: ByteLines.piece)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
      if count == 0 { break }
      var rest = buffer[..<count]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line += rest[..<end]
        guard line.count <= longest else { return try body(number, nil) }
        try body(number, ByteLines.trimmed(line, number))
        (number, line) = (number + 1, [])
        rest = rest[(end + 1)...]
      }
      line += rest
      guard line.count <= longest else { return try body(number, nil) }
    }
    if !line.isEmpty { try body(number, ByteLines.trimmed(line, number)) }
  }

  private static func trimmed(_ line: [UInt8], _ number: Int) -> [UInt8] {
    var line = line[...]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    if number == 1, line.starts(with: [0xef, 0xbb, 0xbf]) { line = line.dropFirst(3) }
    return Array(line)
  }
}
