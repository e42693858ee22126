import GameSession
import QuizModel
import TerminalUI
import TestSupport
import Testing

@testable import Study

/// Plans and what will be known on their day, in every way that they can be shown.
@Suite struct PlanScreenTests {
  private static let topics: [PlanScreen.TopicTitle] = [
    ("when", "When they began"),
    ("memberships", "Non-alignment, the United Nations and other memberships"),
    ("africa", "Africa and its monuments"),
  ]

  private static let learner = SampleSettings.settings.learner

  private static func plan(
    _ departure: String?,
    questions: Int? = nil,
    minutes: Int? = nil,
    topics: [String] = []
  ) -> Plan {
    Plan(
      learner: learner,
      departure: departure,
      questionsPerDay: questions,
      minutesPerDay: minutes,
      topics: topics
    )
  }

  private static func share(_ expected: Double) -> PlanForecast.Share {
    PlanForecast.Share(expected: expected, low: expected - 0.05, high: expected + 0.04)
  }

  private static let forecast = PlanForecast(
    facts: 412,
    asThingsStand: share(0.631),
    ifKept: share(0.837),
    topics: [
      PlanForecast.Topic(
        id: "when",
        facts: 200,
        asThingsStand: share(0.2),
        ifKept: share(0.9)
      ),
      PlanForecast.Topic(
        id: "memberships",
        facts: 12,
        asThingsStand: share(0),
        ifKept: share(0.999)
      ),
    ],
    advice: [],
    days: []
  )

  private static let advice = [
    "41 days do not suffice for all of it: 20 questions a day would.",
    "Without Africa and its monuments you would know 91 % of the rest.",
  ]

  private static let pages: [(name: String, plan: Plan, forecast: PlanForecast?)] = [
    ("all topics, questions", plan("2027-04-12", questions: 12), nil),
    ("one question", plan("2027-04-12", questions: 1), nil),
    (
      "some topics, minutes", plan("2027-04-12", minutes: 10, topics: ["africa", "memberships"]),
      nil
    ),
    ("a topic that is gone", plan("2027-04-12", questions: 5, topics: ["gone"]), nil),
    ("no pace", plan("2027-04-12"), nil), ("today", plan("2026-11-22", questions: 12), nil),
    ("tomorrow", plan("2026-11-23", questions: 12), nil),
    ("yesterday", plan("2026-11-21", questions: 12), forecast),
    ("long ago", plan("2026-04-12", questions: 12), nil),
    ("no day", plan("soon", questions: 12), nil),
    ("a forecast", plan("2027-04-12", questions: 12), forecast),
    (
      "a forecast of some topics",
      plan("2027-04-12", minutes: 10, topics: ["when", "memberships"]),
      forecast
    ),
    (
      "a forecast without a pace", plan("2027-04-12"),
      PlanForecast(
        facts: 1,
        asThingsStand: share(0.5),
        ifKept: nil,
        topics: [],
        advice: [],
        days: []
      )
    ),
    (
      "a forecast of topics without a pace", plan("2027-04-12"),
      PlanForecast(
        facts: 200,
        asThingsStand: share(0.2),
        ifKept: nil,
        topics: [
          PlanForecast.Topic(id: "when", facts: 200, asThingsStand: share(0.2), ifKept: nil)
        ],
        advice: [],
        days: []
      )
    ),
  ]

  static let terminals = [
    SessionScreenTests.Terminal(name: "plan-40", traits: TerminalTraits(width: 40)),
    SessionScreenTests.Terminal(
      name: "plan-80",
      traits: TerminalTraits(width: 80, hasColour: true)
    ),
    SessionScreenTests.Terminal(
      name: "plan-80-reader-ascii",
      traits: TerminalTraits(width: 80, hasUnicode: false, isScreenReader: true)
    ),
  ]

  private static func text(
    _ page: (name: String, plan: Plan, forecast: PlanForecast?),
    _ traits: TerminalTraits
  ) throws -> String {
    let today = try #require(CalendarDay("2026-11-22"))
    let screen = PlanScreen(traits: traits, today: today, topics: topics)
    let lines = screen.lines(
      plan: page.plan,
      forecast: page.forecast,
      advice: page.forecast == forecast ? advice : []
    )
    return ScreenRenderer(traits: traits).text(Screen(lines))
  }

  @Test(.tags(.snapshot), arguments: terminals)
  func everyPlanLooksAsItWasRead(_ terminal: SessionScreenTests.Terminal) throws {
    let pages = try PlanScreenTests.pages.map { page in
      "# \(page.name)\n" + Snapshot.tagged(try PlanScreenTests.text(page, terminal.traits))
    }
    #expect(Snapshot.difference(of: pages.joined(separator: "\n"), from: terminal.name) == nil)
  }

  @Test(arguments: [20, 33, 40, 80, 120])
  func noRowIsWiderThanTheTerminal(width: Int) throws {
    for page in PlanScreenTests.pages {
      let text = try PlanScreenTests.text(page, TerminalTraits(width: width))
      for row in text.split(separator: "\n") {
        #expect(DisplayWidth.columns(of: String(row)) <= width, "\(page.name)")
      }
    }
  }

  static let sentences: [(advice: PlanForecast.Advice, text: String)] = [
    (
      .tooFewDays(1, perDay: 1),
      "The days do not suffice to know all of it: 1 day at 1 question a day."
    ),
    (
      .tooFewDays(10, perDay: 3),
      "The days do not suffice to know all of it: 10 days at 3 questions a day."
    ),
    (.suffices(perDay: 40), "About 40 questions a day would bring four facts in five."),
    (
      .nothingSuffices,
      "Not even 100 questions a day would bring four facts in five; fewer topics would."
    ),
    (
      .dropping(topic: "Trade", from: 0.631, to: 0.9),
      "Without “Trade” you would know 90\u{a0}% of the rest rather than 63\u{a0}% of all."
    ),
  ]

  @Test(arguments: sentences)
  func adviceIsAWholeSentence(advice: PlanForecast.Advice, text: String) {
    #expect(PlanWords.advice(advice) == text)
  }

  static let shares: [(share: Double, text: String)] = [
    (0, "0"), (0.0001, "1"), (0.005, "1"), (0.631, "63"), (0.635, "64"), (0.9999, "99"), (1, "100"),
    (-1, "0"), (7, "100"), (.nan, "?"), (.infinity, "?"),
  ]

  @Test(arguments: shares)
  func onlyAllIsAHundredPerCent(share: Double, text: String) {
    let sign = text == "?" ? "" : "\u{a0}%"
    #expect(PlanWords.percent(share) == text + sign)
  }
}
