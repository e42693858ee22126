import Classroom

extension ReportTable {
  private static let pupilColumns = [
    "number", "name", "right", "wrong", "blank", "asked", "percent", "corrected", "points", "mark",
    "attempt", "late", "paper_form", "late_right", "sitting", "absent",
  ]

  /// A row for each who sat, then one for each who did not, and a column for each question, `q1` and
  /// on.
  ///
  /// `late` and `absent` are 1 or 0; of who was absent there is no other figure. `late_right` counts
  /// the right answers of a late try beside one in time. In the column of a question stands 1 for a right answer and 0 for a wrong one;
  /// it is empty where the answer was left blank, and where the form of the paper, in `paper_form`,
  /// does not ask the question.
  package var pupils: String {
    let questions = results.activity.questions.indices.map { TableCell.word("q\($0 + 1)") }
    let head = ReportTable.pupilColumns.map(TableCell.word) + questions
    return ReportTable.text(
      of: [head] + zip(report.pupils, results.rows).map { cells(of: $0, row: $1) }
        + report.absent.map { absentee($0, columns: head.count) }
    )
  }

  private func absentee(_ participant: Participant, columns: Int) -> [TableCell] {
    var cells = [TableCell](repeating: .empty, count: columns)
    cells[0] = .count(participant.number)
    cells[1] = .foreign(participant.name)
    let last = ReportTable.pupilColumns.count - 1
    cells[last - 1] = .count(report.sitting)
    cells[last] = .count(1)
    return cells
  }

  private func cells(of pupil: ClassReport.PupilResult, row: ClassResults.Row) -> [TableCell] {
    [
      .count(pupil.number), .foreign(pupil.name), .count(pupil.right), .count(pupil.wrong),
      .count(pupil.asked - pupil.right - pupil.wrong), .count(pupil.asked),
      .number(pupil.share * 100, digits: 1), .number(pupil.corrected, digits: 2),
      .count(pupil.points), pupil.mark.map(TableCell.foreign) ?? .empty, .count(pupil.attempt),
      .count(pupil.isLate ? 1 : 0), form(of: row).map(TableCell.foreign) ?? .empty,
      pupil.lateTry.map { .count($0.right) } ?? .empty, .count(report.sitting), .count(0),
    ] + answers(of: row)
  }

  private func answers(of row: ClassResults.Row) -> [TableCell] {
    let asked = Set(row.asked)
    return zip(results.activity.questions, row.choices).enumerated().map { place, answer in
      guard asked.contains(place), let choice = answer.1 else { return .empty }
      return .count(choice == answer.0.key ? 1 : 0)
    }
  }

  /// The letter of the form that somebody had, where forms ask different questions.
  private func form(of row: ClassResults.Row) -> String? {
    guard report.sections.count > 1 else { return nil }
    return results.activity.forms.first { $0.questions.sorted() == row.asked }?.letter
  }
}
