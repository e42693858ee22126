import Classroom
import Exchange
import Testing
import TestSupport

@Suite("Remarks on questions")
struct QuestionRemarkTests {
  /// Forty people, of whom the better know all questions but some.
  private static func sample(_ choice: @escaping @Sendable (Int, Int) -> Int??) -> ReportSamples {
    ReportSamples(questions: 5, people: 40, sitting: 40, choice: choice)
  }

  @Test("spell out a wrong key, which the best do not choose")
  func negativeDiscrimination() throws {
    // Question 1 has its key at 0, the others theirs at their numbers' remainder by 3.
    let sample = Self.sample { person, question in
      let isGood = person < 20
      return .some(.some(question == 0 ? (isGood ? 1 : 0) : isGood ? question % 3 : 2))
    }
    let page = try PageReading(ReportPage(sample.report).html)
    #expect(page.text.contains("Negative discrimination: look at the key."))
    #expect(page.text.contains("A distractor, b, drew more of the best than the key."))
    #expect(page.text.contains("Nobody chose this distractor: c."))
    let table = ReportTable(sample.report, of: sample.results)
    let row = try #require(try Python.rows(table.questions).dropFirst().first)
    #expect(row.contains { $0.hasPrefix("negative discrimination; b drew more of the best") })
  }

  @Test("spell out a question that is too easy or too hard")
  func extremes() throws {
    let sample = Self.sample { person, question in
      switch question {
      case 0: .some(.some(0))
      case 1: .some(.some(person % 4 == 0 ? 1 : 0))
      default: nil
      }
    }
    let page = try PageReading(ReportPage(sample.report).html)
    let remarks = page.all("li").map(\.text)
    #expect(remarks.count { $0.hasPrefix("Too easy.") } == 1)
    #expect(remarks.contains { $0.hasPrefix("Too hard.") })
  }
}
