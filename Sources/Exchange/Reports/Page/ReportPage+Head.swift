import Classroom
import QuizModel

extension ReportPage {
  /// The title, and what was done by whom.
  var heading: Markup {
    .tag(
      "header",
      [:],
      [
        .tag("h1", [:], [.words(report.activity.title)]),
        .tag("dl", ["class": "facts"], facts.flatMap(entry)),
      ]
    )
  }

  private var facts: [(name: String, value: [Markup])] {
    let activity = report.activity
    var facts: [(name: String, value: [Markup])] = [
      (ReportWords.kind, [.text(ReportWords.kind(of: activity))]),
      (ReportWords.identifier, [.text(activity.id.description)]),
    ]
    if let name = report.className { facts.append((ReportWords.schoolClass, [.words(name)])) }
    if report.sittings.count > 1 || report.sitting > 1 {
      facts.append((ReportWords.sitting, [.text("\(report.sitting)")]))
    }
    facts += [
      (ReportWords.made, [.text(DateWords.text(CalendarDay(activity.made)))]),
      (ReportWords.bank, [.words(activity.bankTitle), " ", .words(activity.bankVersion)]),
      (ReportWords.questions, [.text("\(activity.questions.count)")]),
      (ReportWords.tookPart, [.text("\(report.pupils.count)")]),
      (ReportWords.absent, absent),
    ]
    return facts
  }

  private var absent: [Markup] {
    guard !report.absent.isEmpty else { return [.text(ReportWords.nobody)] }
    return [.text("\(report.absent.count): ")] + Markup.names(report.absent.map(\.name))
  }

  private func entry(_ fact: (name: String, value: [Markup])) -> [Markup] {
    [.tag("dt", text: fact.name), .tag("dd", [:], fact.value)]
  }
}
