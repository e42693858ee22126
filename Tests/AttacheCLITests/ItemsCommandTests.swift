import Foundation
import TestSupport
import Testing

@testable import AttacheCLI

/// `attache items`, read by programs.
@Suite struct ItemsCommandTests {
  private func items(_ arguments: String..., stage: Stage) throws -> [[String: Any]] {
    let all = ["items", "--bank", "six-states"] + arguments
    #expect(stage.run(all, reader: ScriptedReader([])) == 0, "\(stage.talk)")
    return try stage.output.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(object as? [String: Any])
    }
  }

  @Test(arguments: [0, 1, 7, 10])
  func countIsHeeded(count: Int) throws {
    #expect(try items("--count", "\(count)", stage: Stage()).count == count)
  }

  @Test func itemHoldsEverythingThatAProgramNeeds() throws {
    let item = try #require(try items("--count", "1", stage: Stage()).first)
    let keys = [
      "about", "asOf", "bank", "bankVersion", "confidence", "difficulty", "explanation", "fact",
      "form", "item", "key", "kind", "options", "seed", "sources", "stem", "template", "topic",
    ]
    #expect(item.keys.sorted() == keys)
    let options = try #require(item["options"] as? [[String: Any]])
    #expect(options.allSatisfy { $0.keys.sorted() == ["evidence", "text", "why"] })
    let sources = try #require(item["sources"] as? [[String: Any]])
    #expect(sources.allSatisfy { $0.keys.sorted() == ["date", "id", "publisher", "title", "url"] })
  }

  @Test func typedItemHoldsItsSpellings() throws {
    let all = try items("--all", "--form", "typed", stage: Stage())
    #expect(all.count == 12)
    for item in all {
      let spellings = try #require(item["spellings"] as? [String])
      let options = try #require(item["options"] as? [[String: Any]])
      #expect(options.count == 1)
      #expect(options.first?["text"] as? String == spellings.first)
      #expect(item["key"] as? Int == 0)
      #expect(item["form"] as? String == "typed")
    }
    let bern = try #require(all.first { $0["fact"] as? String == "capital/che" })
    #expect(bern["spellings"] as? [String] == ["Bern", "Berne"])
  }

  @Test func everyPairComesInEveryForm() throws {
    let all = try items("--all", stage: Stage())
    // Eighteen facts by choice; currencies have no statement.
    #expect(all.count { $0["form"] as? String == "multiple-choice" } == 18)
    #expect(all.count { $0["form"] as? String == "true-false" } == 12)
    #expect(Set(all.compactMap { $0["item"] as? String }).count == all.count)
    let choice = try items("--all", "--form", "multiple-choice", "--options", "5", stage: Stage())
    #expect(choice.count == 18)
    let counts = Set(choice.compactMap { ($0["options"] as? [Any])?.count })
    #expect(counts.isSubset(of: [4, 5]) && counts.contains(5))
  }

  @Test func oneFactIsListedAlone() throws {
    let one = try items("--fact", "capital/che", stage: Stage())
    #expect(one.map { $0["fact"] as? String } == ["capital/che", "capital/che"])
    let template = try items("--template", "joined", "--all", stage: Stage())
    #expect(Set(template.compactMap { $0["template"] as? String }) == ["joined"])
  }

  @Test func sameSeedGivesTheSameItems() throws {
    let stage = try Stage()
    var outputs: [String] = []
    for seed in ["3", "3", "4"] {
      _ = try items("--seed", seed, stage: stage)
      outputs.append(stage.output)
    }
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0] != outputs[2])
  }

  static let refused: [(arguments: [String], code: Int32, words: String)] = [
    (["--fact", "nofact"], 64, "no fact \"nofact\"; a fact is named family/row"),
    (["--fact", "cooking/che"], 64, "no fact \"cooking/che\""),
    (["--fact", "capital/zzz"], 64, "no fact \"capital/zzz\""),
    (["--template", "x"], 64, "no template \"x\"; there are: capital, currency, joined"),
    (
      ["--topic", "money", "--form", "true-false", "--all"], 65,
      "nothing in \"six-states\" can be asked"
    ),
  ]

  @Test(arguments: refused)
  func whatIsNotThereIsSaid(arguments: [String], code: Int32, words: String) throws {
    let stage = try Stage()
    let all = ["items", "--bank", "six-states"] + arguments
    #expect(stage.run(all, reader: ScriptedReader([])) == code)
    #expect(stage.talk.contains(words), "\(stage.talk)")
    #expect(stage.talk.split(separator: "\n").count == 1)
    #expect(stage.output.isEmpty)
  }
}
