import QuizModel
import ScoreStore

/// The backup that is made once a week, after a game.
struct WeeklyBackup {
  let environment: Environment

  /// Makes it if it is due.
  ///
  /// One that cannot be written is told of, and again after each game until it can be. The game ends
  /// as it did: what was played is in the log.
  func make(of log: ScoreLog) {
    do throws(ScoreStoreError) {
      try log.backUpIfDue(now: environment.now().instant)
    } catch {
      environment.talk(
        "the weekly backup was not made: \(ErrorPresenter.words(for: error)); what was played is saved\n"
      )
    }
  }
}
