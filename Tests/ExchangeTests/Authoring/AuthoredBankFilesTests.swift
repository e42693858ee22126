import Exchange
import Foundation
import QuestionBank
import QuizModel
import TestSupport
import Testing

@Suite("A bank of imported items")
struct AuthoredBankFilesTests {
  private func bank(_ items: [PortableItem]) -> AuthoredBankFiles {
    var files = AuthoredBankFiles(.sample)
    files.add(items)
    return files
  }

  /// An object of JSON, as a text that does not hang on the order of its properties.
  private func sorted(_ value: Any?) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: try #require(value),
      options: [.sortedKeys]
    )
    return String(decoding: data, as: UTF8.self)
  }

  private func object(_ data: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("describes its tables as the example bank does")
  func schema() throws {
    let example = try object(
      try Data(
        contentsOf: SourceTree.banks.appendingPathComponent("teachers-ten/datapackage.json")
      )
    )
    let bytes = try #require(bank([.question()]).files["datapackage.json"])
    let made = try object(Data(bytes))
    #expect(try sorted(made["resources"]) == sorted(example["resources"]))
    #expect(made["title"] as? String == AuthoredHeading.sample.title)
    #expect(made["id"] as? String == "01020304-0506-0708-090a-0b0c0d0e0f10")
    #expect(made["attache:authored"] as? Bool == true)
  }

  @Test("opens, and its items are those that were imported")
  func opens() throws {
    var random = RandomItems(seed: 3)
    let items = random.items(300)
    var files = AuthoredBankFiles(.sample)
    let addition = files.add(items)
    #expect(addition.replaced.isEmpty)
    let written = try WrittenFiles(files)
    let bank = try written.open()
    #expect(bank.description.title == AuthoredHeading.sample.title)
    #expect(bank.description.isAuthored)
    let facts = try written.facts()
    // A file may hold the same question twice.
    let distinct = Set(items.map(\.whole))
    try #require(addition.added.count == distinct.count)
    #expect(addition.repeated.count == items.count - distinct.count)
    #expect(Set(facts.keys) == Set(addition.added))
    var seen: Set<[AnyHashable]> = []
    let firsts = items.filter { seen.insert($0.whole).inserted }
    for (id, item) in zip(addition.added, firsts) {
      let fact = try #require(facts[id])
      try expect(fact, is: item, in: bank)
    }
  }

  private func expect(_ fact: Fact, is item: PortableItem, in bank: QuestionBank) throws {
    #expect(fact.stem == item.stem.sentenceCased)
    #expect(fact.answer == item.options[item.key].text)
    #expect((fact.kind == "true-false") == (item.form == .trueFalse))
    if !item.explanation.isEmpty { #expect(fact.text("explanation") == item.explanation) }
    let sources = item.sources.map { $0.replacingOccurrences(of: "|", with: "/") }
    #expect(
      fact.sources.map { $0.trimmingCharacters(in: .whitespaces) }
        == (sources.isEmpty ? ["author"] : sources.map { $0.trimmingCharacters(in: .whitespaces) })
    )
    let title = bank.description.topics.first { $0.id == fact.topic }?.title
    #expect(title != nil)
    guard item.form == .multipleChoice else { return }
    let wrong = item.options.indices.filter { $0 != item.key }.map { item.options[$0] }
    let found = try bank.offeredCandidates(for: fact)
    #expect(Set(found.map(\.text)) == Set(wrong.map(\.text)))
    #expect(Set(found.map(\.why)) == Set(wrong.map(\.why)))
  }

  @Test("keeps a plain topic as it is, and makes an id of the name and the question's hash")
  func plainIDs() throws {
    let files = bank([.question()])
    let fact = try #require(try WrittenFiles(files).fact("longest"))
    #expect(fact.topic == "rivers-of-asia")
    #expect(fact.id.row.wholeMatch(of: /longest-[0-9a-f]{16}/) != nil)
    #expect(files.topics == [Topic(id: "rivers-of-asia", title: "Rivers of Asia")])
  }

  @Test("makes an id of the stem where the file has none, the same at every import")
  func madeIDs() {
    var files = AuthoredBankFiles(.sample)
    let first = files.add([.question(id: "")])
    #expect(
      first.added.first?.wholeMatch(of: /which-river-is-the-longest-[0-9a-f]{16}/) != nil
    )
    let again = files.add([.question(id: "")])
    #expect(again.added.isEmpty)
    #expect(again.replaced.map(\.id) == first.added)
  }

  @Test("tells questions of one id apart, the same at every import")
  func collidingIDs() throws {
    let items = [
      PortableItem.question("Which is longest?", id: "Q 1"),
      .question("Which is shortest?", id: "q-1"),
      .question("Which is shortest?", id: "q-1", options: ["Tumen", "Yalu"]),
      .question("Which is longest?", id: "Q 1"),
      .question("평양은 어디에 있습니까?", id: "평양"),
      .question("서울은 어디에 있습니까?", id: "서울"),
    ]
    var files = AuthoredBankFiles(.sample)
    let first = files.add(items)
    #expect(first.added.count == 5)
    #expect(first.added.first?.wholeMatch(of: /q-1-[0-9a-f]{16}/) != nil)
    #expect(Set(first.added).count == 5)
    let pattern = /[a-z0-9]+(-[a-z0-9]+)*/
    for id in first.added { #expect(id.wholeMatch(of: pattern) != nil, "\(id)") }
    let before = files
    let again = files.add(items)
    #expect(again.added.isEmpty)
    #expect(again.replaced.map(\.id) == first.added)
    #expect(files == before)
  }

  @Test("gives every item an id of its own that fits the pattern, whatever the file calls it")
  func everyID() {
    for seed in UInt64(1)...40 {
      var random = RandomItems(seed: seed)
      let items = random.items(60)
      var files = AuthoredBankFiles(.sample)
      let addition = files.add(items)
      let pattern = /[a-z0-9]+(-[a-z0-9]+)*/
      for id in addition.added + files.topics.map(\.id) {
        #expect(id.wholeMatch(of: pattern) != nil, "\(id)")
        #expect(id.utf8.count <= 100)
      }
      #expect(Set(addition.added).count == Set(items.map(\.whole)).count)
      let before = files
      files.add(items)
      #expect(files == before)
    }
  }

  @Test("explains with the key where the file explains nothing")
  func explanation() throws {
    let silent = PortableItem(
      id: "silent",
      topic: "",
      form: .trueFalse,
      stem: "The Yalu is a river.",
      options: PortableItem.statementOptions(),
      key: 0,
      explanation: "",
      sources: []
    )
    let written = try WrittenFiles(bank([.question(explanation: ""), silent]))
    #expect(
      try written.fact("longest")?.text("explanation")
        == "The answer is Yangtze. Yangtze is a river."
    )
    let fact = try #require(try written.fact("silent"))
    #expect(fact.text("explanation") == "The answer is True.")
    #expect(fact.sources == ["author"])
    #expect(fact.topic == "general")
  }
}
