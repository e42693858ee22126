import Foundation
import LearningModel
import LineEditing
import QuestionBank
import QuestionGenerator
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI
@testable import Study

/// Studying through the command, as somebody at a terminal does.
@Suite struct StudyCommandTests {
  private let stage: Stage
  private let clock: MovingClock

  init() throws {
    stage = try Stage()
    clock = MovingClock(of: stage)
    // No line is wrapped, so that a reader finds whole questions.
    stage.environment.columns = { 400 }
    stage.environment.variables["NO_COLOR"] = "1"
  }

  @discardableResult
  private func run(_ line: String, typing lines: [String] = []) -> Int32 {
    let arguments = line.split(separator: " ").map(String.init) + ["--bank", "six-states"]
    return stage.run(arguments, reader: ScriptedReader(lines: lines))
  }

  private func bank() throws -> QuestionBank {
    let folder = try BankShelf(explicit: Stage.banks.path, environment: [:], executable: nil)
      .folder(of: "six-states")
    return try BankOpener(cache: nil, version: programVersion, progress: { _ in }).judging.open(
      folder
    )
  }

  private func desk() throws -> StudyDesk {
    let log = try LogOpening.open(in: stage.environment)
    let learner = try #require(try log.currentLearner())
    return try StudyDesk(of: learner, bank: try bank(), log: log, in: stage.environment)
  }

  /// The line that begins with a word.
  private func line(_ start: String) -> String? {
    stage.output.split(separator: "\n").map(String.init).first { $0.hasPrefix(start) }
  }

