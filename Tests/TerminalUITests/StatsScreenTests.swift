import QuizModel
import TestSupport
import Testing

@testable import Study
@testable import TerminalUI

/// What somebody knows and how they learn, in every way that it can be shown.
@Suite struct StatsScreenTests {
  private static func share(_ expected: Double) -> PlanForecast.Share {
    PlanForecast.Share(expected: expected, low: expected - 0.05, high: expected + 0.04)
  }

  private static func group(
    _ title: String,
    _ facts: Int,
    _ answered: Int,
    _ known: Double
  ) -> StatsReport.Group {
    StatsReport.Group(
      id: title,
      title: title,
      facts: facts,
      answered: answered,
      known: share(known)
    )
  }

  private static func prospect(
    _ days: Int,
    _ stand: Double,
    _ kept: Double?,
    isDeparture: Bool = false
  ) -> StatsReport.Prospect {
    StatsReport.Prospect(
      day: CalendarDay(number: 20_779 + days).description,
      daysAhead: days,
      isDeparture: isDeparture,
      asThingsStand: share(stand),
      ifKept: kept
    )
  }

  private static let empty = StatsReport(
    learner: nil,
    bank: "Diplomatic relations",
    today: "2026-11-22",
    all: group("All", 992, 0, 0.12),
    practice: .init(days: 0, streak: 0, longestStreak: 0, today: 0, span: 1, perDay: 0),
    forgetting: .init(verdict: .unknown, times: 1, repeats: 0)
  )

  private static var sparse: StatsReport {
    var report = empty
    report.learner = "Zoë"
    report.answers = 1
    report.all = group("All", 1, 1, 1)
    report.onlyTopics = ["africa"]
    report.topics = [group("Africa and its monuments", 1, 1, 1)]
    report.prospects = [prospect(7, 0.99, nil)]
    report.practice = .init(days: 1, streak: 0, longestStreak: 1, today: 0, span: 2, perDay: 0.5)
    report.paces = [.init(form: "typed", answers: 1, seconds: 1)]
    report.flags = [
      .init(day: "2026-11-22", item: "x/y/typed/0/1", fact: "x/y", stem: "Which?", note: "")
    ]
    return report
  }

  private static var full: StatsReport {
    var report = empty
    report.learner = "Zoë"
    report.answers = 10_000
    report.all = group("All", 992, 600, 0.634)
    report.topics = [
      group("When they began", 300, 299, 0.91),
      group("Non-alignment, the United Nations and other memberships", 12, 0, 0),
      group("Trade", 7, 7, 0.999),
    ]
    report.regions = [group("Africa", 200, 10, 0.05), group("Asia", 100, 100, 0.5)]
    report.perDay = 12
    report.prospects = [
      prospect(7, 0.63, 0.65), prospect(14, 0.6, 0.68), prospect(20, 0.58, 0.7, isDeparture: true),
      prospect(28, 0.55, nil),
    ]
    report.calibration = .init(answers: 412, foretold: 0.8, right: 0.78)
    report.calibrationByTenth = [
      .init(answers: 1, foretold: 0.45, right: 0), .init(answers: 411, foretold: 0.96, right: 0.99),
    ]
    report.paces = [
      .init(form: "multiple-choice", answers: 300, seconds: 8.44),
      .init(form: "true-false", answers: 100, seconds: 12.6),
      .init(form: "sung", answers: 1, seconds: 3),
    ]
    report.practice = .init(
      days: 40,
      streak: 1,
      longestStreak: 21,
      today: 3,
      span: 28,
      perDay: 11.25
    )
    report.forgetting = .init(verdict: .slower, times: 1.86, repeats: 400)
    report.leechCount = 3
    report.leeches = [
      .init(
        fact: "established/gin",
        sentence: "Guinea established relations on 8 October 1958.",
        answers: 9,
        missed: 6,
        takenFor: [
          .init(id: "1960", text: "1960", times: 3), .init(id: "mli", text: "Mali", times: 2),
          .init(id: "1961", text: "1961", times: 1),
        ]
      ),
      .init(
        fact: "term/persona",
        sentence: "Persona non grata.",
        answers: 4,
        missed: 4,
        takenFor: []
      ),
    ]
    report.futureAnswers = 2
    report.goneFacts = ["gone/1", "gone/2", "gone/3", "gone/4", "gone/5", "gone/6"]
    report.flags = (1...12).map { number in
      .init(
        day: "2026-11-\(number + 9)",
        item: "x",
        fact: "established/gin",
        stem: "In which year did Guinea?",
        note: number == 12 ? "It was \u{1b}[31mearlier\u{202e}." : "Note \(number)"
      )
    }
    return report
  }

