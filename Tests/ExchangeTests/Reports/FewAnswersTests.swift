import Classroom
import Exchange
import Testing
import TestSupport

@Suite("Figures that rest on too few answers")
struct FewAnswersTests {
  @Test("have words in place of numbers below 20 people, and numbers from 20 on")
  func threshold() throws {
    for people in [1, 2, 19, 20, 21] {
      let report = ReportSamples(people: people, sitting: people).report
      let page = try PageReading(ReportPage(report).html)
      let isTold = page.text.contains("too few answers (\(people) of the 20 needed)")
      #expect(isTold == (people < 20), "\(people)")
      let charts = page.all("svg").map { $0.attributes["aria-labelledby"] ?? "" }
      #expect(charts.contains { $0.hasPrefix("questions-1-chart") } == (people >= 20), "\(people)")
    }
  }

  @Test("have no interval anywhere below 20 people")
  func noInterval() throws {
    let page = try PageReading(ReportPage(ReportSamples(people: 19).report).html)
    #expect(page.elements.allSatisfy { $0.attributes["class"] != "interval" })
    let full = try PageReading(ReportPage(ReportSamples(people: 20, sitting: 20).report).html)
    #expect(full.elements.contains { $0.attributes["class"] == "interval" })
  }

  @Test("say that nobody took part where nobody did")
  func nobody() throws {
    for sample in [ReportSamples(people: 0), ReportSamples(sitting: 0)] {
      let page = try PageReading(ReportPage(sample.report).html)
      #expect(page.text.contains("Nobody has taken part yet."))
      #expect(page.text.contains("too few answers (0 of the 20 needed)"))
      #expect(!page.text.contains("nan") && !page.text.contains("inf "))
    }
  }

  @Test("leave empty cells in the table of questions, and say why")
  func table() throws {
    let sample = ReportSamples(people: 19, sitting: 19)
    let rows = try Python.rows(ReportTable(sample.report, of: sample.results).questions)
    let head = try #require(rows.first)
    let facility = try #require(head.firstIndex(of: "facility"))
    let note = try #require(head.firstIndex(of: "note"))
    for row in rows.dropFirst() {
      #expect(row[facility..<facility + 15].allSatisfy { $0.isEmpty })
      #expect(row[note] == "too few answers (19 of the 20 needed)")
    }
  }
}
