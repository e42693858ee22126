import QuizModel

extension StoredRecord {
  /// The most bytes that the payload of a record may have.
  package static let longest = 16 << 20

  /// The most bytes that a record may have as a line: the other fields need some hundred.
  static let longestLine = longest + 4_096

  /// How deeply a payload may be nested.
  private static let deepest = 64

  /// The places that a device can give: more than it ever will, and some left.
  static let sequences: ClosedRange<Int64> = 1...(1 << 53)

  /// Checks that it can be kept, read and exported again: whatever is written or comes from a file.
  ///
  /// What the payload says is not looked at: a later version may have written it.
  ///
  /// - Throws: What is wrong.
  func check() throws(RecordProblem) {
    guard StoredRecord.sequences.contains(sequence) else { throw .badValue("sequence") }
    guard Instant.calendar.contains(instant) else { throw .badValue("instant") }
    guard StoredRecord.isKind(kind) else { throw .badValue("kind") }
    guard payload.utf8.count <= StoredRecord.longest else { throw .tooLong }
    var cursor = JSONCursor(Array(payload.utf8))
    guard cursor.next == UInt8(ascii: "{"), cursor.skipValue(depth: StoredRecord.deepest),
      cursor.isAtEnd
    else { throw .badValue("payload") }
  }

  /// Kinds are named in small letters with hyphens.
  private static func isKind(_ kind: String) -> Bool {
    (1...64).contains(kind.utf8.count)
      && kind.utf8.allSatisfy {
        (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
