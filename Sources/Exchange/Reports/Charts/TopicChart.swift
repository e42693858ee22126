import Classroom

/// The share of right answers in each topic: a bar each, in an outline of what was wanted.
struct TopicChart {
  private static let rowHeight = 28.0
  private static let scale = ShareScale(start: 236, end: 560)
  /// How many characters of a title there is room for.
  private static let titleLength = 34

  /// In order.
  let topics: [ClassReport.TopicResult]
  /// The names of the chart.
  let frame: ChartFrame

  /// The chart as markup.
  var markup: Markup {
    let bottom = 8 + TopicChart.rowHeight * Double(topics.count)
    let rows = topics.enumerated().flatMap { place, topic in
      row(topic, top: 8 + TopicChart.rowHeight * Double(place))
    }
    return frame.markup(
      height: Int(bottom) + 24,
      TopicChart.scale.lines(from: 4, to: bottom) + rows
    )
  }

  private func row(_ topic: ClassReport.TopicResult, top: Double) -> [Markup] {
    let scale = TopicChart.scale
    let baseline = top + 17
    let value =
      topic.asked == 0
      ? ReportWords.nothing
      : "\(ReportNumber.percent(topic.share)) (\(ReportWords.count(topic.right, of: topic.asked)))"
    return [
      Drawing.text(
        "label",
        shortened(topic.title),
        x: scale.start - 10,
        y: baseline,
        anchor: .end
      ),
      Drawing.rectangle(
        "outline",
        x: scale.start,
        y: top + 4,
        width: scale.end - scale.start,
        height: 18
      ),
      Drawing.rectangle(
        "bar",
        x: scale.start,
        y: top + 4,
        width: scale.x(topic.share) - scale.start,
        height: 18
      ),
      Drawing.text("value", value, x: scale.end + 10, y: baseline),
    ]
  }

  private func shortened(_ title: String) -> String {
    let line = PlainText.line(title)
    guard line.count > TopicChart.titleLength else { return line }
    return line.prefix(TopicChart.titleLength - 1) + "…"
  }
}
