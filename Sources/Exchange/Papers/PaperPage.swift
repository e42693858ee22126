package import Classroom
import QuizModel

/// One form of a paper to hand out: as a page to print, as plain text, or as Markdown.
///
/// The same activity and sheet give the same text, byte for byte.
package struct PaperPage: Hashable, Sendable {
  let activity: ClassActivity
  let sheet: PaperSheet
  let imprint: PaperImprint

  /// A form.
  ///
  /// - Parameters:
  ///   - activity: The paper.
  ///   - sheet: One of its sheets.
  ///   - imprint: What its bank says of itself.
  package init(
    _ activity: ClassActivity,
    sheet: PaperSheet,
    imprint: PaperImprint = PaperImprint()
  ) {
    self.activity = activity
    self.sheet = sheet
    self.imprint = imprint
  }

  /// A whole HTML file that needs nothing else: no script, no picture, no network.
  ///
  /// It stands in a table, since that is what every browser repeats the head of on each page, and
  /// each question in a row, which no page ends within.
  package var html: String {
    let title = PaperWords.windowTitle(
      activity.title,
      part: PaperWords.form(sheet.letter),
      id: activity.id.description
    )
    let rows = [heading] + sheet.entries.map(row) + [closing]
    let table = Markup.tag(
      "table",
      ["class": "paper", "role": "presentation"],
      [.tag("thead", [:], [running]), .tag("tbody", [:], rows)]
    )
    return PrintedFile(title: title, style: PaperStyle.paper, body: [table]).html
  }

  /// What stands on each page.
  private var running: Markup {
    PaperPage.row(
      nil,
      [
        .tag(
          "div",
          ["class": "running"],
          [
            PaperPage.blank(PaperWords.name),
            .tag("b", text: PaperWords.form(sheet.letter)),
            .tag("span", text: PaperWords.paper(activity.id.description)),
          ]
        )
      ]
    )
  }

  private var heading: Markup {
    PaperPage.row(
      "heading",
      [
        .tag("h1", [:], [PrintedFile.text(activity.title)]),
        .tag(
          "div",
          ["class": "blanks"],
          [
            PaperPage.blank(PaperWords.group), PaperPage.blank(PaperWords.date),
            PaperPage.blank(PaperWords.points, behind: PaperWords.outOf(sheet.entries.count)),
          ]
        ),
        .tag("p", ["class": "instructions"], text: PaperWords.instructions),
      ]
    )
  }

  private var closing: Markup {
    PaperPage.row(nil, [PrintedFile.imprint(of: activity, imprint)])
  }

  /// The most characters of an option that stands beside two others, and not below them.
  private static let shortOfThree = 20
  /// The same beside three or four.
  private static let shortOfMore = 12

  private func row(_ entry: PaperSheet.Entry) -> Markup {
    let item = entry.item
    let lead = item.form == .trueFalse ? "\(PaperWords.trueOrFalse) " : ""
    // The blank behind a number is for who copies the text; on paper its box ends there.
    let stem: [Markup] = [
      .tag("span", ["class": "number"], text: "\(entry.number). "), .text(lead),
      PrintedFile.text(lines: item.stem),
    ]
    let options = zip(entry.labels, item.options).map { label, option in
      Markup.tag(
        "li",
        [:],
        [.tag("span", ["class": "label"], text: "\(label)) "), PrintedFile.text(option.text)]
      )
    }
    let isOfThree = item.options.count <= 3
    let limit = isOfThree ? PaperPage.shortOfThree : PaperPage.shortOfMore
    let isShort = item.options.allSatisfy {
      $0.text.utf8.count <= 4 * limit && $0.text.count <= limit
    }
    let style = isShort ? isOfThree ? "options short thirds" : "options short" : "options"
    // Without marks of its own a list is none to some screen readers, unless it says so.
    let list = Markup.tag(
      "ol",
      ["class": style, "role": "list"],
      options
    )
    let content = Markup.tag("div", ["class": "item"], [.tag("p", ["class": "stem"], stem), list])
    return PaperPage.row(nil, [content])
  }

  private static func row(_ name: String?, _ content: [Markup]) -> Markup {
    let cell = Markup.tag("td", [:], content)
    return name.map { .tag("tr", ["class": $0], [cell]) } ?? .tag("tr", [:], [cell])
  }

  /// A line to write on, behind its name.
  private static func blank(_ name: String, behind end: String? = nil) -> Markup {
    let line: [Markup] = [.text(name), .tag("i")]
    return .tag("span", ["class": "blank"], line + (end.map { [.text($0)] } ?? []))
  }
}
