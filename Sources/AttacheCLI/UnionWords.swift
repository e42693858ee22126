import QuizModel
import ScoreStore
import TerminalUI

/// What is said about logs and learners that are united.
enum UnionWords {
  /// What came in, and who is who.
  static func summary(of report: UnionReport) -> [Line] {
    var lines = [Line(records(report.records))]
    if !report.onBothSides.isEmpty {
      lines.append(Line("On both sides: \(names(report.onBothSides)).", hanging: 2))
    }
    if !report.newcomers.isEmpty {
      lines.append(Line("New here: \(names(report.newcomers)).", hanging: 2))
    }
    return lines + report.united.map(united)
  }

  private static func records(_ report: MergeReport) -> String {
    var parts = [report.added == 0 ? "Nothing new" : "\(records(report.added)) came in"]
    if report.known > 0 {
      parts.append("\(records(report.known)) \(were(report.known)) here already")
    }
    if report.refused > 0 {
      parts.append(
        "\(records(report.refused)) \(were(report.refused)) refused, "
          + "since their learner was forgotten"
      )
    }
    if report.erasure != nil {
      parts.append("whoever is forgotten there is erased here, too")
    }
    return parts.joined(separator: "; ") + "."
  }

  private static func records(_ number: Int) -> String { CountWords.count(number, "record") }

  private static func were(_ number: Int) -> String { number == 1 ? "was" : "were" }

  private static func names(_ learners: [Learner]) -> String {
    let shown = learners.prefix(20).map { $0.name }.joined(separator: ", ")
    return learners.count > 20 ? "\(shown) and \(learners.count - 20) more" : shown
  }

  /// Whether two learners are one person.
  static func question(about pair: UnionReport.Lookalikes) -> String {
    "Is \(pair.own.learner.name) (on this machine, \(answers(pair.own))) the same person as "
      + "\(pair.other.learner.name) (new here, \(answers(pair.other)))?"
  }

  /// What unites two learners later.
  static func command(for pair: UnionReport.Lookalikes) -> [Line] {
    [
      Line(
        "\(pair.own.learner.name) (\(answers(pair.own))) and \(pair.other.learner.name) "
          + "(new here, \(answers(pair.other))) stay apart; should they be one person:",
        hanging: 2
      ),
      // Not indented: it fits into 40 columns, so that it can be copied as one line.
      Line("attache learner unite \(pair.own.shortID) \(pair.other.shortID)", hanging: 2),
    ]
  }

  /// That two learners are one from now on.
  static func united(_ person: Learner) -> Line {
    Line("They are one person now: \(person.name).")
  }

  private static func answers(_ standing: UnionReport.Standing) -> String {
    CountWords.count(standing.answers, "answer")
  }
}
