/// The few shapes that charts are drawn with; how they look is up to the style sheet.
enum Drawing {
  /// Where a text stands towards its point.
  enum Anchor: String {
    /// It begins, has its middle, or ends there.
    case start, middle, end
  }

  /// A line between two points.
  static func line(
    _ name: String,
    from start: (x: Double, y: Double),
    to end: (x: Double, y: Double)
  ) -> Markup {
    .tag(
      "line",
      [
        "class": name, "x1": length(start.x), "y1": length(start.y), "x2": length(end.x),
        "y2": length(end.y),
      ]
    )
  }

  /// A rectangle, by its upper left corner; of no negative size.
  static func rectangle(
    _ name: String,
    x: Double,
    y: Double,
    width: Double,
    height: Double,
    fill: String? = nil
  ) -> Markup {
    let place: [Markup.Attribute] = [
      .init("class", name), .init("x", length(x)), .init("y", length(y)),
      .init("width", length(max(0, width))), .init("height", length(max(0, height))),
    ]
    return .element("rect", place + (fill.map { [.init("fill", $0)] } ?? []), [])
  }

  /// A text on one line, whatever its direction.
  static func text(
    _ name: String,
    _ text: String,
    x: Double,
    y: Double,
    anchor: Anchor = .start
  ) -> Markup {
    .tag(
      "text",
      ["class": name, "x": length(x), "y": length(y), "text-anchor": anchor.rawValue],
      text: text
    )
  }

  /// Stripes to fill what is to differ without colour.
  static func stripes(id: String) -> Markup {
    .tag(
      "defs",
      [:],
      [
        .tag(
          "pattern",
          [
            "id": id, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
          ],
          [
            rectangle("stripe-ground", x: 0, y: 0, width: 6, height: 6),
            rectangle("stripe", x: 0, y: 0, width: 2.4, height: 6),
          ]
        )
      ]
    )
  }

  private static func length(_ value: Double) -> String {
    ReportNumber.fixed(value, digits: 1, minus: "-")
  }
}
