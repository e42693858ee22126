/// How many had each score: a column for each step, its count above it.
struct HistogramChart {
  private static let height = 260
  private static let (left, right) = (40.0, 700.0)
  private static let (top, bottom) = (24.0, 212.0)
  /// How far apart numbers under the columns stand at least.
  private static let labelWidth = 24.0

  /// The steps, in order.
  let bins: [ScoreBins.Bin]
  /// What the steps are steps of.
  let horizontal: String
  /// What is counted.
  let vertical: String
  /// The names of the chart.
  let frame: ChartFrame

  /// The chart as markup.
  var markup: Markup {
    frame.markup(height: HistogramChart.height, columns + axes)
  }

  private var step: Double {
    (HistogramChart.right - HistogramChart.left) / Double(max(bins.count, 1))
  }

  private var highest: Int { max(bins.map(\.count).max() ?? 0, 1) }

  private func height(of count: Int) -> Double {
    (HistogramChart.bottom - HistogramChart.top) * Double(count) / Double(highest)
  }

  private var columns: [Markup] {
    // Labels of ranges are wider than those of single scores.
    let isRange = bins.contains { $0.first != $0.last }
    let room = isRange ? HistogramChart.labelWidth * 2 : HistogramChart.labelWidth
    let every = max(1, Int((room / step).rounded(.up)))
    return bins.enumerated().flatMap { place, bin -> [Markup] in
      let start = HistogramChart.left + Double(place) * step
      let tall = height(of: bin.count)
      var drawn: [Markup] = []
      if bin.count > 0 {
        let top = HistogramChart.bottom - tall
        let inset = min(2, step / 8)
        drawn = [
          Drawing.rectangle(
            "bar",
            x: start + inset,
            y: top,
            width: step - 2 * inset,
            height: tall
          ),
          Drawing.text("value", "\(bin.count)", x: start + step / 2, y: top - 5, anchor: .middle),
        ]
      }
      guard place.isMultiple(of: every) else { return drawn }
      let label = Drawing.text(
        "tick",
        bin.label,
        x: start + step / 2,
        y: HistogramChart.bottom + 16,
        anchor: .middle
      )
      return drawn + [label]
    }
  }

  private var axes: [Markup] {
    let (left, right) = (HistogramChart.left, HistogramChart.right)
    return [
      Drawing.line(
        "axis",
        from: (left, HistogramChart.bottom),
        to: (right, HistogramChart.bottom)
      ),
      Drawing.text("axis-name", vertical, x: 0, y: 12),
      Drawing.text(
        "axis-name",
        horizontal,
        x: (left + right) / 2,
        y: HistogramChart.bottom + 38,
        anchor: .middle
      ),
    ]
  }
}
