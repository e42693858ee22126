package import FoundationEssentials
import GRDB
package import QuizModel

/// A record as the file holds it, so that kinds of later versions pass through unread.
package struct StoredRecord: Hashable, Sendable {
  /// Its lasting name.
  package let id: RecordID
  /// The machine that wrote it.
  package let device: UUID
  /// Its place in what that machine wrote, from 1 on.
  package let sequence: Int64
  /// When it was written.
  package let instant: Instant
  /// The name of its kind.
  package let kind: String
  /// What it says: one JSON object.
  package let payload: String

  /// A stored record from its parts.
  package init(
    id: RecordID,
    device: UUID,
    sequence: Int64,
    instant: Instant,
    kind: String,
    payload: String
  ) {
    self.id = id
    self.device = device
    self.sequence = sequence
    self.instant = instant
    self.kind = kind
    self.payload = payload
  }

  /// The stored form of a record.
  init(_ record: QuizModel.Record, coder: RecordCoder) throws {
    let (kind, payload) = try coder.encode(record.body)
    self.init(
      id: record.id,
      device: record.device,
      sequence: record.sequence,
      instant: record.instant,
      kind: kind.rawValue,
      payload: payload
    )
  }

  /// The columns that ``init(row:)`` and ``init(steps:)`` read.
  static let columns = "number, id, device, sequence, instant, kind, payload"

  /// Reads a row of ``columns``, which stand first and in this order.
  init(steps: StatementSteps) throws {
    self.init(
      id: RecordID(try steps.uuid(fromText: 1)),
      device: try steps.uuid(fromText: 2),
      sequence: steps.integer(3),
      instant: Instant(milliseconds: steps.integer(4)),
      kind: steps.text(5),
      payload: steps.text(6)
    )
  }

  /// Reads a row of ``columns``.
  init(row: Row) throws {
    self.init(
      id: RecordID(try UUID(stored: row.required("id"))),
      device: try UUID(stored: row.required("device")),
      sequence: try row.required("sequence"),
      instant: Instant(milliseconds: try row.required("instant")),
      kind: try row.required("kind"),
      payload: try row.required("payload")
    )
  }

  /// The record with its body read.
  ///
  /// - Returns: `nil` for a kind that only a later version knows.
  /// - Throws: `misfit` or `outOfRange` if the payload is none of its kind.
  func decoded(by coder: RecordCoder) throws(RecordProblem) -> QuizModel.Record? {
    guard let body = try coder.decode(kind: kind, payload: payload) else { return nil }
    return QuizModel.Record(
      id: id,
      device: device,
      sequence: sequence,
      instant: instant,
      body: body
    )
  }
}
