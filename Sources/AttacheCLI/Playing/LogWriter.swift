import QuizModel
import ScoreStore

/// Writes the records of a game, or, once the player has agreed to it, does without a log.
struct LogWriter {
  /// The log; `nil` while nothing is saved.
  private(set) var log: ScoreLog?
  private let makeUUID: () -> RecordID

  init(log: ScoreLog?, makeUUID: @escaping () -> RecordID) {
    self.log = log
    self.makeUUID = makeUUID
  }

  /// Whether answers are kept.
  var isSaving: Bool { log != nil }

  /// Writes a record, on the disk when this returns.
  func record(_ body: RecordBody) throws(ScoreStoreError) -> RecordID {
    guard let log else { return makeUUID() }
    return try log.append(body).id
  }

  /// Goes on without a log.
  mutating func giveUp() {
    log = nil
  }
}