  private static var verdicts: [StatsReport] {
    [StatsReport.Forgetting.Verdict.usual, .faster].map { verdict in
      var report = sparse
      report.forgetting = .init(verdict: verdict, times: 0.6, repeats: 77)
      return report
    }
  }

  static let terminals = [
    SessionScreenTests.Terminal(name: "stats-40", traits: TerminalTraits(width: 40)),
    SessionScreenTests.Terminal(
      name: "stats-80",
      traits: TerminalTraits(width: 80, hasColour: true)
    ),
    SessionScreenTests.Terminal(name: "stats-120", traits: TerminalTraits(width: 120)),
    SessionScreenTests.Terminal(
      name: "stats-80-ascii",
      traits: TerminalTraits(width: 80, hasUnicode: false)
    ),
    SessionScreenTests.Terminal(
      name: "stats-80-reader",
      traits: TerminalTraits(width: 80, isScreenReader: true)
    ),
  ]

  private static let pages = [("nobody", empty), ("a beginner", sparse), ("an adept", full)]

  private static func text(_ report: StatsReport, _ traits: TerminalTraits) -> String {
    ScreenRenderer(traits: traits).text(Screen(StatsScreen(traits: traits).lines(report)))
  }

  @Test(.tags(.snapshot), arguments: terminals)
  func everyReportLooksAsItWasRead(_ terminal: SessionScreenTests.Terminal) {
    let pages = StatsScreenTests.pages.map { name, report in
      "# \(name)\n" + Snapshot.tagged(StatsScreenTests.text(report, terminal.traits))
    }
    #expect(Snapshot.difference(of: pages.joined(separator: "\n"), from: terminal.name) == nil)
  }

  @Test(arguments: [20, 27, 33, 40, 59, 60, 80, 120, 200], [true, false])
  func noRowIsWiderThanTheTerminal(width: Int, hasUnicode: Bool) {
    let traits = TerminalTraits(width: width, hasUnicode: hasUnicode)
    for (name, report) in StatsScreenTests.pages {
      let text = StatsScreenTests.text(report, traits)
      for row in text.split(separator: "\n") {
        #expect(DisplayWidth.columns(of: String(row)) <= width, "\(name): \(row)")
      }
      #expect(hasUnicode || text.utf8.allSatisfy { $0 < 0x7f })
    }
  }

  @Test func screenReaderHearsNoBars() {
    let traits = TerminalTraits(width: 80, isScreenReader: true)
    let text = StatsScreenTests.text(StatsScreenTests.full, traits)
    #expect(!text.contains { "█▒░#→".contains($0) })
    #expect(text.contains("Trade: 99 per cent known, 7 of 7 facts answered."))
  }

  @Test func forgettingIsToldInPlainWords() {
    let texts = StatsScreenTests.verdicts.map { StatsScreenTests.text($0, TerminalTraits()) }
    #expect(texts[0].contains("You forget about as fast as is usual, told by 77 repeat answers."))
    #expect(texts[1].contains("You forget faster than is usual"))
  }

  @Test(arguments: 1...30)
  func barShowsWhatIsNeitherNothingNorAll(width: Int) {
    let bar = Bar(width: width, hasUnicode: true)
    for hundredth in -5...105 {
      let share = Double(hundredth) / 100
      let text = bar.text(share, upTo: share + 0.2)
      #expect(text.count == width)
      guard width > 1 else { continue }
      #expect(text.contains("█") == (share > 0))
      #expect((text.filter { $0 == "█" }.count == width) == (share >= 1))
    }
    #expect(bar.text(.nan).count == width)
  }

  @Test func secondShareIsDrawnOnlyAboveTheFirst() {
    let bar = Bar(width: 10, hasUnicode: false)
    #expect(bar.text(0.5, upTo: 0.8) == "#####+++..")
    #expect(bar.text(0.5, upTo: 0.2) == "#####.....")
    #expect(bar.text(0, upTo: 0.01) == "+.........")
  }
}
