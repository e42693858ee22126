import FoundationEssentials
import QuizModel

/// Where a record stands in the one order in which all machines read the records.
struct RecordPlace: Hashable, Comparable, Sendable {
  /// When it was written.
  let instant: Instant
  /// The machine that wrote it, as text.
  let device: String
  /// Its place in what that machine wrote.
  let sequence: Int64
  /// Its id as text, for two machines that go by one name.
  let id: String

  /// The place of a record.
  init(_ record: Record) {
    instant = record.instant
    device = record.device.uuidString
    sequence = record.sequence
    id = record.id.uuid.uuidString
  }

  /// Orders by instant, device, sequence, and last by id.
  static func < (left: RecordPlace, right: RecordPlace) -> Bool {
    (left.instant.milliseconds, left.device, left.sequence, left.id)
      < (right.instant.milliseconds, right.device, right.sequence, right.id)
  }
}
