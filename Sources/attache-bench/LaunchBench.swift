import Foundation

/// Measures how soon the first question stands there, beside `/bin/true` and quiz(6).
enum LaunchBench {
  private static let quiz = "/usr/games/quiz"

  static func run(_ program: ProgramUnderTest, runs: Int, into figures: inout Figures) throws {
    // The first launch compiles the bank and makes the log.
    _ = try program.timeToFirstQuestion(["--questions", "1"])
    let hasQuiz = FileManager.default.isExecutableFile(atPath: quiz)
    var launches: [Double] = []
    var trues: [Double] = []
    var quizzes: [Double] = []
    for _ in 0..<runs {
      launches.append(try program.timeToFirstQuestion(["--questions", "1"]))
      let start = milliseconds()
      try PseudoTerminal(["/bin/true"], environment: program.environment).waitForEnd()
      trues.append(milliseconds() - start)
      guard hasQuiz else { continue }
      let quizStart = milliseconds()
      try PseudoTerminal([quiz, "victim", "killer"], environment: program.environment)
        .wait(for: "?")
      quizzes.append(milliseconds() - quizStart)
    }
    figures.launch = Figure(launches)
    figures.launchOfTrue = Figure(trues)
    figures.launchAboveTrue = Figure(zip(launches, trues).map { $0 - $1 }).median
    guard hasQuiz else { return }
    figures.launchOfQuiz = Figure(quizzes)
    figures.launchToQuiz = Figure(zip(launches, quizzes).map { $0 / $1 }).median
  }
}
