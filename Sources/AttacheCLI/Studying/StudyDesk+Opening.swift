import QuestionBank
import QuizModel
import ScoreStore
import Study

extension StudyDesk {
  /// Sits a learner down with what the log tells, where and when the program runs.
  ///
  /// - Parameters:
  ///   - learner: Who.
  ///   - bank: The bank.
  ///   - log: Where the answers and the plan are.
  ///   - environment: The world outside.
  /// - Throws: What bank and log throw.
  init(
    of learner: Learner,
    bank: QuestionBank,
    log: ScoreLog,
    in environment: Environment
  ) throws {
    let now = environment.now()
    let catalogue = try CatalogueMaker.catalogue(of: bank)
    let reader = HistoryReader(
      answers: log,
      bank: bank.description.id,
      catalogue: catalogue,
      program: programVersion
    )
    self.init(
      of: learner,
      bank: bank,
      catalogue: catalogue,
      history: try reader.history(of: learner.id, now: now.instant),
      plan: try log.plan(of: learner.id),
      now: now,
      noon: environment.noon
    )
  }
}
