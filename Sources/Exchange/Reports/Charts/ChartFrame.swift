/// What every chart has: a name of its own, a title, and the chart in words.
struct ChartFrame {
  /// How wide charts are drawn, in units of their own; a browser scales them.
  static let width = 720

  /// A name that no other chart of the page has, one of our own.
  let id: String
  /// What a screen reader calls it, and what stands over it.
  let title: String
  /// What the chart shows, in a sentence or two.
  let description: String

  /// A drawing as a picture that a screen reader reads by title and description.
  ///
  /// - Parameters:
  ///   - height: Of the drawing, in the units of ``width``.
  ///   - drawing: What is drawn.
  /// - Returns: A figure with a caption.
  func markup(height: Int, _ drawing: [Markup]) -> Markup {
    let names: [Markup] = [
      .tag("title", ["id": "\(id)-title"], text: title),
      .tag("desc", ["id": "\(id)-description"], text: description),
    ]
    return .tag(
      "figure",
      [:],
      [
        .tag("figcaption", text: title),
        .tag(
          "svg",
          [
            "role": "img", "aria-labelledby": "\(id)-title \(id)-description",
            "viewBox": "0 0 \(ChartFrame.width) \(height)",
          ],
          names + drawing
        ),
        .note(description),
      ]
    )
  }
}
