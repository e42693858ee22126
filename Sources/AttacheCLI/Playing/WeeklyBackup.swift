import QuizModel
import ScoreStore

/// The backup that is made once a week, after a game or what a class did.
struct WeeklyBackup {
  let environment: Environment

  /// Makes it if it is due.
  ///
  /// One that cannot be written is told of, and again each time until it can be. The command ends
  /// as it did: what was done is in the log.
  func make(of log: ScoreLog) {
    do throws(ScoreStoreError) {
      try log.backUpIfDue(now: environment.now().instant)
    } catch {
      environment.talk(
        "the weekly backup was not made: \(ErrorPresenter.words(for: error)); what was done is saved\n"
      )
    }
  }
}
