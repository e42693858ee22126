import Classroom

extension ReportPage {
  /// How the scores are spread, as a chart and as a table.
  var scorePart: ReportPart {
    let id = "scores"
    guard !report.pupils.isEmpty else {
      let content: [Markup] = [.paragraph(ReportWords.nobodySat)]
      return ReportPart(id: id, heading: ReportWords.scores, content: content)
    }
    let spread = ScoreBins(report.pupils.map { ($0.right, $0.asked) })
    let unit = ReportWords.scoreUnit(isPercent: spread.isPercent)
    let chart = HistogramChart(
      bins: spread.bins,
      horizontal: unit,
      vertical: ReportWords.people,
      frame: ChartFrame(
        id: "score-chart",
        title: ReportWords.scoreChart,
        description: ReportWords.scoreChartDescription(of: spread)
      )
    )
    let grid = ReportGrid(
      caption: [.text(ReportWords.scoreCaption)],
      columns: [.words(unit), .numbers(ReportWords.people), .numbers(ReportWords.shareOfPeople)],
      rowHeading: 0,
      rows: spread.occupied.map { bin in
        let share = Double(bin.count) / Double(report.pupils.count)
        return [.cell(bin.label), .cell(bin.count), .cell(ReportNumber.percent(share))]
      },
      layout: "narrow"
    )
    return ReportPart(
      id: id,
      heading: ReportWords.scores,
      content: [chart.markup, .details(ReportWords.sameNumbers, grid.markup)]
    )
  }
}
