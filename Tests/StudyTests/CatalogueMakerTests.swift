import LearningModel
import QuestionBank
import QuizModel
import TestSupport
import Testing

@testable import Study

/// What may be planned of a bank, and in which order new facts come.
@Suite struct CatalogueMakerTests {
  /// Three topics of 40, 40 and 10 facts.
  private static func blueprint() -> BankBlueprint {
    var bank = LandsBank.blueprint(count: 40)
    bank.properties["attache:topics"] = """
      [{"id": "basics", "title": "The basics"}, {"id": "seats", "title": "Seats"},
       {"id": "late", "title": "Late ones"}]
      """
    bank[template: "seat"]["topic"] = "seats"
    var late = bank[template: "opened-year"]
    late.id = "late-year"
    late["id"] = "late-year"
    late["family"] = "late"
    late["topic"] = "late"
    late["difficulty"] = "-1"
    late["facts"] = (late["facts"] ?? "") + "\nWHERE number >= 30\n"
    bank.templates.append(late)
    return bank
  }

  @Test func topicsTakeTurns() throws {
    let catalogue = try CatalogueMaker.catalogue(of: Self.blueprint().opened())
    let topics = catalogue.entries.map { $0.topics.first ?? "" }
    #expect(topics.count == 90)
    #expect(Set(topics) == ["basics", "seats", "late"])
    // Any nine neighbours hold each topic about as often as the whole does.
    for start in stride(from: 0, to: 81, by: 9) {
      let part = topics[start..<start + 9]
      #expect(part.count { $0 == "late" } == 1)
      #expect((3...5).contains(part.count { $0 == "basics" }))
    }
  }

  @Test func everyFactComesOnceWithAllThatAskIt() throws {
    let catalogue = try CatalogueMaker.catalogue(of: Self.blueprint().opened())
    #expect(Set(catalogue.entries.map(\.id)).count == catalogue.entries.count)
    let opened = try #require(catalogue.entries.first { $0.id.family == "opened" })
    #expect(opened.templates == ["opened-land", "opened-year"])
    #expect(opened.about == [opened.id.row])
    #expect(opened.answers.keys.sorted() == ["opened-land", "opened-year"])
  }

  @Test func orderIsTheSameEveryTimeAndNotThatOfTheTables() throws {
    let lists = try (0..<2).map { _ in
      try CatalogueMaker.catalogue(of: Self.blueprint().opened()).entries.map(\.id)
    }
    #expect(lists[0] == lists[1])
    let seats = lists[0].filter { $0.family == "seat" }
    #expect(seats != seats.sorted())
  }

  @Test func easierOnesComeFirstWithinATopic() throws {
    var bank = Self.blueprint()
    bank[template: "seat"]["topic"] = "late"
    bank[template: "seat"]["difficulty"] = "1"
    let catalogue = try CatalogueMaker.catalogue(of: bank.opened())
    let late = catalogue.entries.filter { $0.topics.first == "late" }.map(\.difficulty)
    #expect(late == late.sorted())
    #expect(Set(late) == [-1, 1])
  }

  @Test func authorsOrderStays() throws {
    let bank = try AuthoredBank.blueprint(count: 10) { $0 % 2 == 0 }.opened()
    let rows = try CatalogueMaker.catalogue(of: bank).entries.map(\.id.row)
    #expect(rows.filter { $0.hasPrefix("s") } == (0..<10).map { "s\($0)" })
  }
}

extension BankBlueprint {
  /// The bank, written and read.
  fileprivate func opened() throws -> QuestionBank {
    let scratch = try ScratchFolder()
    return try withExtendedLifetime(scratch) {
      try BankOpener(cache: nil, version: "test").open(BankFolder(try write(to: scratch)))
    }
  }
}