  /// Plays a traveller through two weeks, but for one day in the middle.
  @Test func fortnightUpToTheDay() throws {
    run("trip in 14 days --per-day 6")
    let bank = try bank()
    var shares: [Double] = []
    var announced: String?
    for day in 0..<14 {
      defer { clock.move(byDays: 1) }
      if day == 6 { continue }
      let before = try desk()
      #expect(before.leftToday == 6)
      let reader = try KnowingReader(bank: bank) { [stage] in stage.output }
      // Everything is learnt from being told once, but for Finland, which takes longer.
      let seen = Set(before.history.trails.indices.filter { before.history.trails[$0] != nil })
      reader.knows = { stem in !stem.contains("Finland") || day > 8 }
      stage.run(studying: ["study", "--bank", "six-states"], reader)
      #expect(reader.asked.count == 6)

      // What was announced yesterday is what comes today.
      if let announced, day != 7 {
        let now = line("Now: ")?.dropFirst("Now: ".count)
        #expect(now == announced.dropFirst("Tomorrow: ".count))
      }
      announced = line("Tomorrow: ")
      #expect(announced != nil)

      let after = try desk()
      #expect(after.answeredToday == 6)
      shares.append(try #require(DepartureForecast(desk: after)).asThingsStand)
      // What is known comes before what is new; a fact that is kept for the end may come last.
      let isNew = try lastSitting().dropLast().map { fact in
        !seen.contains(after.catalogue.number(of: fact) ?? -1)
      }
      let moves = zip(isNew, isNew.dropFirst()).count { $0 && !$1 }
      #expect(moves <= 1, "\(isNew)")
    }
    #expect((shares.last ?? 0) > (shares.first ?? 1) + 0.3)
    #expect((shares.last ?? 0) > 0.75)
    // On the eve nothing has piled up, and on the day itself there is no tomorrow.
    let reader = try KnowingReader(bank: bank) { [stage] in stage.output }
    stage.run(studying: ["study", "--bank", "six-states"], reader)
    #expect(stage.output.contains("Today is the day of departure: have a good journey."))
    #expect(line("Tomorrow: ") == nil)
  }

  /// The facts answered in the last sitting, in order.
  private func lastSitting() throws -> [FactID] {
    let log = try LogOpening.open(in: stage.environment)
    let session = try #require(try log.sessions(limit: 1).first)
    return try log.answers(in: session.opening.session).map(\.answer.fact)
  }

  @Test func withoutADayOfDepartureWhatIsHeldIsLeftAlone() throws {
    let bank = try bank()
    // Eighteen facts: twelve new ones, then the others, and then nothing until it fades.
    for _ in 0..<4 {
      let reader = try KnowingReader(bank: bank) { [stage] in stage.output }
      stage.run(studying: ["study", "--bank", "six-states"], reader)
    }
    #expect(run("study") == 0)
    #expect(stage.output.hasPrefix("Nothing is due now; the next fact comes back "))
    #expect(!stage.output.contains("1 of"))
    clock.move(byDays: 30)
    run("study", typing: ["quit"])
    #expect(line("Now: ") == "Now: 12 facts to come back to.")
  }

  @Test(.tags(.snapshot))
  func sittingReadsAsItWasRead() throws {
    stage.environment.columns = { 80 }
    run("trip in 41 days --per-day 4")
    var text = ""
    run("study --seed 3", typing: ["a", "", "a", "", "a", "", "a", "", "a", "", ""])
    text += "# the first sitting\n" + stage.transcript
    run("study --questions 2 --seed 5", typing: ["skip", "", "quit"])
    text += "\n# two more, left early\n" + stage.transcript
    run("study --seed 6", typing: ["quit"])
    text += "\n# beyond the day's number\n" + stage.transcript
    run("study --mix-ups --seed 7", typing: ["a", "", "quit"])
    text += "\n# mix-ups\n" + stage.transcript
    clock.move(byDays: 41)
    run("study --seed 8", typing: ["skip", "", "quit"])
    text += "\n# the day of departure\n" + stage.transcript
    clock.move(byDays: 2)
    run("study --questions 1 --seed 8", typing: ["skip", ""])
    text += "\n# after it\n" + stage.transcript
    #expect(Snapshot.difference(of: text, from: "study") == nil)
  }

  @Test func wishesAreHeeded() throws {
    run("study --topic capitals --questions 2 --per-day 7 --keep 85", typing: ["quit"])
    #expect(stage.output.contains("1 of 2"))
    let desk = try desk()
    #expect(desk.perDay == 7)
    #expect(desk.goal == .retention(0.85))
    // The same once more is no other plan.
    run("study --per-day 7", typing: ["quit"])
    let log = try LogOpening.open(in: stage.environment)
    let plans = try log.records().filter { if case .planSet = $0.body { true } else { false } }
    #expect(plans.count == 1)
    run("study --minutes 1", typing: ["quit"])
    #expect(stage.output.contains("1 of 3"))
  }

  @Test func learnerIsTheOneNamed() throws {
    stage.run("learner", "add", "Zoe")
    stage.run("learner", "add", "Ana")
    #expect(run("study --learner zoe", typing: ["skip", "", "quit"]) == 0)
    #expect(try desk().learner.name == "Zoe")
    #expect(try desk().history.answers == 1)
    #expect(run("study --learner Nobody") == 64)
    #expect(stage.talk.contains("no learner \"Nobody\"; there are: Ana, Zoe"))
  }

  static let refused: [(line: String, words: String)] = [
    ("--questions 0", "--questions is 1 to 1000."), ("--questions 1001", "--questions is 1 to"),
    ("--minutes 0", "--minutes is 1 to 600."), ("--keep 200", "--keep is 70 to 97 per cent."),
    ("--keep 69", "--keep is 70 to 97"), ("--per-day 0", "--per-day is 1 to 500"),
    ("--questions 5 --minutes 5", "Give one of --questions and --minutes."),
    ("--topic nonsense", "no topic \"nonsense\"; there are: capitals, united-nations, money"),
    ("--learner Nobody", "no learner \"Nobody\""),
  ]

  @Test(arguments: refused)
  func senselessWishesExitWith64AndMakeNobody(line: String, words: String) throws {
    #expect(run("study \(line)") == 64)
    #expect(stage.talk.contains(words), "\(stage.talk)")
    #expect(stage.output.isEmpty)
    stage.run("learner", "list")
    #expect(stage.output.hasPrefix("Nobody yet"))
  }

  @Test func nothingConfusedIsSaid() throws {
    #expect(run("study --mix-ups") == 0)
    #expect(stage.output == "There is nothing that you take for something else.\n")
  }

  @Test func unreadableLogIsSaidAndLeftAlone() throws {
    try FileManager.default.createDirectory(
      at: stage.log.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data("no log at all, but of some length".utf8).write(to: stage.log)
    #expect(run("study") == 65)
    #expect(stage.talk.contains("log.sqlite"))
    #expect(try String(contentsOf: stage.log, encoding: .utf8).hasPrefix("no log at all"))
  }

  @Test func interruptedSittingSaysNothingMore() throws {
    let arguments = ["study", "--bank", "six-states"]
    #expect(stage.run(arguments, reader: ScriptedReader([.interrupted])) == 130)
    #expect(line("Tomorrow: ") == nil)
  }
}

extension Stage {
  /// Runs the program with a reader of any kind.
  @discardableResult
  func run(studying arguments: [String], _ reader: any LineReading) -> Int32 {
    forget()
    environment.scriptedReader = reader
    return Program.run(arguments, in: environment)
  }
}
