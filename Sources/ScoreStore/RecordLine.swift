import FoundationEssentials
import QuizModel

/// One record as a line of JSON: the form of exports.
///
/// `{"device":"…","id":"…","instant":0,"kind":"…","payload":{…},"sequence":1}`; the payload stands
/// there byte for byte as it is stored, so that nothing is lost on the way.
enum RecordLine {
  /// The fields of a line, all of which have to be there.
  private static let fields = ["device", "id", "instant", "kind", "payload", "sequence"]

  /// The line of a record, with its end.
  static func text(_ record: StoredRecord) -> String {
    """
    {"device":"\(record.device.text)","id":"\(record.id.uuid.text)",\
    "instant":\(record.instant.milliseconds),"kind":"\(record.kind)",\
    "payload":\(record.payload),"sequence":\(record.sequence)}

    """
  }

  /// Reads a line.
  ///
  /// - Parameter line: Without its end; the fields may stand in any order, with blanks between.
  /// - Returns: The record, not checked yet.
  /// - Throws: What is wrong with it.
  static func record(_ line: [UInt8]) throws(RecordProblem) -> StoredRecord {
    guard String(validating: line, as: UTF8.self) != nil else { throw .notUTF8 }
    let values = try values(in: line)
    for field in fields where values[field] == nil { throw .missing(field) }
    let record = StoredRecord(
      id: RecordID(try uuid("id", values, line)),
      device: try uuid("device", values, line),
      sequence: try number("sequence", values, line),
      instant: Instant(milliseconds: try number("instant", values, line)),
      kind: try text("kind", values, line),
      payload: values["payload"].map { String(decoding: line[$0], as: UTF8.self) } ?? ""
    )
    return record
  }

  /// Where the values of the fields stand.
  private static func values(in line: [UInt8]) throws(RecordProblem) -> [String: Range<Int>] {
    var cursor = JSONCursor(line)
    var values: [String: Range<Int>] = [:]
    cursor.skipBlanks()
    guard cursor.take("{") else { throw .notJSON(column: cursor.place + 1) }
    repeat {
      cursor.skipBlanks()
      let start = cursor.place
      guard let field = cursor.simpleString() else { throw .notJSON(column: start + 1) }
      guard fields.contains(field) else { throw .unknownField(field) }
      guard values[field] == nil else { throw .repeatedField(field) }
      cursor.skipBlanks()
      guard cursor.take(":") else { throw .notJSON(column: cursor.place + 1) }
      cursor.skipBlanks()
      let value = cursor.place
      // The payload's own depth is checked with the record.
      guard cursor.skipValue(depth: 128) else { throw .notJSON(column: cursor.place + 1) }
      values[field] = value..<cursor.place
      cursor.skipBlanks()
    } while cursor.take(",")
    guard cursor.take("}") else { throw .notJSON(column: cursor.place + 1) }
    cursor.skipBlanks()
    guard cursor.isAtEnd else { throw .notJSON(column: cursor.place + 1) }
    return values
  }

  private static func cursor(
    _ field: String,
    _ values: [String: Range<Int>],
    _ line: [UInt8]
  ) -> JSONCursor {
    JSONCursor(values[field].map { Array(line[$0]) } ?? [])
  }

  private static func text(
    _ field: String,
    _ values: [String: Range<Int>],
    _ line: [UInt8]
  ) throws(RecordProblem) -> String {
    var cursor = cursor(field, values, line)
    guard let text = cursor.simpleString(), cursor.isAtEnd else { throw .badValue(field) }
    return text
  }

  private static func uuid(
    _ field: String,
    _ values: [String: Range<Int>],
    _ line: [UInt8]
  ) throws(RecordProblem) -> UUID {
    guard let uuid = UUID(uuidString: try text(field, values, line)) else {
      throw .badValue(field)
    }
    return uuid
  }

  private static func number(
    _ field: String,
    _ values: [String: Range<Int>],
    _ line: [UInt8]
  ) throws(RecordProblem) -> Int64 {
    var cursor = cursor(field, values, line)
    guard let number: Int64 = cursor.integer(), cursor.isAtEnd else { throw .badValue(field) }
    return number
  }
}
