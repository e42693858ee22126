import QuestionBank
import TestSupport
import Testing

@Suite("The tables of an authored bank")
struct AuthoredTablesTests {
  private func bank(kind: String = "true-false", key: String) -> BankBlueprint {
    var bank = AuthoredBank.blueprint(count: 3) { _ in true }
    bank[table: "items"].set("kind", ofRow: 1, to: kind)
    bank[table: "items"].set("key", ofRow: 1, to: key)
    return bank
  }

  @Test(
    "name each statement whose key is no truth value, by file, line and column",
    arguments: ["WAHR", "richtig", "x", "1", "True False"]
  )
  func noTruthValue(_ key: String) throws {
    #expect(
      try bank(key: key).problems() == [
        BankProblem(
          file: "data/items.csv",
          line: 3,
          column: 5,
          issue: .notInEnumeration(text: key, field: "key", allowed: ["True", "False"])
        )
      ]
    )
  }

  @Test(
    "take a truth value in capitals and with blanks",
    arguments: ["TRUE", "false ", "\u{a0}True"]
  )
  func truthValue(_ key: String) throws {
    #expect(try bank(key: key).problems().isEmpty)
  }

  @Test("lose no question by how its kind is spelt", arguments: ["True-False", " true-false", ""])
  func spelling(_ kind: String) throws {
    let bank = try WrittenBank(bank(kind: kind, key: "True")).open()
    #expect(bank.factCounts.reduce(0, +) == 7)
    let statements = bank.templates.firstIndex { $0.id == "authored-statement" } ?? 0
    #expect(bank.factCounts[statements] == (kind.isEmpty ? 2 : 3))
  }
}
