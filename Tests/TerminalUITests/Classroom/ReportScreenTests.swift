import Classroom
import TestSupport
import Testing

@testable import TerminalUI

/// Results of a class in every way that they can be shown.
@Suite struct ReportScreenTests {
  private static func report(
    _ count: Int,
    scale: String? = nil,
    kind: ClassActivity.Kind? = nil,
    className: String? = "7b"
  ) -> ClassReport {
    ClassReport(
      SampleClass.results(count, kind: kind),
      className: className,
      scale: scale.flatMap { MarkScale($0) }
    )
  }

  private static var pages: [(name: String, report: ClassReport, gain: ClassGain?)] {
    let same = ClassGain(before: SampleClass.results(25), after: SampleClass.results(25))
    let few = ClassGain(before: SampleClass.results(3), after: SampleClass.results(3))
    return [
      ("nobody", report(0), nil), ("three", report(3, scale: "1=90,2=50,3=0"), few),
      ("twenty-five", report(25, scale: "1=90,2=50,3=0"), same),
      ("teams", report(4, kind: .game(SampleClass.participants(5)), className: nil), nil),
    ]
  }

  static let terminals = [
    SessionScreenTests.Terminal(name: "report-40", traits: TerminalTraits(width: 40)),
    SessionScreenTests.Terminal(
      name: "report-80",
      traits: TerminalTraits(width: 80, hasColour: true)
    ),
    SessionScreenTests.Terminal(
      name: "report-80-ascii",
      traits: TerminalTraits(width: 80, hasUnicode: false)
    ),
    SessionScreenTests.Terminal(
      name: "report-80-reader",
      traits: TerminalTraits(width: 80, isScreenReader: true)
    ),
  ]

  private static func text(_ report: ClassReport, _ gain: ClassGain?, _ traits: TerminalTraits)
    -> String
  {
    ScreenRenderer(traits: traits).text(ReportScreen(traits: traits).screen(report, gain: gain))
  }

  @Test(.tags(.snapshot), arguments: terminals)
  func everyReportLooksAsItWasRead(_ terminal: SessionScreenTests.Terminal) {
    let pages = ReportScreenTests.pages.map { name, report, gain in
      "# \(name)\n" + Snapshot.tagged(ReportScreenTests.text(report, gain, terminal.traits))
    }
    #expect(Snapshot.difference(of: pages.joined(separator: "\n"), from: terminal.name) == nil)
  }

  @Test(arguments: [20, 27, 33, 40, 60, 80, 120], [true, false])
  func noRowIsWiderThanTheTerminal(width: Int, hasUnicode: Bool) {
    let traits = TerminalTraits(width: width, hasUnicode: hasUnicode)
    for (name, report, gain) in ReportScreenTests.pages {
      let text = ReportScreenTests.text(report, gain, traits)
      for row in text.split(separator: "\n") {
        #expect(DisplayWidth.columns(of: String(row)) <= width, "\(name): \(row)")
      }
      #expect(hasUnicode || text.utf8.allSatisfy { $0 < 0x7f })
    }
  }

  @Test func figuresNeedTwentyAnswers() {
    let traits = TerminalTraits(width: 80)
    for (count, hasFigures) in [(19, false), (20, true)] {
      let text = ReportScreenTests.text(ReportScreenTests.report(count), nil, traits)
      #expect(text.contains("reliability (KR-20)") == hasFigures)
      #expect(text.contains("discrimination ") == hasFigures)
      #expect(text.contains("Too few answers for figures: 19, and 20 are") == !hasFigures)
    }
  }

  @Test func whatWasMissedIsToldByTheQuestionsNumbers() {
    let report = ReportScreenTests.report(3)
    let text = ReportScreenTests.text(report, nil, TerminalTraits(width: 120))
    let all = report.questionsMissed
    #expect(Set(all.map(\.count)).count > 1, "some missed more than others")
    for (pupil, missed) in zip(report.pupils, all) where !missed.isEmpty {
      let row = text.split(separator: "\n").first { $0.contains(pupil.name) } ?? ""
      let last = missed.last.map { "\($0)" } ?? ""
      #expect(row.contains("missed ") && row.hasSuffix(last), "\(row)")
    }
  }

  @Test(arguments: [
    (0.0, 0, "0"), (2.45, 1, "2.5"), (-0.04, 1, "0.0"), (-0.05, 1, "-0.1"), (12, 2, "12.00"),
    (0.005, 2, "0.01"), (-1.5, 0, "-2"), (99.96, 1, "100.0"), (0.001, 3, "0.001"),
  ])
  func numberIsWrittenWithItsDecimals(value: Double, places: Int, text: String) {
    #expect(ReportWords.number(value, places: places) == text)
  }
}

extension ClassReport {
  /// What each missed, by the questions' numbers.
  fileprivate var questionsMissed: [[Int]] { pupils.map(\.missed) }
}
