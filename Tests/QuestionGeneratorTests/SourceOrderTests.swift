import QuizModel
import Testing

@testable import QuestionGenerator

@Suite("The order of sources")
struct SourceOrderTests {
  private static func order(
    _ dates: [String],
    changes: Bool,
    asOf: String = "2024-05",
    year: String = "1973"
  ) -> [String] {
    let sources = dates.enumerated().map { place, date in
      Source(id: "\(place)", title: "T", publisher: "", date: date, url: "")
    }
    return SourceOrder.ordered(sources, changes: changes, asOf: asOf, year: year).map(\.id)
  }

  @Test("puts the newest first of what can change, if it is no older than what it tells")
  func changing() {
    #expect(
      Self.order(["2020", "2024-06", "", "2025-01-02"], changes: true) == ["3", "1", "0", "2"]
    )
    // A year alone may be of the month that is told, and of two of one date the author's order stays.
    #expect(Self.order(["2023-12", "2024", "2024"], changes: true) == ["1", "2", "0"])
    #expect(Self.order(["2020", "2022"], changes: true) == ["0", "1"])
  }

  @Test("keeps the author's order of what happened once, the undated and the older ones last")
  func happened() {
    #expect(Self.order(["", "2018", "1960", "1973-04"], changes: false) == ["1", "3", "2", "0"])
    #expect(Self.order(["2018", "2020"], changes: false, year: "") == ["0", "1"])
  }

  @Test("names each source once")
  func once() {
    let source = Source(id: "a", title: "T", publisher: "", date: "2020", url: "")
    let ordered = SourceOrder.ordered([source, source], changes: false, asOf: "", year: "")
    #expect(ordered == [source])
  }
}
