import Classroom

extension ReportPage {
  /// A table of everybody who sat.
  var pupilPart: ReportPart {
    let columns = pupilColumns
    let grid = ReportGrid(
      caption: [.text(ReportWords.pupilCaption)],
      columns: columns.map(\.column),
      rowHeading: 1,
      rows: report.pupils.map { pupil in columns.map { $0.cell(pupil) } }
        + report.absent.map { absentee($0, columns: columns.count) },
      layout: "pupils"
    )
    var content: [Markup] = [.paragraph(ReportWords.nobodySat)]
    if !report.pupils.isEmpty {
      content = [grid.markup, .note(ReportWords.pupilNote)]
      if report.activity.hasOwnNumbering { content.append(.note(ReportWords.numberingNote)) }
    }
    return ReportPart(id: "pupils", heading: ReportWords.pupils, content: content)
  }

  /// The row of one who did not sit.
  private func absentee(_ participant: Participant, columns: Int) -> [[Markup]] {
    let cells: [[Markup]] = [
      .cell(participant.number), [.words(participant.name)], .cell(ReportWords.wasAbsent),
    ]
    return cells
      + Array(repeating: .cell(ReportWords.nothing), count: max(0, columns - cells.count))
  }

  private typealias PupilColumn = (
    column: ReportGrid.Column, cell: (ClassReport.PupilResult) -> [Markup]
  )

  private var pupilColumns: [PupilColumn] {
    var columns: [PupilColumn] = [
      (.numbers(ReportWords.number), { .cell($0.number) }),
      (.words(ReportWords.name), { [.words($0.name)] }),
      (.numbers(ReportWords.right), { .cell(ReportWords.count($0.right, of: $0.asked)) }),
      (.numbers(ReportWords.perCent), { .cell(ReportNumber.percent($0.share)) }),
      (
        .numbers(ReportWords.corrected),
        { .cell(ReportNumber.fixed($0.corrected, digits: 1)) }
      ),
    ]
    if case .game = report.activity.kind {
      columns.append((.numbers(ReportWords.points), { .cell($0.points) }))
    }
    if report.pupils.contains(where: { $0.mark != nil }) {
      columns.append((.words(ReportWords.mark), { [.words($0.mark ?? ReportWords.nothing)] }))
    }
    if report.activity.tries > 1 {
      columns.append((.numbers(ReportWords.attempt), { .cell($0.attempt) }))
    }
    if report.activity.terms?.lastDay != nil {
      columns.append((.words(ReportWords.late), { .cell(ReportWords.late($0.isLate)) }))
    }
    if report.pupils.contains(where: { $0.lateTry != nil }) {
      columns.append(
        (
          .words(ReportWords.lateTry),
          { pupil in
            .cell(
              pupil.lateTry.map { ReportWords.count($0.right, of: $0.asked) } ?? ReportWords.nothing
            )
          }
        )
      )
    }
    columns.append((.words(ReportWords.missed), { .cell(ReportWords.numbers($0.missed)) }))
    return columns
  }
}

extension ClassActivity {
  /// Whether questions or options stand in another order on a paper than in the report.
  var hasOwnNumbering: Bool {
    forms.contains { form in
      form.questions != Array(questions.indices)
        || form.optionOrders.contains { $0 != $0.sorted() }
    }
  }
}
