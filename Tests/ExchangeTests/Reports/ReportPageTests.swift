import Classroom
import Exchange
import ItemStatistics
import QuizModel
import Testing

@Suite("The page of a report")
struct ReportPageTests {
  /// A class, and what its page has to be like.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var sample = ReportSamples()
  }

  static let cases = [
    Case(testDescription: "a paper"),
    Case(
      testDescription: "parallel papers",
      sample: ReportSamples(kind: .parallelPapers, people: 80)
    ),
    Case(testDescription: "a game", sample: ReportSamples(kind: .game, people: 25)),
    Case(testDescription: "a homework", sample: ReportSamples(kind: .homework, people: 12)),
    Case(testDescription: "nobody", sample: ReportSamples(people: 0)),
    Case(testDescription: "nobody of thirty", sample: ReportSamples(sitting: 0)),
    Case(testDescription: "one pupil", sample: ReportSamples(people: 1)),
    Case(testDescription: "one question", sample: ReportSamples(questions: 1)),
    Case(testDescription: "no question", sample: ReportSamples(questions: 0)),
    Case(testDescription: "many", sample: ReportSamples(questions: 45, people: 1000)),
  ]

  @Test("is well formed, with one title and headings in order", arguments: cases)
  func outline(_ item: Case) throws {
    let page = try PageReading(ReportPage(item.sample.report).html)
    #expect(page.elements.first?.attributes["lang"] == "en")
    #expect(page.all("h1").map(\.text) == [item.sample.title])
    let levels = page.elements.compactMap { element -> Int? in
      element.name.first == "h" && element.name.count == 2 && element.name != "hr"
        ? element.name.last?.wholeNumberValue : nil
    }
    #expect(levels.first == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
  }

  @Test("names each table, column and row, and says each chart in words", arguments: cases)
  func tablesAndCharts(_ item: Case) throws {
    let page = try PageReading(ReportPage(item.sample.report).html)
    #expect(page.all("caption").count == page.all("table").count)
    #expect(page.all("caption").allSatisfy { !$0.text.isEmpty })
    #expect(page.all("th").allSatisfy { ["col", "row"].contains($0.attributes["scope"]) })
    let rows = page.all("th").count { $0.attributes["scope"] == "row" }
    #expect(rows == page.all("tr").count - page.all("table").count)
    let ids = Set(page.elements.compactMap { $0.attributes["id"] })
    for chart in page.all("svg") {
      #expect(chart.attributes["role"] == "img")
      let names = try #require(chart.attributes["aria-labelledby"]).split(separator: " ")
      #expect(names.count == 2 && names.allSatisfy { ids.contains(String($0)) })
    }
    #expect(page.all("desc").allSatisfy { !$0.text.isEmpty })
  }

  @Test("fetches nothing and runs nothing", arguments: cases)
  func isSelfContained(_ item: Case) throws {
    let page = try PageReading(ReportPage(item.sample.report).html)
    let fetching: Set = ["script", "link", "img", "iframe", "object", "embed", "base", "form"]
    #expect(page.elements.allSatisfy { !fetching.contains($0.name) })
    for element in page.elements {
      #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") && $0 != "src" })
    }
    #expect(page.all("style").allSatisfy { !$0.text.contains("url(") && !$0.text.contains("@imp") })
  }

  @Test("is the same each time", arguments: cases)
  func isDetermined(_ item: Case) {
    #expect(ReportPage(item.sample.report).html == ReportPage(item.sample.report).html)
  }

  @Test("tells of each pupil, each question and who was away")
  func tellsEverything() throws {
    let report = ReportSamples().report
    let page = try PageReading(ReportPage(report).html)
    let cells = page.all("td").map(\.text) + page.all("th").map(\.text)
    for pupil in report.pupils {
      #expect(cells.contains(pupil.name))
      #expect(cells.contains("\(pupil.right) of \(pupil.asked)"))
    }
    for number in 1...26 { #expect(page.all("h3").contains { $0.text == "Question \(number)" }) }
    #expect(page.all("dd").contains { $0.text == "1: Tomás A." })
  }

  @Test("counts in its histogram what its table counts")
  func histogram() throws {
    let report = ReportSamples(people: 100).report
    let page = try PageReading(ReportPage(report).html)
    let drawn = page.all("text").filter { $0.attributes["class"] == "value" }.map(\.text)
    let scores = Dictionary(grouping: report.pupils, by: \.right).mapValues(\.count)
    let counts = scores.sorted { $0.key < $1.key }.map { "\($0.value)" }
    #expect(Array(drawn.prefix(counts.count)) == counts)
  }

  @Test("shows points of a game alone, and tries of a homework alone")
  func columns() throws {
    func heads(_ kind: ReportSamples.Kind) throws -> [String] {
      try PageReading(ReportPage(ReportSamples(kind: kind).report).html).all("th").map(\.text)
    }
    #expect(try heads(.game).contains("Points"))
    #expect(try !heads(.paper).contains("Points"))
    #expect(try heads(.homework).contains("Try"))
    #expect(try heads(.homework).contains("In time"))
    #expect(try !heads(.paper).contains("Try"))
  }

  @Test("tells of parallel papers form by form")
  func parallelPapers() throws {
    let page = try PageReading(ReportPage(ReportSamples(kind: .parallelPapers).report).html)
    let headings = page.all("h2").map(\.text)
    #expect(headings.contains("Form A, question by question"))
    #expect(headings.contains("Form B, question by question"))
    #expect(page.all("h3").count { $0.text.hasPrefix("Question ") } == 26)
    // Question 3 has its key last of three, and forms have their options in reverse.
    #expect(page.text.contains("Number 2 on form A, key a."))
  }

  @Test("says what the class gained")
  func gain() throws {
    let before = ReportSamples(title: "Before <b>", seed: 5, skill: -0.3)
    let after = ReportSamples()
    let gain = ClassGain(before: before.results, after: after.results)
    let estimate = try #require(gain.gain.meanDifference.estimate)
    let comparison = ReportComparison(gain: gain, before: before.title, after: after.title)
    let page = try PageReading(ReportPage(after.report, comparison: comparison).html)
    #expect(page.all("h2").contains { $0.text == "Before and after" })
    #expect(page.text.contains("Before: Before <b>. After: \(after.title)."))
    let tenths = (estimate.value * 1000).rounded() / 10
    #expect(page.text.contains("The mean gain is \(tenths) ("))
    #expect(try !PageReading(ReportPage(after.report).html).text.contains("mean gain is"))
  }
}
