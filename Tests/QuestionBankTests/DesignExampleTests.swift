import Foundation
import QuestionBank
import QuizModel
import TestSupport
import Testing

/// The template that the design shows, word for word, over a small bank of its shape.
@Suite("The template of the design")
struct DesignExampleTests {
  private func bank() throws -> QuestionBank {
    let file = SourceTree.root
      .appendingPathComponent("Tests/QuestionBankTests/Fixtures/design-established-year.yaml")
    var blueprint = BankBlueprint()
    blueprint.properties["attache:topics"] =
      #"[{"id": "when-they-began", "title": "When they began"}]"#
    blueprint.tables = [
      TableBlueprint(
        name: "relations",
        fields: [
          FieldBlueprint("id"), FieldBlueprint("prose_name"),
          FieldBlueprint("date", ["attache:date": "true"]),
          FieldBlueprint("ask"), FieldBlueprint("sources"), FieldBlueprint("confidence"),
          FieldBlueprint("as_of"),
        ],
        key: ["id"],
        rows: [
          ["dza", "Algeria", "1958-09-25", "day", "s1", "high", "2026-10"],
          ["cub", "Cuba", "1960-08-29", "day", "s1", "high", "2026-10"],
          ["gin", "Guinea", "1958-10-08", "day", "s1|s2", "high", "2026-10"],
          ["zwe", "Zimbabwe", "1980-04", "month", "s1", "high", "2026-10"],
          ["gab", "Gabon", "1974", "year", "s2", "medium", "2026-10"],
          ["xxx", "Nowhere", "1970", "none", "s2", "contested", "2026-10"],
        ]
      )
    ]
    blueprint.views["establishments"] = """
      SELECT r.id AS state_id, r.id, d.year, r.prose_name, d.phrase AS date_phrase, r.ask, r.sources,
        r.confidence, r.as_of
      FROM relations r JOIN dates d ON d.date = r.date
      """
    blueprint.files["templates/established-year.yaml"] = try Data(contentsOf: file)
    return try WrittenBank(blueprint).open()
  }

  @Test("is read as the design explains it")
  func reading() throws {
    let template = try #require(try bank().templates.first)
    #expect(template.id == "established-year")
    #expect(template.family == "established")
    #expect(template.topic == "when-they-began")
    #expect(template.kind == "year")
    #expect(template.difficulty == 0)
    #expect(!template.changes)
    #expect(template.order == .ascending)
    #expect(template.map == "id")
    #expect(template.statement?.placeholders == ["state", "answer"])
  }

  @Test("gives a fact for each row that may be asked")
  func facts() throws {
    let bank = try bank()
    #expect(bank.factCounts == [5])
    let fact = try #require(try bank.fact(template: 0, row: "dza"))
    #expect(fact.id == FactID(family: "established", row: "dza"))
    #expect(
      fact.stem == "In which year did Algeria and the DPRK establish diplomatic relations?"
    )
    #expect(fact.answer == "1958")
    #expect(fact.answerID == "1958")
    #expect(fact.about == ["dza"])
    #expect(fact.confidence == .high)
    #expect(fact.asOf == "2026-10")
    #expect(
      bank.templates[0].explanation.rendered(fact.text)
        == "Algeria established relations on 25 September 1958."
    )
    #expect(try bank.fact(template: 0, row: "gin")?.sources == ["s1", "s2"])
    #expect(try bank.fact(template: 0, row: "xxx") == nil)
  }

  @Test("gives the nearest years as distractors, each once, with what is true of them")
  func candidates() throws {
    let bank = try bank()
    let fact = try #require(try bank.fact(template: 0, row: "gab"))
    let candidates = try bank.candidates(for: fact)
    #expect(candidates.map(\.text) == ["1970", "1980", "1960", "1958"])
    #expect(candidates[1].why == "Zimbabwe did in April 1980")
    #expect(candidates.allSatisfy { $0.evidence == "relations/gab" })
    let early = try #require(try bank.fact(template: 0, row: "dza"))
    #expect(!(try bank.candidates(for: early)).contains { $0.text == "1958" })
  }
}
