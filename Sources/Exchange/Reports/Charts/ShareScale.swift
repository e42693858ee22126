/// The scale under bars of shares: where 0 and 100 % stand, and the lines between.
struct ShareScale {
  /// Where 0 % stands, in the units of the chart.
  let start: Double
  /// Where 100 % stands.
  let end: Double

  /// Where a share of 0 to 1 stands; one beyond stands at the end.
  func x(_ share: Double) -> Double {
    start + (end - start) * min(max(share, 0), 1)
  }

  /// Lines at each quarter, and what they are, below.
  func lines(from top: Double, to bottom: Double) -> [Markup] {
    [0, 25, 50, 75, 100].flatMap { percent -> [Markup] in
      let x = x(Double(percent) / 100)
      return [
        Drawing.line(percent == 0 ? "axis" : "grid", from: (x, top), to: (x, bottom)),
        Drawing.text("tick", "\(percent)\u{a0}%", x: x, y: bottom + 16, anchor: .middle),
      ]
    }
  }
}
