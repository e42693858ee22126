import Foundation
import QuestionBank
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

@Suite("The line of an item")
struct ItemLineTests {
  private func object(form: Form, seed: UInt64) throws -> [String: Any] {
    let bank = try SampleBanks.open(LandsBank.blueprint(count: 12))
    let fact = try #require(try bank.fact(template: 1, row: "l1002"))
    let item = try #require(
      try ItemGenerator(bank: bank).item(for: fact, form: form, optionCount: 3, seed: seed)
    )
    let value = try JSONSerialization.jsonObject(with: Data(try ItemText.json(item).utf8))
    return try #require(value as? [String: Any])
  }

  @Test("has the keys that the design shows")
  func multipleChoice() throws {
    let line = try object(form: .multipleChoice, seed: 7)
    #expect(
      Set(line.keys) == [
        "item", "bank", "bankVersion", "template", "fact", "topic", "kind", "form", "stem",
        "options", "key", "explanation", "sources", "asOf", "confidence", "about", "seed",
        "difficulty", "map",
      ]
    )
    #expect(line["item"] as? String == "opened-year/l1002/multiple-choice/3/7")
    #expect(line["bank"] as? String == "sample")
    #expect(line["bankVersion"] as? String == "1.0.0")
    #expect(line["template"] as? String == "opened-year")
    #expect(line["fact"] as? String == "opened/l1002")
    #expect(line["topic"] as? String == "basics")
    #expect(line["kind"] as? String == "year")
    #expect(line["form"] as? String == "multiple-choice")
    #expect(line["confidence"] as? String == "high")
    #expect(line["about"] as? [String] == ["l1002"])
    #expect(line["asOf"] as? String == "2026-10")
    #expect(line["seed"] as? Int == 7)
    #expect(line["map"] as? String == "l1002")
    let options = try #require(line["options"] as? [[String: String]])
    #expect(options.count == 3)
    #expect(options.allSatisfy { Set($0.keys) == ["text", "why", "evidence"] })
    let key = try #require(line["key"] as? Int)
    let texts = options.compactMap { $0["text"] }
    #expect(texts.sorted() == texts, "years ascend")
    let explanation = try #require(line["explanation"] as? String)
    #expect(explanation.contains(texts[key]))
    #expect(options[key]["evidence"] == "openings/l1002")
    let sources = try #require(line["sources"] as? [[String: String]])
    #expect(sources.map { $0["id"] } == ["s1", "s2"])
    #expect(
      sources[0] == [
        "id": "s1", "title": "Gazette", "publisher": "The printer", "date": "2025-03",
        "url": "https://example.org/1",
      ]
    )
  }

  @Test("of a true-false item has True and False, and its statement as the stem", arguments: 0..<4)
  func trueFalse(_ seed: UInt64) throws {
    let line = try object(form: .trueFalse, seed: seed)
    let options = try #require(line["options"] as? [[String: String]])
    #expect(options.map { $0["text"] } == ["True", "False"])
    let stem = try #require(line["stem"] as? String)
    let explanation = try #require(line["explanation"] as? String)
    #expect(stem.hasSuffix("."))
    let year = try #require(stem.dropLast().split(separator: " ").last.map(String.init))
    let key = try #require(line["key"] as? Int)
    #expect(explanation.contains(year) == (key == 0), "\(stem) \(explanation)")
    #expect(options[1]["why"] == explanation, "the corrected sentence")
    #expect(line["item"] as? String == "opened-year/l1002/true-false/2/\(seed)")
  }

  @Test("is one line, whatever the texts hold")
  func oneLine() throws {
    var blueprint = LandsBank.blueprint(count: 12)
    blueprint[table: "sources"].set("title") { "A \"title\"\non two lines \($0)" }
    let bank = try SampleBanks.open(blueprint)
    let fact = try #require(try bank.fact(template: 1, row: "l1002"))
    let item = try #require(
      try ItemGenerator(bank: bank).item(for: fact, form: .trueFalse, optionCount: 2, seed: 1)
    )
    #expect(!(try ItemText.json(item)).contains { $0.isNewline })
  }
}
