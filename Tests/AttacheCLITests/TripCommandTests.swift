import Foundation
import LineEditing
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI

/// The plan for a day of departure.
@Suite struct TripCommandTests {
  private static func run(_ line: String, on stage: Stage) -> Int32 {
    let arguments = ["trip", "--bank", "six-states"] + line.split(separator: " ").map(String.init)
    return stage.run(arguments, reader: ScriptedReader([]))
  }

  private static func plans(_ stage: Stage) throws -> [Plan] {
    let log = try ScoreLog(
      folder: stage.log.deletingLastPathComponent(),
      now: { Instant(milliseconds: 0) },
      makeUUID: { UUID() }
    )
    return try log.records().compactMap { record in
      if case .planSet(let plan) = record.body { plan } else { nil }
    }
  }

  @Test(.tags(.snapshot))
  func everythingSaidOfAPlanReadsAsItWasRead() throws {
    let stage = try Stage()
    stage.environment.isOutputTerminal = false
    var text = ""
    for line in [
      "", "12 Apr 2027", "--per-day 12", "--topic money --topic cap", "--minutes 10",
      "today --topic all", "in 6 weeks", "--clear", "--clear", "", "tomorrow --json", "--json",
      "--screen-reader",
    ] {
      let code = TripCommandTests.run(line, on: stage)
      #expect(code == 0, "\(line): \(stage.talk)")
      #expect(stage.talk.isEmpty)
      text += "# trip \(line)\n\(stage.output)\n"
    }
    #expect(Snapshot.difference(of: text, from: "trip") == nil)
  }

