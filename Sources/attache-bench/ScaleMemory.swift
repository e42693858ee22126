import LearningModel
import QuestionBank
import QuizModel
import ScoreStore
import Study

/// What memory costs over a log of a million answers.
struct ScaleMemory: Encodable {
  /// Seconds to replay the memories of all learners from their answers.
  let replay: Double
  /// Milliseconds until the home page of a learner with ten thousand answers can be answered.
  let home: Figure
  /// Milliseconds of `attache stats` of that learner.
  let stats: Figure
  /// The same, as JSON.
  let statsAsJSON: Figure

  /// Measures.
  ///
  /// - Parameters:
  ///   - log: The log, open.
  ///   - learners: Everybody in it.
  ///   - bank: The bank.
  ///   - program: The binary, whose data folder holds the log.
  /// - Throws: What log, bank or terminal throw.
  init(
    log: ScoreLog,
    learners: [LearnerID],
    bank: QuestionBank,
    program: ProgramUnderTest
  ) throws {
    let catalogue = try CatalogueMaker.catalogue(of: bank)
    let start = milliseconds()
    for learner in learners {
      var history = LearnerHistory(catalogue: catalogue)
      try log.forEachReview(
        of: learner,
        in: bank.description.id,
        now: Instant(milliseconds: .max)
      ) { history.take($0, in: catalogue) }
    }
    replay = (milliseconds() - start) / 1000
    // The home page and the figures are those of whoever is used, here with a day of departure.
    for words in [["learner", "use", "Learner 7"], ["trip", "in 41 days", "--per-day", "12"]] {
      try PseudoTerminal([program.binary] + words, environment: program.environment).waitForEnd()
    }
    home = try ScaleMemory.times {
      let terminal = try PseudoTerminal([program.binary], environment: program.environment)
      try terminal.wait(for: "q to leave > ")
    }
    stats = try ScaleMemory.times {
      try PseudoTerminal([program.binary, "stats"], environment: program.environment)
        .waitForEnd()
    }
    statsAsJSON = try ScaleMemory.times {
      try PseudoTerminal([program.binary, "stats", "--json"], environment: program.environment)
        .waitForEnd()
    }
  }

  private static func times(_ work: () throws -> Void) throws -> Figure {
    try work()
    return Figure(
      try (0..<9).map { _ in
        let start = milliseconds()
        try work()
        return milliseconds() - start
      }
    )
  }
}
