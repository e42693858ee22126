import QuestionBank
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

@Suite("The bank that is shipped")
struct ShippedBankTests {
  private static let names = BankShelf(folders: [SourceTree.banks]).names()

  @Test("is there")
  func isThere() {
    #expect(Self.names.contains("dprk-relations"))
  }

  @Test(
    "takes every name of a typed answer, and no other name of its own",
    .tags(.slow),
    arguments: names
  )
  func typedAnswers(_ name: String) throws {
    let shelf = BankShelf(folders: [SourceTree.banks])
    let bank = try BankOpener(cache: nil, version: "test").judging.open(try shelf.folder(of: name))
    let generator = try ItemGenerator(bank: bank)
    let filter = try ItemFilter(bank: bank, topics: [], templates: [], fact: nil)
    var count = 0
    try filter.forEachFact { fact throws(BankError) in
      guard let item = try generator.item(for: fact, form: .typed, optionCount: 0, seed: 1),
        let key = item.typed
      else { return true }
      count += 1
      for spelling in key.spellings {
        for text in [spelling, spelling.uppercased(), Folding.folded(spelling)] {
          #expect(key.match(text) == .right, "\(text) for \(item.id)")
        }
      }
      let own = Set(key.spellings.map { Spelling($0).joined })
      for entry in key.names?.entries ?? [] where !own.contains(entry.spelling.joined) {
        guard case .other = key.match(entry.name) else {
          Issue.record("\(entry.name) for \(item.id): \(key.match(entry.name))")
          continue
        }
      }
      return true
    }
    #expect(name != "dprk-relations" || count > 450)
  }

  @Test("has no hard finding", .tags(.slow), arguments: names)
  func noHardFinding(_ name: String) throws {
    let shelf = BankShelf(folders: [SourceTree.banks])
    let bank = try BankOpener(cache: nil, version: "test").judging.open(try shelf.folder(of: name))
    var check = BankCheck(generator: try ItemGenerator(bank: bank))
    let report = try check.run(comparingWith: nil)
    #expect(report.items > 0)
    let hard = report.findings.filter { $0.severity == .hard }
    #expect(
      hard.isEmpty,
      "\(hard.prefix(20).map { "\($0.file):\($0.line): rule \($0.rule): \($0.message)" })"
    )
  }

  @Test("has questions on each topic that go together", .tags(.slow))
  func everyTopicCanBePlayed() throws {
    let shelf = BankShelf(folders: [SourceTree.banks])
    let folder = try shelf.folder(of: "dprk-relations")
    let bank = try BankOpener(cache: nil, version: "test").judging.open(folder)
    let generator = try ItemGenerator(bank: bank)
    for topic in bank.description.topics.map(\.id) {
      var draw = SessionDraw(
        generator: generator,
        filter: try ItemFilter(bank: bank, topics: [topic], templates: [], fact: nil),
        form: .mixed,
        optionCount: 3,
        seed: 4
      )
      var count = 0
      while count < 4, let item = try draw.next() {
        #expect(item.topic == topic)
        count += 1
      }
      #expect(count == 4, "\(topic)")
    }
  }
}
