import FoundationEssentials
import GRDB
import QuizModel

/// A row of `records` as a reader takes it: a record, or what is wrong with it.
///
/// The one rule by which checks, exports, backups and other machines judge a record.
enum StoredRow {
  /// A record, and what it says; `nil` for a kind that only a later version knows.
  case sound(StoredRecord, QuizModel.Record?)
  /// No record.
  case unsound(LeftOutRecord)

  /// Judges a row of ``StoredRecord/columns``, or of ``StoredRecord/checkedColumns``.
  ///
  /// - Parameters:
  ///   - steps: Stands at the row.
  ///   - isChecked: Whether the row has a checksum.
  ///   - coder: Reads what it says.
  init(_ steps: StatementSteps, isChecked: Bool, coder: RecordCoder) {
    self.init(
      id: try? steps.uuid(fromText: 1),
      device: try? steps.uuid(fromText: 2),
      sequence: steps.integer(3),
      instant: Instant(milliseconds: steps.integer(4)),
      kind: steps.validText(5),
      payload: steps.validText(6),
      checksum: isChecked ? steps.integer(7) : nil,
      coder: coder
    )
  }

  /// Judges what can be read of a record: `nil` is what cannot be.
  ///
  /// - Parameters:
  ///   - id: Its lasting name.
  ///   - device: The machine that wrote it.
  ///   - sequence: Its place in what that machine wrote.
  ///   - instant: When it was written.
  ///   - kind: The name of its kind.
  ///   - payload: What it says.
  ///   - checksum: What it is held against; `nil` where the file has none.
  ///   - coder: Reads what it says.
  init(
    id: UUID?,
    device: UUID?,
    sequence: Int64,
    instant: Instant,
    kind: String?,
    payload: String?,
    checksum: Int64?,
    coder: RecordCoder
  ) {
    guard let id, let device, let kind, let payload else {
      let unread = id == nil ? "id" : "device"
      let problem: RecordProblem = id == nil || device == nil ? .badValue(unread) : .notUTF8
      self = .unsound(
        LeftOutRecord(
          id: id.map { RecordID($0) },
          kind: kind,
          reason: checksum == nil ? .problem(problem) : .changed
        )
      )
      return
    }
    let record = StoredRecord(
      id: RecordID(id),
      device: device,
      sequence: sequence,
      instant: instant,
      kind: kind,
      payload: payload
    )
    if let checksum, checksum != RecordChecksum.of(record) {
      self = .unsound(LeftOutRecord(id: record.id, kind: kind, reason: .changed))
      return
    }
    self.init(record, line: nil, coder: coder)
  }

  /// What a row of ``StoredRecord/checkedColumns`` holds instead of what was written; `nil` if it
  /// holds that.
  static func changed(_ steps: StatementSteps) -> LeftOutRecord? {
    let record = try? StoredRecord(steps: steps)
    if let record, steps.integer(7) == RecordChecksum.of(record) { return nil }
    return LeftOutRecord(id: record?.id, kind: steps.validText(5), reason: .changed)
  }

  /// Judges a record.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - line: The line that it stands in, if it stands in one.
  ///   - coder: Reads what it says.
  init(_ record: StoredRecord, line: Int?, coder: RecordCoder) {
    do throws(RecordProblem) {
      try record.check()
      self = .sound(record, try record.decoded(by: coder))
    } catch {
      self = .unsound(
        LeftOutRecord(line: line, id: record.id, kind: record.kind, reason: .problem(error))
      )
    }
  }
}

extension StoredRecord {
  /// ``columns`` and the checksum, as files from version 3 on have them.
  static let checkedColumns = "\(columns), checksum"

  /// The columns that the records of a file of a version have.
  static func columns(ofVersion version: Int) -> String {
    version >= LogSchema.firstWithChecksums ? checkedColumns : columns
  }
}

extension StatementSteps {
  /// A column's text; `nil` if its bytes are no UTF-8.
  func validText(_ column: Int32) -> String? {
    let text = text(column)
    // Whatever is no UTF-8 was replaced by three bytes, which only then differ in number or kind.
    guard text.utf8.contains(0xef) else { return text }
    return hasValidText(column) ? text : nil
  }
}
