import Glibc
import QuizModel
import ScoreStore

/// What is said about the log.
enum LogWords {
  /// An error of the log: what happened, where, and what to do.
  static func text(_ error: ScoreStoreError) -> String {
    switch error {
    case .readOnly(let path):
      "\(path) cannot be written; give yourself permission, or set XDG_DATA_HOME to another folder"
    case .full(let path):
      "no space is left for \(path); free some, then go on: what was shown as saved is saved"
    case .locked(let path):
      "another program is writing \(path); try again when it is done"
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)); it was left as it is: "
        + "attache data restore BACKUP brings back one of those in the folder backups beside it, "
        + "attache data salvage FILE writes all that can be read to a new file"
    case .newer(let path, let version):
      "\(path) was written by a later attache (format \(version)) and was left as it is; update attache"
    case .notALog(let path):
      "\(path) is no log of attache and was left as it is; move it away, or set XDG_DATA_HOME"
    case .cannotCreate(let path, let reason):
      "\(path) cannot be made (\(reason)); set XDG_DATA_HOME to a folder that you may write to"
    case .cannotOpen(let path, let reason):
      "\(path) cannot be opened (\(reason)); give yourself permission, or set XDG_DATA_HOME to another folder"
    case .moved(let path):
      "\(path) was moved or removed while it was open; put it back and start again"
    case .filesPending(let path, let reason):
      "the log is done, but \(path) cannot be written yet (\(reason)); mend that and start attache "
        + "again, which goes on from there"
    case .failed(let path, let code, let detail):
      "\(path) cannot be used (\(detail), code \(code)); attache data check may tell more"
    case .notWritten(let problem): "a record that \(IntakeWords.text(problem)) is not written"
    case .nothingLater:
      "the last one is dated at the end of the year 9999, by a clock that was wrong, and nothing can "
        + "come after it; attache data restore BACKUP brings back one from before"
    case .notTakenIn(let error): IntakeWords.text(error)
    case .notAgreed: "nothing was taken in, since it would change something for people who are here"
    case .backupNotFound(let path):
      "there is no backup \(path); attache data backup lists those that there are"
    case .backupExists(let path):
      "\(path) is there already and was not touched; name another file"
    case .unknownLearner(let name):
      "no learner \(ErrorPresenter.shown(name)); attache learner list shows them, attache learner add adds one"
    case .duplicateLearner(let learner):
      "there is a learner \(ErrorPresenter.shown(learner.name)) already; choose another name"
    case .ambiguousLearner(let name, let candidates):
      "several learners are called \(ErrorPresenter.shown(name)); name one by id: "
        + candidates.map { "\($0.id)" }.joined(separator: ", ")
    case .emptyName:
      "nothing is left of that name; use letters"
    case .forgottenLearner:
      "this learner was forgotten meanwhile; attache learner use chooses another"
    }
  }

  /// The exit code of an error, after sysexits.
  static func exitCode(of error: ScoreStoreError) -> Int32 {
    switch error {
    case .readOnly, .cannotCreate: EX_CANTCREAT
    case .full, .failed, .moved, .filesPending: EX_IOERR
    case .locked: EX_TEMPFAIL
    case .damaged, .newer, .notALog, .notWritten, .nothingLater: EX_DATAERR
    case .cannotOpen, .backupNotFound: EX_NOINPUT
    case .notTakenIn(let error): IntakeWords.exitCode(of: error)
    case .backupExists: EX_CANTCREAT
    case .notAgreed, .unknownLearner, .duplicateLearner, .ambiguousLearner, .emptyName,
      .forgottenLearner:
      EX_USAGE
    }
  }

  /// What to do about a damaged log.
  static let wayOut =
    "attache data salvage FILE writes all that can be read to a new file; attache data restore FILE "
    + "then makes the log hold that"

  private static func day(_ instant: Instant) -> String {
    DateWords.text(PartialDate(LocalInstant(instant: instant, zone: "UTC", offset: 0)))
  }

  /// A finding of a check in words.
  static func text(_ finding: Finding) -> String {
    switch finding {
    case .integrity(let detail):
      "the file is damaged: \(detail)"
    case .danglingReference(let table, let row):
      "\(table)\(row.map { ", row \($0)" } ?? "") refers to a record that is not there"
    case .unsound(let record): IntakeWords.text(record)
    case .repeatedSequence(let device, let sequence, let records):
      "\(records) records of the device \(device) have the place \(sequence)"
    case .sequenceBehind(let next, let latest):
      "the next place would be \(next), but \(latest) is taken"
    case .staleTable(let name):
      "the table \(name) does not hold what follows from the records"
    case .fromTheFuture(let learner, let answers, let latest):
      "\(CountWords.count(answers, "answer"))\(learner.map { " of \($0.name)" } ?? "") "
        + "from the future, up to \(day(latest)), by a clock that was wrong; kept"
    case .unknownKind(let kind, let records):
      "\(CountWords.count(records, "record")) of the kind \(kind) kept for a later version"
    }
  }
}
