import Classroom
import Exchange
import Foundation
import QuizModel
import Testing
import TestSupport

@Suite("Texts that mean harm in a report")
struct HostileReportTests {
  /// Names and stems that break out of markup, cells or lines where they can.
  static let texts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title></style><b>",
    "' onmouseover='alert(1)", "&lt;b&gt; &amp;amp;", "]]><!-- -->", "김정은, 평양", "שלום \u{202e}abc",
    "\u{202e}gnp.exe", "\u{2066}isolated", "a\u{0}b\u{7}c\u{1b}[31md\u{85}e\u{ffff}",
    "two\r\nlines",
    "tab\tstop", "=1+1", "+49", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''=1", "＝1",
    "=HYPERLINK(\"http://example.org\";\"x\")", "a;=1+1", "x\"y", "a,b", " leading", "",
    String(repeating: "wide", count: 2500), "e\u{301}\u{301}\u{301}", "👩‍👩‍👧 🇰🇷",
  ]

  /// A class whose names, title and stems are all such texts.
  static var sample: ReportSamples {
    ReportSamples(
      title: texts[0] + texts[1],
      people: texts.count,
      sitting: texts.count,
      name: { texts[$0 % texts.count] },
      stem: { texts[($0 + 3) % texts.count] }
    )
  }

  @Test("stay texts on the page")
  func page() throws {
    let html = ReportPage(Self.sample.report).html
    let page = try PageReading(html)
    #expect(page.all("script").isEmpty && page.all("img").isEmpty && page.all("b").isEmpty)
    let names = page.all("bdi").map(\.text)
    for text in Self.texts.prefix(10) { #expect(names.contains(text)) }
    let controls = html.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
    }
    #expect(controls.isEmpty)
  }

  @Test("stand isolated, so that a direction of writing ends with its text")
  func direction() throws {
    let page = try PageReading(ReportPage(Self.sample.report).html)
    let turning = page.elements.filter { element in
      element.text.unicodeScalars.contains("\u{202e}")
    }
    let isolating = turning.filter { $0.name == "bdi" || $0.attributes["dir"] == "auto" }
    #expect(!isolating.isEmpty)
    // Besides, only what holds those may hold the sign: no cell, heading or drawing on its own.
    #expect(turning.allSatisfy { !["text", "title", "desc", "caption"].contains($0.name) })
  }

  @Test("are no formulas in a table, while numbers stay numbers")
  func formulas() throws {
    let sample = Self.sample
    let table = ReportTable(sample.report, of: sample.results)
    for text in [table.pupils, table.questions] {
      for cell in try Python.rows(text).dropFirst().joined() {
        let start = cell.drop { $0 == " " || $0 == "\"" }.unicodeScalars.first
        guard let start, "=+-@\t\r＝".unicodeScalars.contains(start) else { continue }
        #expect(start == "-" && Double(cell) != nil, "\(cell.debugDescription)")
      }
    }
  }

  @Test("leave each table as wide in each row as in its head")
  func cells() throws {
    let sample = Self.sample
    let table = ReportTable(sample.report, of: sample.results)
    let pupils = try Python.rows(table.pupils)
    #expect(pupils.count == sample.people + 1)
    #expect(Set(pupils.map(\.count)) == [16 + sample.questions])
    let questions = try Python.rows(table.questions)
    #expect(questions.count == sample.questions + 1)
    #expect(Set(questions.map(\.count)).count == 1)
  }

  @Test("are kept in JSON as they are")
  func json() throws {
    let data = try JSONEncoder().encode(ReportData(Self.sample.report))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let pupils = try #require(root["pupils"] as? [[String: Any]])
    #expect(pupils.compactMap { $0["name"] as? String } == Self.texts)
  }
}
