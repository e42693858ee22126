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

  @Test("has no hard finding", .tags(.slow), arguments: names)
  func noHardFinding(_ name: String) throws {
    let shelf = BankShelf(folders: [SourceTree.banks])
    let bank = try BankOpener(cache: nil, version: "test").open(try shelf.folder(of: name))
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
    let bank = try BankOpener(cache: nil, version: "test").open(folder)
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
