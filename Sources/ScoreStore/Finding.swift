package import FoundationEssentials
package import QuizModel

/// Something that the check of a log found.
package enum Finding: Hashable, Sendable {
  /// SQLite says that the file is not sound.
  case integrity(String)
  /// A row of a table refers to a record that is not there.
  case danglingReference(table: String, row: Int64?)
  /// A record that no reader takes.
  case unsound(LeftOutRecord)
  /// Two records of a device have the same place, as after copying a log to a second machine.
  case repeatedSequence(device: UUID, sequence: Int64, records: Int)
  /// The device would give a place again that is taken.
  case sequenceBehind(next: Int64, latest: Int64)
  /// A table does not hold what follows from the records; ``ScoreLog/rebuild()`` mends it.
  case staleTable(String)
  /// Answers dated later than now, by a clock that was wrong; they count, but are not learnt from
  /// until then. The learner is `nil` where nobody of that id has a name.
  case fromTheFuture(Learner?, answers: Int, latest: Instant)
  /// Records of a kind that only a later version knows; they are kept.
  case unknownKind(String, records: Int)

  /// Whether it is damage: something is not as it was written.
  package var isDamage: Bool {
    switch self {
    case .integrity, .danglingReference, .unsound, .staleTable: true
    case .repeatedSequence, .sequenceBehind, .fromTheFuture, .unknownKind: false
    }
  }
}
