import ItemStatistics

extension Markup {
  /// A paragraph of our own words.
  static func paragraph(_ text: String) -> Markup {
    .tag("p", text: text)
  }

  /// A remark under a table or chart.
  static func note(_ text: String) -> Markup {
    .tag("p", ["class": "note"], text: text)
  }

  /// A text of others on one line, which cannot turn the direction of what stands around it.
  ///
  /// A browser shows line ends and tabs in it as blanks, and the writer drops other controls.
  static func words(_ text: String) -> Markup {
    .element("bdi", [], [.text(text)])
  }

  /// A text of others of one or more lines.
  static func passage(_ text: String, class name: String = "passage") -> Markup {
    .tag("p", ["class": name, "dir": "auto"], text: PlainText.cleaned(text))
  }

  /// What is open at first and can be folded away.
  static func details(_ summary: String, _ content: Markup) -> Markup {
    .tag("details", ["open": ""], [.tag("summary", text: summary), content])
  }

  /// Names, a comma between them.
  static func names(_ names: [String]) -> [Markup] {
    var result: [Markup] = []
    for (place, name) in names.enumerated() {
      if place > 0 { result.append(", ") }
      result.append(.words(name))
    }
    return result
  }

  /// A figure: its number and, apart, its interval; or why there is none.
  static func figure(_ figure: Figure, as unit: ReportNumber.Unit) -> [Markup] {
    switch figure {
    case .estimate(let estimate):
      [
        .text(ReportNumber.value(estimate, as: unit) + " "),
        aside("interval", "(\(ReportNumber.interval(estimate, as: unit)))"),
      ]
    case .tooFewAnswers(let count):
      [.text(ReportWords.tooFew + " "), aside("aside", "(\(ReportWords.tooFewCount(count)))")]
    case .undefined:
      [.text(ReportWords.undefined)]
    }
  }

  private static func aside(_ name: String, _ text: String) -> Markup {
    .tag("span", ["class": name], text: text)
  }
}
