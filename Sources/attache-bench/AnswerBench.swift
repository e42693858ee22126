import Foundation

/// Measures how soon a verdict follows the key, and counts what is synced for it.
enum AnswerBench {
  private static let strace = "/usr/bin/strace"

  static func run(_ program: ProgramUnderTest, answers: Int, into figures: inout Figures) throws {
    let terminal = try program.play(
      "--questions",
      "\(answers)",
      "--form",
      "true-false",
      "--seed",
      "1"
    )
    var times: [Double] = []
    var processor: [Double] = []
    for number in 1...answers {
      try terminal.wait(for: "\(number) of \(answers) ")
      try terminal.wait(for: "> ")
      terminal.type("t")
      usleep(20_000)
      let before = ProgramUnderTest.processorTime(of: terminal.process)
      let start = milliseconds()
      terminal.type("\n")
      try terminal.wait(for: "Source: ")
      times.append(milliseconds() - start)
      try terminal.wait(for: " > ")
      processor.append(ProgramUnderTest.processorTime(of: terminal.process) - before)
      terminal.type("\n")
    }
    figures.keyToVerdict = Figure(times)
    figures.keyToVerdictProcessor = Figure(processor)
    try countSyncs(program, answers: answers, into: &figures)
  }

  /// Counts the syncs between the first question and the last verdict.
  private static func countSyncs(
    _ program: ProgramUnderTest,
    answers: Int,
    into figures: inout Figures
  ) throws {
    guard FileManager.default.isExecutableFile(atPath: strace) else { return }
    let trace = program.folder.appendingPathComponent("trace").path
    let terminal = try PseudoTerminal(
      [
        strace, "-f", "-e", "trace=fdatasync,fsync", "-o", trace, program.binary, "play",
        "--questions", "\(answers)", "--form", "true-false", "--seed", "1",
      ],
      environment: program.environment
    )
    func syncs() -> Int {
      let text = (try? String(contentsOfFile: trace, encoding: .utf8)) ?? ""
      return text.split(separator: "\n").count { $0.contains("sync(") }
    }
    try terminal.wait(for: "> ")
    let before = syncs()
    for number in 1...answers {
      terminal.type("t\n")
      try terminal.wait(for: " > ")
      guard number < answers else { break }
      terminal.type("\n")
      try terminal.wait(for: "> ")
    }
    figures.syncsPerAnswer = Double(syncs() - before) / Double(answers)
  }
}
