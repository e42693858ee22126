import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI

/// What somebody knows, told by the program.
@Suite struct StatsCommandTests {
  private static func run(_ line: String, on stage: Stage) -> Int32 {
    let arguments = ["stats", "--bank", "six-states"] + line.split(separator: " ").map(String.init)
    return stage.run(arguments, reader: ScriptedReader([]))
  }

  private static func json(_ stage: Stage) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(stage.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test(.tags(.snapshot))
  func everythingToldReadsAsItWasRead() throws {
    let stage = try Stage()
    stage.environment.isOutputTerminal = false
    var text = ""
    for line in ["", "--screen-reader"] {
      #expect(StatsCommandTests.run(line, on: stage) == 0)
      text += "# stats \(line) before anything\n\(stage.output)\n"
    }
    try PastAnswers(stage).write()
    for line in ["", "--topic money", "--screen-reader", "--learner Zoe", "--json"] {
      let code = StatsCommandTests.run(line, on: stage)
      #expect(code == 0, "\(line): \(stage.talk)")
      #expect(stage.talk.isEmpty)
      text += "# stats \(line)\n\(stage.output)\n"
    }
    #expect(Snapshot.difference(of: text, from: "stats") == nil)
  }

  @Test func lookingMakesNoLearner() throws {
    let stage = try Stage()
    #expect(StatsCommandTests.run("--json", on: stage) == 0)
    #expect(try StatsCommandTests.json(stage)["learner"] == nil)
    stage.run("learner", "list")
    #expect(stage.output.hasPrefix("Nobody yet"))
  }

  @Test func departureIsAmongTheProspects() throws {
    let stage = try Stage()
    try PastAnswers(stage).write()
    stage.run("trip", "--bank", "six-states", "in 10 days", "--topic", "money")
    #expect(StatsCommandTests.run("--json", on: stage) == 0)
    let prospects = try #require(try StatsCommandTests.json(stage)["prospects"] as? [[String: Any]])
    #expect(prospects.map { $0["daysAhead"] as? Int } == [7, 10, 14, 28, 56, 84])
    #expect(prospects.map { $0["isDeparture"] as? Bool }.firstIndex(of: true) == 1)
    // Facts that are not planned are told of too, so nothing can be said of keeping the plan.
    #expect(prospects.allSatisfy { $0["ifKept"] == nil })
    #expect(StatsCommandTests.run("--json --topic money", on: stage) == 0)
    let planned = try #require(try StatsCommandTests.json(stage)["prospects"] as? [[String: Any]])
    #expect(planned.map { $0["ifKept"] != nil } == [true, true, false, false, false, false])
    let stand = planned.compactMap {
      ($0["asThingsStand"] as? [String: Any])?["expected"] as? Double
    }
    #expect(try #require(planned[0]["ifKept"] as? Double) > stand[0])
    // It is the number that the plan tells.
    stage.run("trip", "--bank", "six-states", "--json")
    let trip = try #require(try StatsCommandTests.json(stage)["forecast"] as? [String: Any])
    let kept = try #require(trip["ifKept"] as? [String: Any])
    let (told, reckoned) = (planned[1]["ifKept"] as? Double, kept["expected"] as? Double)
    // The clock has gone on by some seconds.
    #expect(abs(try #require(told) - (try #require(reckoned))) < 1e-4)
  }

  @Test func whatStandsOutIsTold() throws {
    let stage = try Stage()
    try PastAnswers(stage).write()
    #expect(StatsCommandTests.run("--json", on: stage) == 0)
    let report = try StatsCommandTests.json(stage)
    let leeches = try #require(report["leeches"] as? [[String: Any]])
    #expect(leeches.map { $0["fact"] as? String } == ["joined/pol"])
    let takenFor = try #require(leeches.first?["takenFor"] as? [[String: Any]])
    #expect(takenFor.map { $0["text"] as? String } == ["1955", "1946"])
    #expect(takenFor.map { $0["times"] as? Int } == [4, 1])
    #expect(report["futureAnswers"] as? Int == 1)
    #expect(report["goneFacts"] as? [String] == ["joined/ddr"])
    #expect((report["flags"] as? [Any])?.count == 1)
    #expect(report["answers"] as? Int == PastAnswers.counted)
  }

  @Test func bankMayGiveRegionsAndRenameFacts() throws {
    let stage = try Stage()
    try ChangedBank.place(in: stage)
    try PastAnswers(stage).write()
    #expect(StatsCommandTests.run("--json", on: stage) == 0)
    let report = try StatsCommandTests.json(stage)
    let regions = try #require(report["regions"] as? [[String: Any]])
    #expect(regions.map { $0["title"] as? String } == ["East", "North"])
    #expect(regions.map { $0["facts"] as? Int } == [9, 6])
    #expect(regions.map { $0["answered"] as? Int } == [4, 3])
    #expect((report["goneFacts"] as? [String])?.isEmpty == true)
    stage.run("fact", "--bank", "six-states", "joined/ddr", "--color", "never")
    #expect(stage.output.hasPrefix("joined/pol\n"))
    #expect(stage.output.contains("Your answers: 3 of 8 right"))
  }

  static let refused: [(line: String, words: String)] = [
    ("--topic mony", "no topic \"mony\"; did you mean money?"),
    ("--learner Nobody", "no learner \"Nobody\""),
  ]

  @Test(arguments: refused)
  func unknownNamesExitWith64(line: String, words: String) throws {
    let stage = try Stage()
    #expect(StatsCommandTests.run(line, on: stage) == 64)
    #expect(stage.talk.contains(words))
    #expect(stage.output.isEmpty)
  }
}
