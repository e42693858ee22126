import GameSession
import QuizModel
import TestSupport
import Testing

/// The word that something may be out of date.
@Suite struct StalenessTests {
  private static func warnings(_ items: [Item], today: String, undoing: Bool = false) -> [Bool] {
    var table = GameTable(items, today: today)
    table.begin()
    for _ in items {
      table.type("a")
      if undoing { table.type("undo") }
      table.type("")
    }
    return table.messages.compactMap { message in
      if case .verdict(let verdict) = message { verdict.mayBeOutdated } else { nil }
    }
  }

  /// What an item knows, when it is played, and whether that is too old.
  static let ages: [(changes: Bool, asOf: String, today: String, warns: Bool)] = [
    (true, "2024-11", "2026-11", false), (true, "2024-10", "2026-11", true),
    (true, "2024-11-30", "2026-11", false), (true, "2023", "2025-01", false),
    (true, "2023", "2025-02", true), (true, "2026-10", "2026-11", false),
    (true, "1990", "2026-11", true), (true, "2030", "2026-11", false),
    (false, "1990", "2026-11", false), (true, "", "2026-11", false),
  ]

  @Test(arguments: ages)
  func onlyWhatCanChangeAndIsOlderThan24MonthsIsWarnedOf(
    changes: Bool,
    asOf: String,
    today: String,
    warns: Bool
  ) {
    let item = Item.sampleChoice(changes: changes, asOf: asOf)
    #expect(StalenessTests.warnings([item], today: today) == [warns])
  }

  @Test func warningComesOnceATopic() {
    let topics = ["missions", "missions", "memberships", "missions", "memberships"]
    let items = topics.enumerated().map { number, topic in
      Item.sampleChoice(
        row: "r\(number)",
        topic: topic,
        changes: true,
        asOf: "2020-01",
        seed: UInt64(number)
      )
    }
    #expect(
      StalenessTests.warnings(items, today: "2026-11") == [true, false, true, false, false]
    )
  }

  @Test func freshItemDoesNotUseUpTheWarningOfItsTopic() {
    let items = ["2026-10", "2020-01"].enumerated().map { number, asOf in
      Item.sampleChoice(row: "r\(number)", changes: true, asOf: asOf)
    }
    #expect(StalenessTests.warnings(items, today: "2026-11") == [false, true])
  }

  @Test func nextGameWarnsAnew() {
    let item = Item.sampleChoice(changes: true, asOf: "2020-01")
    #expect(StalenessTests.warnings([item], today: "2026-11") == [true])
    #expect(StalenessTests.warnings([item], today: "2026-11") == [true])
  }
}
