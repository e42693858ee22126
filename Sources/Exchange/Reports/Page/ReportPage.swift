package import Classroom
import QuizModel

/// A report as one HTML file for a teacher, to be read on a screen, on paper or aloud.
///
/// The file holds all that it shows: it has no script and asks no network for anything. Texts that
/// come from banks and people are isolated, so that their direction of writing stays theirs.
package struct ReportPage {
  /// What is told.
  let report: ClassReport
  /// The gain since an earlier activity; `nil` where none is told.
  let comparison: ReportComparison?

  /// A page of a report.
  ///
  /// - Parameters:
  ///   - report: What is told.
  ///   - comparison: The gain since an earlier activity; `nil` for none.
  package init(_ report: ClassReport, comparison: ReportComparison? = nil) {
    self.report = report
    self.comparison = comparison
  }

  /// The whole file; the same report makes the same text.
  package var html: String { MarkupWriter(.html).document(root) }

  private var root: Markup {
    let title = ReportWords.pageTitle(of: PlainText.line(report.activity.title))
    return .tag(
      "html",
      ["lang": "en"],
      [
        .tag(
          "head",
          [:],
          [
            .tag("meta", ["charset": "utf-8"]),
            .tag(
              "meta",
              ["name": "viewport", "content": "width=device-width, initial-scale=1"]
            ),
            .tag("title", text: title),
            .style(ReportStyle.sheet),
          ]
        ),
        .tag("body", [:], [contents, .tag("main", [:], [heading] + parts.map(\.markup))]),
      ]
    )
  }

  /// The parts of the page under their headings, in order.
  private var parts: [ReportPart] {
    var parts = [pupilPart, scorePart, topicPart]
    parts += report.sections.enumerated().map { questionPart($1, at: $0) }
    parts += [mixUpPart, testPart]
    if let comparison { parts.append(gainPart(comparison)) }
    parts.append(methodPart)
    return parts
  }

  private var contents: Markup {
    let links = parts.map { part in
      Markup.tag("li", [:], [.tag("a", ["href": "#\(part.id)"], [.words(part.heading)])])
    }
    return .tag("nav", ["aria-label": ReportWords.contents], [.tag("ul", [:], links)])
  }
}

/// A part of the page under a heading of its own.
struct ReportPart {
  /// Its name in links, one of our own.
  let id: String
  /// Its heading, which may hold words of others.
  let heading: String
  /// What stands under it.
  let content: [Markup]

  /// The part as markup.
  var markup: Markup {
    .tag(
      "section",
      ["id": id, "aria-labelledby": "\(id)-heading"],
      [.tag("h2", ["id": "\(id)-heading"], [.words(heading)])] + content
    )
  }
}
