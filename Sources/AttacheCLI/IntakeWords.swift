import Glibc
import QuizModel
import ScoreStore

/// What is said about files that are to be taken into the log.
enum IntakeWords {
  /// Why nothing was taken in: where, what, and what to do.
  static func text(_ error: IntakeError) -> String {
    let place = error.line.map { "\(error.path):\($0)" } ?? error.path
    return "\(place): \(text(error.problem)); nothing was taken in"
  }

  private static func text(_ problem: IntakeError.Problem) -> String {
    switch problem {
    case .unreadable(let reason): "cannot be read (\(reason))"
    case .itself: "is the log itself; name the one of another machine, or a backup of it"
    case .noLog: "is neither a log of attache, nor a backup or export of one"
    case .isLog: "is a log and no export; attache data merge takes it"
    case .damaged(let detail):
      "is damaged, or was being written (\(detail)); copy it once more while no game is open there"
    case .newer(let version):
      "was written by a later attache (format \(version)); update attache on this machine"
    case .record(let problem, let id):
      "\(id.map { "the record \($0.uuid) " } ?? "")\(text(problem))"
    case .conflict(let id):
      "the record \(id.uuid) stands in the log with other content; a record never changes"
    case .changed(let id):
      "the record\(id.map { " \($0.uuid)" } ?? "") is not what was written"
    case .unknownLearner(let name, let known):
      known.isEmpty
        ? "no learner has a name there"
        : "no learner \(ErrorPresenter.shown(name)) there; there are: "
          + known.map(\.name).joined(separator: ", ")
    }
  }

  /// A record that was left out, and why.
  static func text(_ record: LeftOutRecord) -> String {
    let line = record.line.map { "line \($0): " } ?? ""
    let id = record.id.map { " \($0.uuid)" } ?? ""
    let kind = record.kind.map { " (\($0))" } ?? ""
    return "\(line)the record\(id)\(kind) \(text(record.reason))"
  }

  private static func text(_ reason: LeftOutRecord.Reason) -> String {
    switch reason {
    case .problem(let problem): text(problem)
    case .changed: "is not what was written: its checksum is another one"
    case .conflict: "stands in the log with other content, which stays; a record never changes"
    case .otherOwner: "is kept as somebody else's than it says"
    }
  }

  /// What is wrong with a record, said of it.
  static func text(_ problem: RecordProblem) -> String {
    switch problem {
    case .tooLong: "is longer than \(StoredRecord.longest >> 20) MB"
    case .notUTF8: "is not UTF-8"
    case .notJSON(let column): "is no JSON object from byte \(column) on"
    case .missing(let field): "has no \"\(field)\""
    case .unknownField(let field):
      "has a field \(ErrorPresenter.shown(field)) that records do not have"
    case .repeatedField(let field): "has \"\(field)\" twice"
    case .badValue(let field): "has \(wanted(of: field)) in \"\(field)\""
    case .misfit(let kind): "does not say what a record of the kind \(kind) says"
    case .outOfRange(let field): "has a value in \"\(field)\" that no game writes"
    }
  }

  private static func wanted(of field: String) -> String {
    switch field {
    case "id", "device": "no UUID"
    case "sequence": "no whole number from 1 on"
    case "instant": "no milliseconds since 1970 of a year from 1 to 9999"
    case "kind": "no name in small letters"
    default: "no object on one line, of at most 64 levels,"
    }
  }

  /// The exit code of an error, after sysexits.
  static func exitCode(of error: IntakeError) -> Int32 {
    switch error.problem {
    case .unreadable: EX_NOINPUT
    case .itself, .isLog, .unknownLearner: EX_USAGE
    case .noLog, .damaged, .newer, .record, .conflict, .changed: EX_DATAERR
    }
  }
}
