import Classroom
import ItemStatistics

/// The facility of each question: a bar, the interval as a whisker, and what guessing would make.
struct FacilityChart {
  /// The most questions on one chart, so that it fits a page.
  static let most = 30

  private static let rowHeight = 18.0
  private static let scale = ShareScale(start: 48, end: 552)
  /// How tall the end of a whisker is, half of it.
  private static let capHeight = 4.0

  /// In order; those without an estimate have no bar.
  let questions: [ClassReport.QuestionResult]
  /// The names of the chart.
  let frame: ChartFrame

  /// The chart as markup.
  var markup: Markup {
    let bottom = 8 + FacilityChart.rowHeight * Double(questions.count)
    let rows = questions.enumerated().flatMap { place, question in
      row(question, top: 8 + FacilityChart.rowHeight * Double(place))
    }
    return frame.markup(
      height: Int(bottom) + 24,
      [Drawing.stripes(id: stripes)] + FacilityChart.scale.lines(from: 4, to: bottom) + rows
    )
  }

  private var stripes: String { "\(frame.id)-stripes" }

  private func row(_ question: ClassReport.QuestionResult, top: Double) -> [Markup] {
    let scale = FacilityChart.scale
    let (middle, baseline) = (top + 9, top + 13)
    let label = Drawing.text(
      "label",
      "\(question.number)",
      x: scale.start - 10,
      y: baseline,
      anchor: .end
    )
    guard let estimate = question.analysis.facility.estimate else { return [label] }
    let isFlagged = !question.analysis.flags.isEmpty
    let value =
      ReportNumber.value(estimate, as: .share) + (isFlagged ? " \(ReportWords.look)" : "")
    return [
      label,
      Drawing.rectangle(
        isFlagged ? "striped" : "pale",
        x: scale.start,
        y: top + 3,
        width: scale.x(estimate.value) - scale.start,
        height: 12,
        fill: isFlagged ? "url(#\(stripes))" : nil
      ),
    ] + chance(question.question, top: top) + whisker(estimate, y: middle) + [
      Drawing.text("value", value, x: scale.end + 10, y: baseline)
    ]
  }

  /// The level of blind guessing.
  private func chance(_ question: ClassQuestion, top: Double) -> [Markup] {
    let x = FacilityChart.scale.x(1 / Double(max(question.options.count, 1)))
    return [Drawing.line("chance", from: (x, top + 1), to: (x, top + 17))]
  }

  private func whisker(_ estimate: Estimate, y: Double) -> [Markup] {
    let scale = FacilityChart.scale
    let (lower, upper) = (scale.x(estimate.lower), scale.x(estimate.upper))
    let cap = FacilityChart.capHeight
    return [
      Drawing.line("whisker", from: (lower, y), to: (upper, y)),
      Drawing.line("whisker", from: (lower, y - cap), to: (lower, y + cap)),
      Drawing.line("whisker", from: (upper, y - cap), to: (upper, y + cap)),
    ]
  }
}
