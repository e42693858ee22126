import QuizModel
import TestSupport
import Testing

@Suite("The date up to which a fact is told")
struct AsOfTests {
  private static func shown(_ asOf: String, changes: Bool = true, sources: [String]) -> String? {
    let base = Item.sampleChoice()
    let item = Item(
      id: base.id,
      bank: base.bank,
      bankVersion: base.bankVersion,
      fact: base.fact,
      topic: base.topic,
      kind: base.kind,
      stem: base.stem,
      options: base.options,
      key: base.key,
      answer: base.answer,
      explanation: base.explanation,
      sources: sources.map { Source(id: $0, title: "T", publisher: "", date: $0, url: "") },
      asOf: asOf,
      confidence: base.confidence,
      about: base.about,
      changes: changes,
      difficulty: base.difficulty,
      map: nil
    )
    return item.shownAsOf?.description
  }

  @Test("stands with what can change alone, and is never newer than every source")
  func dates() {
    #expect(Self.shown("2024-05", sources: ["2024-06", "2020"]) == "2024-05")
    #expect(Self.shown("2024-05", changes: false, sources: ["2024-06"]) == nil)
    #expect(Self.shown("2026-10", sources: ["2024-06", "2020"]) == "2024-06")
    // A source of a year may be of the month that is told.
    #expect(Self.shown("2024-05", sources: ["2024"]) == "2024-05")
    #expect(Self.shown("2024-05", sources: [""]) == "2024-05")
    #expect(Self.shown("", sources: ["2024"]) == nil)
  }
}
