import Foundation
import TestSupport
import Testing

@testable import AttacheCLI

/// Everything about a fact, told by the program.
@Suite struct FactCommandTests {
  private static func run(_ line: String, on stage: Stage) -> Int32 {
    let arguments = ["fact", "--bank", "six-states"] + line.split(separator: " ").map(String.init)
    return stage.run(arguments, reader: ScriptedReader([]))
  }

  private static func fact(_ stage: Stage) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(stage.output.utf8))
    return try #require((value as? [String: Any])?["fact"] as? [String: Any])
  }

  private static func next(_ stage: Stage) throws -> [String: Any] {
    try #require(try fact(stage)["next"] as? [String: Any])
  }

  @Test(.tags(.snapshot))
  func everythingToldReadsAsItWasRead() throws {
    let stage = try Stage()
    stage.environment.isOutputTerminal = false
    try PastAnswers(stage).write()
    var text = ""
    for line in [
      "joined/pol", "poland", "stockholm capital", "currency/swe", "rou joined", "1955",
      "joined/pol --screen-reader", "joined/pol --json", "1955 --json",
    ] {
      let code = FactCommandTests.run(line, on: stage)
      #expect(code == 0, "\(line): \(stage.talk)")
      #expect(stage.talk.isEmpty)
      text += "# fact \(line)\n\(stage.output)\n"
    }
    #expect(Snapshot.difference(of: text, from: "fact") == nil)
  }

  static let searches: [(words: String, ids: [String])] = [
    ("capital/swe", ["capital/swe"]), ("CAPITAL  Swe", ["capital/swe"]),
    ("sweden's united", ["joined/swe"]), ("zlo", ["currency/pol"]), ("zlotys", []),
    ("finland 1955", ["joined/fin"]), ("When did Finland join?", ["joined/fin"]),
    ("1955", ["joined/rou", "joined/fin", "joined/hun"]),
    ("bucuresti", []), ("euro che", []),
  ]

  @Test(arguments: searches)
  func wordsFindTheFactsThatHaveAllOfThem(words: String, ids: [String]) throws {
    let stage = try Stage()
    let code = FactCommandTests.run(words + " --json", on: stage)
    guard !ids.isEmpty else { return #expect(code == 64) }
    let value = try JSONSerialization.jsonObject(with: Data(stage.output.utf8))
    let finding = try #require(value as? [String: Any])
    let matches = try #require(finding["matches"] as? [[String: Any]])
    #expect(matches.compactMap { $0["id"] as? String } == ids)
    #expect(finding["total"] as? Int == ids.count)
    #expect((finding["fact"] != nil) == (ids.count == 1))
  }

  @Test func lookingNeedsNoLearnerAndMakesNone() throws {
    let stage = try Stage()
    #expect(FactCommandTests.run("capital/swe", on: stage) == 0)
    #expect(stage.output.contains("You have not been asked it yet"))
    stage.run("learner", "list")
    #expect(stage.output.hasPrefix("Nobody yet"))
  }

  @Test func nextQuestionFollowsThePlan() throws {
    let stage = try Stage()
    try PastAnswers(stage).write()
    for (fact, reason) in [
      ("joined/pol", "due"), ("joined/che", "later"), ("joined/swe", "new"),
    ] {
      #expect(FactCommandTests.run("\(fact) --json", on: stage) == 0)
      #expect(try FactCommandTests.next(stage)["reason"] as? String == reason, "\(fact)")
    }
    #expect(try FactCommandTests.next(stage)["queue"] as? Int == 10)
    stage.run("trip", "--bank", "six-states", "in 10 days", "--topic", "money")
    #expect(FactCommandTests.run("currency/fin --json", on: stage) == 0)
    #expect(try FactCommandTests.next(stage)["reason"] as? String == "before-departure")
    #expect(try FactCommandTests.next(stage)["daysAhead"] as? Int == 10)
    #expect(try FactCommandTests.next(stage)["queue"] as? Int == 6)
    // Its answer was another one when it was last seen.
    #expect(FactCommandTests.run("currency/rou --json", on: stage) == 0)
    #expect(try FactCommandTests.next(stage)["reason"] as? String == "changed")
    #expect(try FactCommandTests.fact(stage)["hasChanged"] as? Bool == true)
    #expect(FactCommandTests.run("joined/pol --json", on: stage) == 0)
    #expect(try FactCommandTests.next(stage)["reason"] as? String == "not-planned")
    #expect(try FactCommandTests.fact(stage)["memory"] != nil)
  }

  static let refused: [(line: String, words: String)] = [
    ("", "name a fact by its id, such as established/dza"),
    ("... --json", "name a fact by its id"),
    ("capital/swd", "no fact \"capital/swd\"; near it are: capital/swe"),
    ("Swedn", "no fact has \"Swedn\" in it; did you mean Sweden?"),
    ("quite another thing", "no fact has \"quite another thing\" in it"),
    ("sweden 1805", "\"sweden\" is in 3 facts"),
    ("nosuch/fact", "no fact has \"nosuch/fact\" in it"),
    ("capital/swe --learner Nobody", "no learner \"Nobody\""),
  ]

  @Test(arguments: refused)
  func whatIsNotThereExitsWith64(line: String, words: String) throws {
    let stage = try Stage()
    #expect(FactCommandTests.run(line, on: stage) == 64)
    #expect(stage.talk.contains(words), "\(stage.talk)")
    #expect(stage.output.isEmpty)
    #expect(stage.talk.count { $0.isNewline } == 1)
  }

  @Test func anyTextIsAnsweredInOneSafeLine() throws {
    let stage = try Stage()
    for text in [
      String(repeating: "1", count: 100_000), String(repeating: "가", count: 100_000),
      String(repeating: "q ", count: 100_000), "capital/" + String(repeating: "x", count: 100_000),
      "\u{1b}[31mzzz", "zz\nz", "\u{202e}zzz", "'", "\u{0}", "/", "//", "q/",
    ] {
      let code = stage.run(["fact", "--bank", "six-states", text], reader: ScriptedReader([]))
      #expect(code == 64, "\(text.prefix(10))")
      #expect(stage.talk.count { $0.isNewline } == 1)
      #expect(stage.talk.utf8.count < 1_000)
      #expect(!stage.talk.contains("\u{1b}") && !stage.talk.contains("\u{202e}"))
    }
  }
}
