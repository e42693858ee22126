import QuizModel
import TestSupport
import Testing

@testable import Study
@testable import TerminalUI

/// A fact and what somebody made of it, in every way that it can be shown.
@Suite struct FactScreenTests {
  private static func report(_ next: FactReport.Next) -> FactReport {
    var report = FactReport(id: "established/gin", confidence: .medium, next: next)
    report.topics = ["When they began", "Africa and its monuments"]
    report.sentences = [
      "Guinea established relations on 8 October 1958.", "Guinea was before Cuba (1960).",
    ]
    report.asOf = "2026-10"
    report.sources = [
      Source(
        id: "nk",
        title: "Facts of the \u{1b}[31mpress",
        publisher: "A house",
        date: "2015-03",
        url: "https://example.org/a-rather-long-address/that/does/not/fit/into/a-narrow/terminal"
      ),
      Source(id: "own", title: "What the teacher wrote", publisher: "", date: "", url: ""),
    ]
    return report
  }

  private static func answer(
    _ number: Int,
    isRight: Bool,
    chosen: String?,
    form: Form = .multipleChoice
  ) -> FactReport.Answer {
    FactReport.Answer(
      day: "2026-11-\(number + 9)",
      form: form.rawValue,
      question: "When did Guinea?",
      isRight: isRight,
      chosen: chosen,
      correctAnswer: form == .trueFalse ? "True" : "1958",
      seconds: Double(number),
      isFromTheFuture: number == 14
    )
  }

  private static var adept: FactReport {
    var report = report(
      .init(reason: .later, day: "2026-12-03", daysAhead: 11, level: 0.9)
    )
    report.hasChanged = true
    report.memory = .init(lastsDays: 12.4, recallNow: 0.945, difficulty: 6.23)
    report.answers =
      [
        answer(0, isRight: false, chosen: "1960"), answer(1, isRight: false, chosen: nil),
        answer(2, isRight: false, chosen: "False", form: .trueFalse),
      ] + (3..<15).map { answer($0, isRight: true, chosen: "1958") }
    report.takenFor = [.init(id: "1960", text: "1960", times: 2)]
    report.siblingCount = 7
    report.siblings = [.init(id: "capital/gin", sentence: "Conakry is the capital of Guinea.")]
    return report
  }

  private static let nexts: [FactReport.Next] = [
    .init(reason: .changed), .init(reason: .due, day: "2026-11-19", daysAhead: -3, level: 0.85),
    .init(reason: .due, day: "2026-11-22", daysAhead: 0, level: 0.9),
    .init(reason: .beforeDeparture, day: "2027-04-12", daysAhead: 141, place: 12, queue: 992),
    .init(reason: .new, place: 3, queue: 400), .init(reason: .notPlanned),
  ]

  static let terminals = [
    SessionScreenTests.Terminal(name: "fact-40", traits: TerminalTraits(width: 40)),
    SessionScreenTests.Terminal(
      name: "fact-80",
      traits: TerminalTraits(width: 80, hasColour: true)
    ),
    SessionScreenTests.Terminal(
      name: "fact-80-reader-ascii",
      traits: TerminalTraits(width: 80, hasUnicode: false, isScreenReader: true)
    ),
  ]

  private static func pages(_ traits: TerminalTraits) -> [String] {
    let screen = FactScreen(traits: traits)
    let mentions = adept.siblings + [.init(id: "x/y", sentence: "Another.")]
    let newcomers = nexts.map { next in
      var report = report(next)
      report.chanceUnasked = next.reason == .new ? 0.12 : nil
      return screen.lines(report)
    }
    let lists = [screen.list(mentions, of: 2), screen.list(mentions, of: 23)]
    return ([screen.lines(adept)] + newcomers + lists).map { lines in
      ScreenRenderer(traits: traits).text(Screen(lines))
    }
  }

  @Test(.tags(.snapshot), arguments: terminals)
  func everyFactLooksAsItWasRead(_ terminal: SessionScreenTests.Terminal) {
    let pages = FactScreenTests.pages(terminal.traits).map(Snapshot.tagged)
    #expect(Snapshot.difference(of: pages.joined(separator: "\n=\n"), from: terminal.name) == nil)
  }

  @Test(arguments: [20, 33, 40, 80, 120, 200])
  func noRowIsWiderThanTheTerminal(width: Int) {
    for page in FactScreenTests.pages(TerminalTraits(width: width)) {
      for row in page.split(separator: "\n") {
        #expect(DisplayWidth.columns(of: String(row)) <= width, "\(row)")
      }
      #expect(!page.contains("\u{1b}"))
    }
  }

  static let spans: [(days: Double, words: String)] = [
    (0.001, "less than an hour"), (0.05, "1 hour"), (1.5, "36 hours"), (2.4, "2 days"),
    (729.4, "729 days"), (3652, "10 years"), (1e9, "1000 years"), (.infinity, "1000 years"),
  ]

  @Test(arguments: spans)
  func spanOfMemoryIsSaidInWords(days: Double, words: String) {
    let memory = FactReport.Memory(lastsDays: days, recallNow: 1, difficulty: 1)
    #expect(FactWords.lasts(memory).hasSuffix("for \(words)."))
  }
}
