package import QuizModel

/// What can go wrong with the log; facts only, the wording is the caller's.
package enum ScoreStoreError: Error, Hashable, Sendable {
  /// The file, or the folder around it, cannot be written.
  case readOnly(path: String)
  /// No space is left where the file lies.
  case full(path: String)
  /// Another program held the file longer than the busy timeout.
  case locked(path: String)
  /// The file is not sound; it was left as it is.
  case damaged(path: String, detail: String)
  /// The file was written by a later version of the program; it was left as it is.
  case newer(path: String, version: Int)
  /// Something else, such as another program's database, stands where the log should be.
  case notALog(path: String)
  /// The file or folder could not be made.
  case cannotCreate(path: String, reason: String)
  /// The file could not be opened or read.
  case cannotOpen(path: String, reason: String)
  /// The file was moved or removed while it was open.
  case moved(path: String)
  /// The log has changed, and files beside it that belong to the change could not be written yet:
  /// they are kept in the log, and written when it is opened next.
  case filesPending(path: String, reason: String)
  /// SQLite failed in another way.
  case failed(path: String, code: Int, detail: String)
  /// What was to be written is nothing that could be read again.
  case notWritten(RecordProblem)
  /// A name or plan is dated at the very end of all calendars, so that no other can follow it.
  case nothingLater
  /// Nothing of a file was taken in.
  case notTakenIn(IntakeError)
  /// What is to be taken in would change something for people who are here, and nobody agreed to it;
  /// nothing was taken in.
  case notAgreed(IntakeEffects)
  /// There is no file to restore from.
  case backupNotFound(path: String)
  /// A backup is never written over a file.
  case backupExists(path: String)
  /// Nobody goes by that name or id.
  case unknownLearner(name: String)
  /// Somebody already goes by that name.
  case duplicateLearner(Learner)
  /// Several learners go by that name; their ids tell them apart.
  case ambiguousLearner(name: String, candidates: [Learner])
  /// Nothing is left of the name once control characters and blanks are dropped.
  case emptyName
  /// The learner was forgotten, here or by another process: nothing more is kept of them.
  case forgottenLearner(LearnerID)
}
