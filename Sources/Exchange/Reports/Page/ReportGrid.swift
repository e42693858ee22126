import ItemStatistics

/// A table of the page: a caption, headings that name their columns, a heading in each row.
struct ReportGrid {
  /// A column: its heading, and whether it holds numbers, which stand to the right.
  struct Column {
    /// What stands at its head.
    let heading: String
    /// Whether it holds numbers.
    let isNumeric: Bool

    /// A column of words.
    static func words(_ heading: String) -> Column { Column(heading: heading, isNumeric: false) }

    /// A column of numbers.
    static func numbers(_ heading: String) -> Column { Column(heading: heading, isNumeric: true) }
  }

  /// What the table holds, in words.
  let caption: [Markup]
  /// In order.
  let columns: [Column]
  /// The place of the column that names each row.
  let rowHeading: Int
  /// What cells hold, row by row, as many as there are columns.
  let rows: [[[Markup]]]
  /// How it is laid out: a class of the style sheet, or none.
  var layout: String?

  /// The table as markup.
  var markup: Markup {
    let head = columns.map { column in
      cell("th", isNumeric: column.isNumeric, scope: "col", [.text(column.heading)])
    }
    let body = rows.map { row in
      Markup.tag(
        "tr",
        [:],
        zip(columns, row).enumerated().map { place, pair in
          place == rowHeading
            ? cell("th", isNumeric: pair.0.isNumeric, scope: "row", pair.1)
            : cell("td", isNumeric: pair.0.isNumeric, scope: nil, pair.1)
        }
      )
    }
    let content: [Markup] = [
      .tag("caption", [:], caption),
      .tag("thead", [:], [.tag("tr", [:], head)]),
      .tag("tbody", [:], body),
    ]
    let name = layout.map { [Markup.Attribute("class", $0)] } ?? []
    // A table itself may not scroll: it would be none any more to some screen readers.
    return .tag("div", ["class": "wide"], [.element("table", name, content)])
  }

  private func cell(
    _ name: String,
    isNumeric: Bool,
    scope: String?,
    _ content: [Markup]
  ) -> Markup {
    var attributes: [Markup.Attribute] = []
    if let scope { attributes.append(Markup.Attribute("scope", scope)) }
    if isNumeric { attributes.append(Markup.Attribute("class", "number")) }
    return .element(name, attributes, content)
  }
}

extension [Markup] {
  /// A cell of one text of our own.
  static func cell(_ text: String) -> [Markup] { [.text(text)] }

  /// A cell of a whole number.
  static func cell(_ number: Int) -> [Markup] { [.text("\(number)")] }
}
