extension ReportPage {
  /// How the figures are computed, and whose formulas they are.
  var methodPart: ReportPart {
    let methods = ReportWords.methods.map { method in
      Markup.tag("li", [:], [.tag("strong", text: method.name), .text(" " + method.text)])
    }
    let sources = ReportWords.formulaSources.map { Markup.tag("li", text: $0) }
    return ReportPart(
      id: "method",
      heading: ReportWords.method,
      content: [
        .tag("ul", ["class": "methods"], methods),
        .tag("h3", text: ReportWords.formulas),
        .tag("ul", ["class": "methods"], sources),
      ]
    )
  }
}
