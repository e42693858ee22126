package import Classroom
import ItemStatistics
import QuizModel

/// A report on the terminal: what matters at a glance; pages and tables tell the rest.
package struct ReportScreen: Sendable {
  /// The most frequent mix-ups that are listed.
  private static let shownMixUps = 5

  private let traits: TerminalTraits

  /// A view of reports.
  package init(traits: TerminalTraits) {
    self.traits = traits
  }

  /// A report as a screen.
  ///
  /// - Parameters:
  ///   - report: What came of an activity.
  ///   - gain: What was gained since another; `nil` for none.
  /// - Returns: The screen.
  package func screen(_ report: ClassReport, gain: ClassGain?) -> Screen {
    var lines = [Line(ReportWords.heading(report), .heading, hanging: 2)]
    guard !report.pupils.isEmpty else { return Screen(lines + [Line(ReportWords.nobody)]) }
    lines.append(Line(ReportWords.sat(report), hanging: 2))
    if report.activity.forms.count > 1, report.sections.count == 1 {
      lines.append(Line(ReportWords.numbering, .faint, hanging: 2))
    }
    if report.sittings.count > 1 || report.sitting > 1 {
      lines.append(Line(ReportWords.sitting(report.sitting, of: report.sittings), hanging: 2))
    }
    if !report.absent.isEmpty {
      lines.append(Line(ReportWords.absent(report.absent.map(\.name)), .faint, hanging: 2))
    }
    lines += pupils(report) + topics(report)
    for section in report.sections where !section.questions.isEmpty {
      lines += questions(section)
    }
    lines += mixUps(report)
    if let gain {
      lines += [.blank, Line(ReportWords.gain, .heading), entry("", ReportWords.gain(gain))]
    }
    lines += [.blank, Line(ReportWords.more(report.activity.id), .faint, hanging: 2)]
    return Screen(lines)
  }

  private func pupils(_ report: ClassReport) -> [Line] {
    let isGame: Bool
    if case .game = report.activity.kind { isGame = true } else { isGame = false }
    return [.blank, Line(ReportWords.people(report), .heading)]
      + report.pupils.map { pupil in
        entry("\(pupil.number) \(pupil.name)", ReportWords.pupil(pupil, isGame: isGame))
      }
  }

  private func topics(_ report: ClassReport) -> [Line] {
    [.blank, Line(ReportWords.topics, .heading)]
      + report.topics.map { entry($0.title, ReportWords.topic($0)) }
  }

  private func questions(_ section: ClassReport.Section) -> [Line] {
    let heading =
      section.letter.map { "\(ReportWords.questions), \(ReportWords.form($0))" }
      ?? ReportWords.questions
    var lines: [Line] = [.blank, Line(heading, .heading)]
    for question in section.questions {
      lines.append(
        entry("\(question.number)", ReportWords.stem(question.question))
      )
      lines.append(
        Line(
          ReportWords.question(question),
          indent: 5,
          hanging: 7
        )
      )
      for flag in question.analysis.flags {
        let text = ReportWords.flag(
          flag,
          of: question.question,
          analysis: question.analysis
        )
        lines.append(Line("! \(text)", .wrong, indent: 5, hanging: 7))
      }
    }
    return lines + [.blank, Line(ReportWords.test, .heading)]
      + [Line(ReportWords.reliability(section.analysis), indent: 2, hanging: 4)]
  }

  private func mixUps(_ report: ClassReport) -> [Line] {
    guard !report.mixUps.isEmpty else { return [] }
    return [.blank, Line(ReportWords.mixUps, .heading)]
      + report.mixUps.prefix(ReportScreen.shownMixUps).map { mixUp in
        entry("\(mixUp.number)", ReportWords.mixUp(mixUp))
      }
  }

  private func entry(_ name: String, _ text: String) -> Line {
    name.isEmpty
      ? Line(text, indent: 2, hanging: 4)
      : Line([Span(name, .strong), Span(": \(text)")], indent: 2, hanging: 4)
  }
}
