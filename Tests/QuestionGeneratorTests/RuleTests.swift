import QuestionBank
import QuestionGenerator
import TestSupport
import Testing

@Suite("The rules")
struct RuleTests {
  @Test("find nothing in the unbroken bank", arguments: [12, 24, 160])
  func nothingIsFound(_ count: Int) throws {
    let report = try SampleBanks.check(LandsBank.blueprint(count: count))
    #expect(report.findings.isEmpty, "\(report.findings)")
    #expect(report.hardCount == 0)
    #expect(report.items == count * (3 * 24 + 2 * 8), "every fact, form and seed")
  }

  @Test(
    "find nothing in any one template of it",
    arguments: ["opened-year", "opened-land", "seat"]
  )
  func nothingIsFoundInOneTemplate(_ id: String) throws {
    var bank = LandsBank.blueprint(count: 12)
    bank.keepOnly(id)
    #expect(try SampleBanks.check(bank).findings.isEmpty)
  }

  @Test("about keys and options find a bank that breaks them", arguments: BrokenBank.options)
  func brokenOptions(_ broken: BrokenBank) throws {
    try expectFinding(of: broken)
  }

  @Test("about wording find a bank that breaks them", arguments: BrokenBank.wording)
  func brokenWording(_ broken: BrokenBank) throws {
    try expectFinding(of: broken)
  }

  @Test("about typed answers find a bank that breaks them", arguments: BrokenBank.typed)
  func brokenTyped(_ broken: BrokenBank) throws {
    try expectFinding(of: broken)
  }

  @Test(
    "that single items can break are each broken in five ways at least",
    arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 19, 20, 29]
  )
  func fiveWays(_ rule: Int) {
    #expect(
      (BrokenBank.options + BrokenBank.wording + BrokenBank.typed).count { $0.rule == rule } >= 5
    )
  }

  private func expectFinding(of broken: BrokenBank) throws {
    let report = try SampleBanks.check(broken.blueprint())
    #expect(
      report.findings.contains { $0.rule == broken.rule && $0.severity == broken.severity },
      "found \(report.findings.map { "\($0.rule) \($0.severity.rawValue) \($0.message)" })"
    )
  }
}
