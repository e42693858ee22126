import Foundation
import GRDB
import QuizModel

@testable import ScoreStore

extension ScoreLog {
  /// Puts a row into the file past every rule, as an earlier version or a stranger may have done.
  func place(_ record: StoredRecord, owner: LearnerID?) throws {
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO records (id, device, sequence, instant, kind, payload, learner, checksum)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          record.id.uuid.text, record.device.text, record.sequence, record.instant.milliseconds,
          record.kind, record.payload, owner?.uuid.text, RecordChecksum.of(record),
        ]
      )
    }
  }
}
