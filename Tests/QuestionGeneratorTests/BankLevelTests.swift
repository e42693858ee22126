import Foundation
import QuestionBank
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

@Suite("The check of a whole bank")
struct BankLevelTests {
  struct Convergence: CustomTestStringConvertible, Sendable {
    let name: String
    let key: String
    let distractors: [String]
    var testDescription: String { name }
  }

  @Test(
    "warns where the key shares most with the other options (rule 10)",
    arguments: [
      Convergence(name: "each half", key: "'Red Oak'", distractors: ["'Red Elm'", "'Blue Oak'"]),
      Convergence(
        name: "each third",
        key: "'Red Oak Hill'",
        distractors: ["'Red Elm Dale'", "'Blue Oak Vale'"]
      ),
      Convergence(
        name: "one half twice",
        key: "'Red Oak'",
        distractors: ["'Red Elm'", "'Tall Oak'", "'Red Ash'", "'Wide Oak'"]
      ),
      Convergence(
        name: "folded words",
        key: "'RED Oak'",
        distractors: ["'réd Elm'", "'Blue öak'"]
      ),
      Convergence(
        name: "three words",
        key: "'Red Oak Hill'",
        distractors: ["'Red Oak Dale'", "'Blue Oak Hill'"]
      ),
    ]
  )
  func convergence(_ convergence: Convergence) throws {
    var bank = LandsBank.blueprint(count: 12)
    bank.properties["attache:reported-rules"] = "[22, 23]"
    bank.keepOnly("opened-land")
    bank[template: "opened-land"].replace(
      "name AS answer",
      with: "\(convergence.key) AS answer",
      in: "facts"
    )
    bank[template: "opened-land"]["explanation"] = "{answer} opened its gates {phrase}."
    bank[template: "opened-land"]["distractors"] = convergence.distractors.map { text in
      "SELECT \(text) AS text, \(text) AS answer_id, 'It did not.' AS why, :evidence AS evidence, 0 AS rank"
    }.joined(separator: " UNION ALL\n")
    let report = try SampleBanks.check(bank)
    #expect(
      report.findings.contains { $0.rule == 10 && $0.severity == .warning },
      "\(report.findings)"
    )
  }

  @Test("lets each player who knows nothing play each form and number of options")
  func players() throws {
    let report = try SampleBanks.check(LandsBank.blueprint(count: 24))
    let choices = report.players.filter { $0.form == .multipleChoice }
    #expect(
      Set(choices.map(\.player)) == [
        "first", "last", "middle of the sorted list", "longest option", "shortest option",
        "most words of the stem", "closest to the others",
      ]
    )
    #expect(Set(choices.map(\.optionCount)) == [3, 4, 5])
    #expect(report.players.filter { $0.form == .trueFalse }.map(\.player) == ["always True"])
    for score in report.players {
      #expect(score.share <= score.limit, "\(score)")
      #expect(score.limit >= 1 / Double(score.optionCount) + 0.02)
      #expect(score.items == 24 * 8 * (score.form == .trueFalse ? 2 : 3))
    }
  }

  @Test("finds authored statements that are always true (rule 19)")
  func alwaysTrue() throws {
    let report = try SampleBanks.check(AuthoredBank.blueprint(count: 60) { _ in true })
    let finding = try #require(report.findings.first { $0.rule == 19 })
    #expect(finding.severity == .hard)
    #expect(finding.message.contains("always True"))
  }

  @Test("finds nothing in authored statements half of which are true")
  func halfTrue() throws {
    let report = try SampleBanks.check(AuthoredBank.blueprint(count: 60) { $0.isMultiple(of: 2) })
    #expect(!report.findings.contains { $0.severity == .hard }, "\(report.findings)")
    #expect(report.items == 60 * 8 + 4 * 24)
  }

  @Test(
    "only warns of some rules in a bank that a person wrote",
    arguments: [3, 5, 20]
  )
  func lenience(_ rule: Int) throws {
    let broken = try #require(
      (BrokenBank.options + BrokenBank.wording).first { $0.rule == rule && $0.severity == .hard }
    )
    #expect(
      try SampleBanks.check(broken.blueprint()).findings.contains {
        $0.rule == rule && $0.severity == .hard
      }
    )
    var bank = broken.blueprint()
    let authored = AuthoredBank.blueprint(count: 4) { $0 < 2 }
    bank.tables += authored.tables
    bank.properties["attache:authored"] = "true"
    let findings = try SampleBanks.check(bank).findings.filter { $0.rule == rule }
    #expect(findings.contains { $0.severity == .warning })
    #expect(!findings.contains { $0.severity == .hard }, "\(findings)")
  }

  @Test("says where a template stands that breaks a rule, and how often")
  func place() throws {
    var bank = LandsBank.blueprint(count: 12)
    bank.keepOnly("opened-land")
    bank[template: "opened-land"]["stem"] = "Name the one that opened its gates in {year}."
    let finding = try #require(try SampleBanks.check(bank).findings.first)
    #expect(finding.file == "templates/opened-land.yaml")
    let lines = bank[template: "opened-land"].yaml.split(separator: "\n")
    let line = try #require(lines.firstIndex { $0.hasPrefix("stem:") })
    #expect(finding.line == line + 1)
    #expect(finding.count == 12, "once for each fact")
    #expect(finding.fact == "opened/l1000")
  }

  @Test("says on which line an authored item stands that breaks a rule")
  func authoredPlace() throws {
    var bank = AuthoredBank.blueprint(count: 6) { $0 < 3 }
    bank[table: "items"].set("stem", ofRow: 7, to: "Name the seventh.")
    let finding = try #require(try SampleBanks.check(bank).findings.first { $0.rule == 13 })
    #expect(finding.line == 9)
    #expect(finding.fact == "item/q1")
  }

  @Test("warns where one answer holds for most facts")
  func frequentAnswer() throws {
    var bank = LandsBank.blueprint(count: 12)
    bank.keepOnly("opened-year")
    for row in 0..<9 { bank[table: "openings"].set("date", ofRow: row, to: "1955-05-05") }
    let findings = try SampleBanks.check(bank).findings
    #expect(findings.contains { $0.rule == 0 && $0.message.contains("9 of 12") }, "\(findings)")
  }

  @Test("counts what is asked of each topic")
  func coverage() throws {
    let report = try SampleBanks.check(LandsBank.blueprint(count: 12))
    let topic = try #require(report.topics.first)
    #expect(report.topics.count == 1)
    #expect(topic.topic == "basics")
    #expect(topic.templates == 3)
    #expect(topic.facts == 24, "two families")
    #expect(topic.pairs == 36)
    #expect(topic.multipleChoice == 36)
    #expect(topic.trueFalse == 24)
  }

  @Test("finds a fact of the last release that is gone unrenamed")
  func vanishedFact() throws {
    var bank = LandsBank.blueprint(count: 12)
    bank.keepOnly("seat")
    bank.setFile("facts.lock", "seat/l1000\nseat/gone\nseat/moved\n")
    bank.setFile("renamed.csv", "old,new\nseat/moved,seat/l1001\n")
    let findings = try check(onDisk: bank)
    #expect(findings.map(\.file) == ["facts.lock"])
    #expect(findings.first?.line == 2)
    #expect(findings.first?.fact == "seat/gone")
    #expect(findings.first?.severity == .hard)
  }

  @Test("finds a renaming to what is no fact")
  func badRenaming() throws {
    var bank = LandsBank.blueprint(count: 12)
    bank.keepOnly("seat")
    bank.setFile("renamed.csv", "old,new\nseat/moved,seat/nowhere\n")
    let findings = try check(onDisk: bank)
    #expect(findings.map(\.file) == ["renamed.csv"])
    #expect(findings.first?.severity == .hard)
  }

  @Test("finds queries whose outcome hangs on an order that nobody asked for")
  func unorderedQueries() throws {
    var bank = LandsBank.blueprint(count: 12)
    bank.properties["attache:reported-rules"] = "[22, 23]"
    bank.keepOnly("opened-land")
    #expect(try compared(bank).isEmpty)
    bank[template: "opened-land"].replace(
      "o.year <> :year",
      with: "o.year <> :year LIMIT 3",
      in: "distractors"
    )
    let findings = try compared(bank)
    #expect(findings.contains { $0.rule == 0 && $0.severity == .hard }, "\(findings)")
    #expect(findings.allSatisfy { $0.message.contains("order of rows") || $0.rule == 23 })
  }

  private func compared(_ blueprint: BankBlueprint) throws -> [CheckFinding] {
    var check = BankCheck(generator: try ItemGenerator(bank: try SampleBanks.open(blueprint)))
    let reversed = try ItemGenerator(bank: try SampleBanks.open(blueprint, reversed: true))
    return try check.run(comparingWith: reversed).findings
  }

  private func check(onDisk blueprint: BankBlueprint) throws -> [CheckFinding] {
    let scratch = try ScratchFolder()
    let folder = BankFolder(try blueprint.write(to: scratch))
    let bank = try BankOpener(cache: nil, version: "test").judging.open(folder)
    var check = BankCheck(generator: try ItemGenerator(bank: bank))
    return try check.run(comparingWith: nil).findings
  }
}