  @Test func changeOfOneThingKeepsTheOthers() throws {
    let stage = try Stage()
    for line in [
      "2027-04-12 --per-day 12 --topic money", "--topic capitals", "--minutes 15", "2027-05-01",
      "--per-day 9", "--topic ALL",
    ] { #expect(TripCommandTests.run(line, on: stage) == 0) }
    let plans = try TripCommandTests.plans(stage)
    #expect(
      plans.map(\.departure) == Array(repeating: "2027-04-12", count: 3)
        + Array(repeating: "2027-05-01", count: 3)
    )
    #expect(plans.map(\.questionsPerDay) == [12, 12, nil, nil, 9, 9])
    #expect(plans.map(\.minutesPerDay) == [nil, nil, 15, 15, nil, nil])
    #expect(
      plans.map(\.topics) == [
        ["money"], ["capitals"], ["capitals"], ["capitals"], ["capitals"], [],
      ]
    )
    #expect(Set(plans.map(\.learner)).count == 1)
  }

  @Test func samePlanIsNotWrittenTwice() throws {
    let stage = try Stage()
    for line in ["2027-04-12 --per-day 12", "12 April 2027", "--per-day 12", "", "--topic all"] {
      #expect(TripCommandTests.run(line, on: stage) == 0)
      #expect(stage.output.contains("Monday, 12 April 2027"))
    }
    #expect(try TripCommandTests.plans(stage).count == 1)
  }

  @Test func clearedPlanTakesEverythingWithIt() throws {
    let stage = try Stage()
    for line in ["2027-04-12 --per-day 12 --topic money", "--clear", "2027-06-01"] {
      #expect(TripCommandTests.run(line, on: stage) == 0)
    }
    let plans = try TripCommandTests.plans(stage)
    #expect(plans.map(\.departure) == ["2027-04-12", nil, "2027-06-01"])
    #expect(plans.last?.questionsPerDay == nil)
    #expect(plans.last?.topics == [])
  }

  @Test func lookingMakesNoLearner() throws {
    let stage = try Stage()
    #expect(TripCommandTests.run("", on: stage) == 0)
    #expect(
      stage.output.hasPrefix("There is no plan yet. attache trip --bank six-states 3 January")
    )
    stage.run("learner", "list")
    #expect(stage.output.hasPrefix("Nobody yet"))
    #expect(TripCommandTests.run("tomorrow", on: stage) == 0)
    stage.run("learner", "list")
    #expect(stage.output.hasPrefix("ri (plays now)"))
  }

  @Test func eachLearnerHasAPlan() throws {
    let stage = try Stage()
    stage.run("learner", "add", "Ana")
    stage.run("learner", "add", "Zoe")
    #expect(TripCommandTests.run("2027-04-12", on: stage) == 0)
    #expect(TripCommandTests.run("2027-05-01 --learner ana", on: stage) == 0)
    #expect(TripCommandTests.run("", on: stage) == 0)
    #expect(stage.output.contains("12 April 2027"))
    #expect(TripCommandTests.run("--learner Ana", on: stage) == 0)
    #expect(stage.output.contains("1 May 2027"))
    // To plan for somebody is not to play as them.
    stage.run("learner", "list")
    #expect(stage.output.contains("Zoe (plays now)"))
  }

  @Test func planStaysWhenItsDayHasPassed() throws {
    let stage = try Stage()
    stage.environment.isOutputTerminal = false
    #expect(TripCommandTests.run("tomorrow --per-day 3", on: stage) == 0)
    let now = stage.environment.now
    stage.environment.now = {
      let now = now()
      return LocalInstant(
        instant: now.instant.advanced(byMilliseconds: 4 * 86_400_000),
        zone: now.zone,
        offset: now.offset
      )
    }
    #expect(TripCommandTests.run("", on: stage) == 0)
    #expect(
      stage.output == """
        Departure was on Monday, 23 November 2026, 3 days ago.
          attache trip --bank six-states DATE sets another day; attache trip --bank
          six-states --clear ends the plan.

        """
    )
    #expect(TripCommandTests.run("in 3 days", on: stage) == 0)
    #expect(stage.output.contains("Sunday, 29 November 2026, in 3 days."))
    #expect(stage.output.contains("3 questions a day"))
  }

  @Test func dayIsThatOfTheMachinesZone() throws {
    let stage = try Stage()
    #expect(TripCommandTests.run("tomorrow", on: stage) == 0)
    // The same moment on the other side of midnight.
    let now = stage.environment.now
    stage.environment.now = {
      LocalInstant(instant: now().instant, zone: "Pacific/Kiritimati", offset: 14 * 3600)
    }
    #expect(TripCommandTests.run("--json", on: stage) == 0)
    #expect(stage.output.contains("\"today\" : \"2026-11-23\""))
    #expect(stage.output.contains("\"daysLeft\" : 0"))
  }

  static let refused: [(line: String, words: String)] = [
    ("soon", "\"soon\" is no date; write it like"), ("31 Feb", "at most 29 days"),
    ("yesterday", "21 November 2026 was yesterday; name a day to come"),
    ("19 Nov 2026", "was 3 days ago"), ("2207-04-12", "is more than five years away"),
    ("12/04/2027", "that could be 12 April 2027 or 4 December 2027"),
    ("--per-day 12", "there is no plan to change; name the day of departure first"),
    ("--topic money", "there is no plan to change"),
    (
      "tomorrow --topic mony",
      "no topic \"mony\"; did you mean money? There are: capitals, united-nations, money"
    ),
    ("tomorrow --topic xyz", "there are: capitals, united-nations, money"),
    ("tomorrow --learner Nobody", "no learner \"Nobody\""),
  ]

  @Test(arguments: refused)
  func senselessWishesExitWith64AndPlanNothing(line: String, words: String) throws {
    let stage = try Stage()
    #expect(TripCommandTests.run(line, on: stage) == 64)
    #expect(stage.talk.contains(words), "\(stage.talk)")
    #expect(stage.output.isEmpty)
    #expect(try TripCommandTests.plans(stage).isEmpty)
  }

  @Test func anyTextForADateIsAnsweredInOneSafeLine() throws {
    let stage = try Stage()
    for text in [
      String(repeating: "1", count: 100_000), String(repeating: "가", count: 100_000), "🧳",
      "\u{1b}[31m12 Apr", "a\nb", "\u{202e}12 Apr", "",
    ] {
      #expect(stage.run(["trip", text], reader: ScriptedReader([])) == 64)
      #expect(stage.talk.count { $0.isNewline } == 1)
      #expect(stage.talk.utf8.count < 400)
      #expect(!stage.talk.contains("\u{1b}") && !stage.talk.contains("\u{202e}"))
    }
  }
}
