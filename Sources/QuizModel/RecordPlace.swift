package import FoundationEssentials

/// Where a record stands in the one order in which all machines read the records.
package struct RecordPlace: Hashable, Comparable, Sendable {
  /// When it was written.
  package let instant: Instant
  /// The machine that wrote it.
  package let device: UUID
  /// Its place in what that machine wrote.
  package let sequence: Int64
  /// Its id, for two machines that go by one name.
  package let id: RecordID

  /// A place from its parts.
  package init(instant: Instant, device: UUID, sequence: Int64, id: RecordID) {
    self.instant = instant
    self.device = device
    self.sequence = sequence
    self.id = id
  }

  /// The place of a record.
  package init(_ record: Record) {
    self.init(
      instant: record.instant,
      device: record.device,
      sequence: record.sequence,
      id: record.id
    )
  }

  /// Orders by instant, device, sequence, and last by id; UUIDs by their bytes, as their texts do.
  package static func < (left: RecordPlace, right: RecordPlace) -> Bool {
    if left.instant != right.instant { return left.instant < right.instant }
    if left.device != right.device { return left.device.halves < right.device.halves }
    if left.sequence != right.sequence { return left.sequence < right.sequence }
    return left.id.uuid.halves < right.id.uuid.halves
  }
}

extension UUID {
  /// The first and the last eight bytes, as numbers that order as the bytes do.
  var halves: (UInt64, UInt64) {
    withUnsafeBytes(of: uuid) { bytes in
      (
        UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
  }
}
