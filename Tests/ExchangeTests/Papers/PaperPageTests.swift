import Classroom
import Exchange
import QuizModel
import TestSupport
import Testing

@Suite("A form of a paper as a page")
struct PaperPageTests {
  @Test("shows every item with its options once, in the order of its sheet", arguments: 0..<40)
  func showsEveryItem(seed: UInt64) throws {
    var hostile = HostileItems(seed: seed)
    let activity = SamplePaper.of(hostile.items(12), forms: 3, title: "<b>\u{0}&amp; \"T\"")
    for sheet in activity.sheets {
      let page = try PageReading(PaperPage(activity, sheet: sheet).html)
      let stems = page.all("p").filter { $0.attributes["class"] == "stem" }
      let lists = page.all("ol")
      try #require(stems.count == 12 && lists.count == 12)
      for (entry, (stem, list)) in zip(sheet.entries, zip(stems, lists)) {
        let lead = entry.item.form == .trueFalse ? "True or false? " : ""
        #expect(stem.text.essence == "\(entry.number). \(lead)\(entry.item.stem)".essence)
        let options = zip(entry.labels, entry.item.options).map { "\($0)) \($1.text)" }
        #expect(list.text.essence == options.joined().essence)
      }
    }
  }

  @Test("runs and loads nothing, whatever its texts say", arguments: 0..<40)
  func runsNothing(seed: UInt64) throws {
    var hostile = HostileItems(seed: seed)
    let activity = SamplePaper.of(hostile.items(12), title: "</title><script src=\"x\">")
    let sheet = try #require(activity.sheets.first)
    let page = try PageReading(PaperPage(activity, sheet: sheet).html)
    let known: Set = [
      "html", "head", "meta", "title", "style", "body", "table", "thead", "tbody", "tr", "td",
      "div", "span", "b", "i", "h1", "p", "bdi", "ol", "li",
    ]
    for element in page.elements {
      #expect(known.contains(element.name))
      #expect(
        Set(element.attributes.keys).isSubset(of: [
          "class", "role", "lang", "charset", "name", "content",
        ])
      )
    }
    let style = try #require(page.all("style").first).text
    #expect(!style.contains("url(") && !style.contains("@import") && !style.contains(" size:"))
  }

  @Test("has name, form and paper in the head that each page repeats")
  func repeatsItsHead() throws {
    let activity = SamplePaper.of([.sampleChoice()], forms: 2)
    for sheet in activity.sheets {
      let page = try PageReading(PaperPage(activity, sheet: sheet).html)
      let head = try #require(page.all("thead").first).text
      #expect(head == "NameForm \(sheet.letter)Paper \(activity.id)")
    }
  }

  @Test("tells at its end what its bank says of itself")
  func hasAnImprint() throws {
    let activity = SamplePaper.of([.sampleChoice()])
    let sheet = try #require(activity.sheets.first)
    func imprint(_ imprint: PaperImprint) throws -> String? {
      let page = try PageReading(PaperPage(activity, sheet: sheet, imprint: imprint).html)
      return page.all("p").last?.text
    }
    let start = "Questions from Diplomatic relations of the DPRK, version 1.2.3"
    #expect(try imprint(PaperImprint()) == "\(start).")
    #expect(
      try imprint(SamplePaper.imprint)
        == "\(start), facts checked up to October 2026, licence CC-BY-4.0."
    )
    #expect(
      try imprint(PaperImprint(asOf: "<1958>", licences: ["A", "B"]))
        == "\(start), facts checked up to <1958>, licences A, B."
    )
  }

  @Test("sets options side by side only where all are short")
  func shortOptions() throws {
    let short = Item.sampleChoice(["1958", "twenty characters it", "가나다"], key: 0, row: "a")
    let long = Item.sampleChoice(["1958", "twenty-one characters", "1960"], key: 0, row: "b")
    let activity = SamplePaper.of([short, long, .sampleStatement(true, row: "c")])
    let sheet = try #require(activity.sheets.first)
    let lists = try PageReading(PaperPage(activity, sheet: sheet).html).all("ol")
    #expect(
      lists.map { $0.attributes["class"] } == [
        "options short thirds", "options", "options short thirds",
      ]
    )
  }

  @Test("is the same each time it is made", arguments: 0..<10)
  func isDeterminate(seed: UInt64) throws {
    func texts() -> [[UInt8]] {
      var hostile = HostileItems(seed: seed)
      let activity = SamplePaper.of(hostile.items(9), forms: 3)
      let key = AnswerKey(activity, imprint: SamplePaper.imprint)
      let pages = activity.sheets.map {
        PaperPage(activity, sheet: $0, imprint: SamplePaper.imprint)
      }
      let texts = pages.flatMap { [$0.html, $0.plainText, $0.markdown] }
      return (texts + [key.html, key.plainText, key.markdown]).map { Array($0.utf8) }
    }
    let first = texts()
    #expect(first == texts())
    #expect(Set(first).count == first.count)
  }

  @Test("can have as many items as a paper may have, and stems of any length", arguments: [1, 200])
  func anyLength(count: Int) throws {
    let long = String(repeating: "0123456789", count: 1000)
    let items = (0..<count).map { Item.sampleChoice(stem: "\($0) \(long)", row: "r\($0)") }
    let activity = SamplePaper.of(items, title: long)
    let sheet = try #require(activity.sheets.first)
    let page = try PageReading(PaperPage(activity, sheet: sheet).html)
    let stems = page.all("p").filter { $0.attributes["class"] == "stem" }
    #expect(stems.map(\.text) == (0..<count).map { "\($0 + 1). \($0) \(long)" })
  }

  @Test("asks nothing where there is nothing to ask")
  func emptyPaper() throws {
    let activity = SamplePaper.of([])
    let sheet = try #require(activity.sheets.first)
    #expect(try PageReading(PaperPage(activity, sheet: sheet).html).all("ol").isEmpty)
    #expect(try PageReading(AnswerKey(activity).html).all("td").isEmpty)
  }
}
