import Classroom

extension ReportPage {
  /// What the class took for something else.
  var mixUpPart: ReportPart {
    let grid = ReportGrid(
      caption: [.text(ReportWords.mixUpCaption)],
      columns: [
        .words(ReportWords.chosen), .words(ReportWords.insteadOf), .numbers(ReportWords.question),
        .numbers(ReportWords.times), .words(ReportWords.whatIsTrue),
      ],
      rowHeading: 0,
      rows: report.mixUps.map { mixUp in
        [
          [.words(mixUp.chosen)], [.words(mixUp.key)], .cell(mixUp.number),
          .cell(ReportWords.count(mixUp.times, of: mixUp.answered)), [.words(mixUp.why)],
        ]
      }
    )
    return ReportPart(
      id: "mix-ups",
      heading: ReportWords.mixUps,
      content: report.mixUps.isEmpty ? [.paragraph(ReportWords.noMixUps)] : [grid.markup]
    )
  }
}
