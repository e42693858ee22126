import Classroom
import Exchange
import QuizModel
import TestSupport
import Testing

@Suite("The key to a paper")
struct AnswerKeyTests {
  /// How many forms a paper has, and whether each asks its own questions.
  struct Kind: CustomTestStringConvertible {
    let forms: Int
    let isParallel: Bool
    var testDescription: String { "\(forms) forms\(isParallel ? ", parallel" : "")" }
  }

  static let kinds = [(1, false), (2, false), (3, true), (30, false), (31, true), (100, false)]
    .map { Kind(forms: $0.0, isParallel: $0.1) }

  private static func paper(_ kind: Kind, seed: UInt64 = 3) -> ClassActivity {
    var hostile = HostileItems(seed: seed)
    let items = hostile.items(kind.isParallel ? 7 * kind.forms : 7)
    return SamplePaper.of(items, forms: kind.forms, isParallel: kind.isParallel)
  }

  @Test("agrees with every sheet in its tables", arguments: kinds)
  func agreesWithSheets(kind: Kind) throws {
    let activity = Self.paper(kind)
    let page = try PageReading(AnswerKey(activity).html)
    let columns = page.all("th").filter { $0.attributes["scope"] == "col" }.map(\.text)
    #expect(columns.filter { $0 != "Question" } == activity.sheets.map(\.letter))
    let tables = columns.split(separator: "Question").map(Array.init)
    var cells = page.all("td").map(\.text)[...]
    for letters in tables {
      let sheets = activity.sheets.filter { letters.contains($0.letter) }
      for row in 0..<7 {
        for sheet in sheets {
          let entry = sheet.entries[row]
          let label = try #require(cells.first)
          cells.removeFirst()
          let place = try #require(entry.labels.firstIndex(of: label))
          let chosen = entry.item.options[place].answerID
          #expect(chosen == activity.questions[entry.question].item.keyOption.answerID)
        }
      }
    }
    #expect(cells.isEmpty)
    #expect(page.all("caption").count == tables.count)
    #expect(page.all("th").filter { $0.attributes["scope"] == "row" }.count == 7 * tables.count)
  }

  @Test("tells of each question once where it stands and what is right", arguments: kinds)
  func tellsOfEachQuestion(kind: Kind) throws {
    let activity = Self.paper(kind)
    let page = try PageReading(AnswerKey(activity).html)
    let places = page.all("p").filter { $0.attributes["class"] == "places" }.map(\.text)
    let expected = activity.questions.indices.map { question in
      activity.sheets.flatMap { sheet in
        sheet.entries.filter { $0.question == question }.map {
          "\(sheet.letter) \($0.number) (\($0.labels[$0.item.key]))"
        }
      }.joined(separator: ", ")
    }
    #expect(places == expected)
    let right = page.all("strong").map(\.text.essence)
    #expect(right == activity.questions.map(\.item.keyOption.text.essence))
    #expect(
      page.all("h2").map(\.text)
        == (kind.isParallel ? activity.sheets.map { "Form \($0.letter)" } : [])
    )
  }

  @Test("says what is true of each wrong answer, and names the answer")
  func saysWhy() throws {
    let item = Item.sampleChoice(
      ["Cuba", "Sweden", "Guinea"],
      key: 2,
      whys: ["It was cuba in 1960.", "That was in 1973.", ""]
    )
    let key = AnswerKey(SamplePaper.of([item]))
    let page = try PageReading(key.html)
    let others = page.all("ul").first { $0.attributes["class"] == "others" }?.text
    #expect(others == "It was cuba in 1960.Sweden: That was in 1973.")
    #expect(key.plainText.contains("\n  - It was cuba in 1960.\n  - Sweden: That was in 1973.\n"))
    #expect(key.markdown.contains("\n- It was cuba in 1960.\n- Sweden: That was in 1973.\n"))
  }

  @Test("does not say the explanation twice", arguments: [true, false])
  func explanationStandsOnce(truth: Bool) throws {
    let item = Item.sampleStatement(truth, explanation: "It was 1958.", why: "It was another.")
    let key = AnswerKey(SamplePaper.of([item]))
    for text in [key.html, key.plainText, key.markdown] {
      #expect(text.split(separator: "It was 1958.", omittingEmptySubsequences: false).count == 2)
      #expect(text.contains("It was another.") == !truth)
      #expect(text.contains("True or false? "))
    }
  }

  @Test("cites sources with their dates, and links addresses of the web alone")
  func citesSources() throws {
    let sources = [
      Source.sample, .bare, .words,
      Source(id: "x", title: "X", publisher: "P", date: "n. d.", url: "javascript:alert(1)"),
      Source(
        id: "y",
        title: "Y",
        publisher: "",
        date: "1958",
        url: "HTTPS://example.org/?a=\"1\"&b"
      ),
    ]
    let key = AnswerKey(SamplePaper.of([.sampleChoice(sources: sources)]))
    let page = try PageReading(key.html)
    let list = try #require(page.all("ul").first { $0.attributes["class"] == "sources" })
    #expect(
      list.text
        == "List of states with relations with the DPRK, Chinese Wikipedia (2 February 2018) "
        + "https://example.org/listA note https://example.org/noteauthor"
        + "X, P (n. d.) javascript:alert(1)Y (1958) HTTPS://example.org/?a=\"1\"&b"
    )
    #expect(
      page.all("a").map { $0.attributes["href"] }
        == [
          "https://example.org/list", "https://example.org/note",
          "HTTPS://example.org/?a=\"1\"&b",
        ]
    )
    #expect(key.markdown.contains("\n- A note <https://example.org/note>\n"))
    #expect(key.markdown.contains("\n- X, P (n. d.) javascript:alert(1)\n"))
  }

  @Test("has the same letters in plain text and in Markdown", arguments: kinds)
  func tablesAgree(kind: Kind) throws {
    let activity = Self.paper(kind)
    let key = AnswerKey(activity)
    let cells = try PageReading(key.html).all("td").map(\.text)
    let rows = key.markdown.split(separator: "\n").filter { $0.first == "|" }
      .map { $0.split(separator: "|").map { $0.filter { $0 != " " } } }
      .filter { Int($0[0]) != nil }
    #expect(rows.flatMap { $0.dropFirst() } == cells)
    let lines = key.plainText.split(separator: "\n").prefix { !$0.hasPrefix("A 1 (") }
      .map { $0.split(separator: " ") }
      .filter { $0.count > 1 && Int($0[0]) != nil }
    #expect(lines.flatMap { $0.dropFirst() }.map(String.init) == cells)
  }
}
