import FoundationEssentials
import GRDB
import QuizModel

/// What tells a record from every other one that differs from it by damage: 64 bits over all of it.
///
/// Each step is a permutation of the state for every word, and of the word for every state. So
/// whatever is changed within one word of eight bytes is found for certain, and anything else but
/// for once in 2⁶⁴. It guards against disks, not against people.
struct RecordChecksum {
  private var state: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// Takes in a word, mixed as in the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
  private mutating func take(_ word: UInt64) {
    state = (state ^ word) &* 0xbf58_476d_1ce4_e5b9
    state = (state ^ (state >> 29)) &* 0x94d0_49bb_1331_11eb
    state ^= state >> 32
  }

  private mutating func take(_ uuid: UUID) {
    withUnsafeBytes(of: uuid.uuid) { take($0) }
  }

  /// Takes in a text with its length, so that neighbours do not run together.
  private mutating func take(_ text: String) {
    var text = text
    text.withUTF8 { take(UnsafeRawBufferPointer($0)) }
    take(UInt64(text.utf8.count))
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer) {
    var place = 0
    while place + 8 <= bytes.count {
      take(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      place += 8
    }
    guard place < bytes.count else { return }
    var rest: UInt64 = 0
    for byte in bytes[place...] { rest = rest << 8 | UInt64(byte) }
    take(rest)
  }

  /// The checksum of a record.
  static func of(_ record: StoredRecord) -> Int64 {
    var sum = RecordChecksum()
    sum.take(record.id.uuid)
    sum.take(record.device)
    sum.take(UInt64(bitPattern: record.sequence))
    sum.take(UInt64(bitPattern: record.instant.milliseconds))
    sum.take(record.kind)
    sum.take(record.payload)
    return Int64(bitPattern: sum.state)
  }
}

extension StoredRecord {
  /// Gives every record of a file of an earlier version its checksum.
  static func fillChecksums(in db: Database) throws {
    let coder = RecordCoder()
    let update = try RepeatedStatement(db, sql: "UPDATE records SET checksum = ? WHERE number = ?")
    let steps = try StatementSteps(
      db,
      // A few at a time: rows are not to be changed while they are gone through.
      sql: "SELECT \(columns) FROM records WHERE number > ?1 ORDER BY number LIMIT 10000"
    )
    var last = Int64.min
    while true {
      var sums: [(number: Int64, sum: Int64)] = []
      let before = last
      steps.restart(with: last)
      while try steps.next() {
        last = steps.integer(0)
        switch StoredRow(steps, isChecked: false, coder: coder) {
        case .sound(let record, _): sums.append((last, RecordChecksum.of(record)))
        case .unsound:
          guard let record = try? StoredRecord(steps: steps) else { continue }
          sums.append((last, RecordChecksum.of(record)))
        }
      }
      if last == before { return }
      for (number, sum) in sums {
        update.bind(sum, at: 1)
        update.bind(number, at: 2)
        try update.run()
      }
    }
  }
}
