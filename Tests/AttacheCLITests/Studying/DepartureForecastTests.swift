import LearningModel
import QuizModel
import TerminalUI
import TestSupport
import Testing

@testable import AttacheCLI
@testable import Study

/// What is foretold of the day of departure, and what is advised.
@Suite struct DepartureForecastTests {
  /// Eighty facts on two topics, the second one harder.
  private static func room(count: Int = 40) throws -> StudyRoom {
    var bank = LandsBank.blueprint(count: count)
    bank.properties["attache:topics"] = """
      [{"id": "basics", "title": "The basics"}, {"id": "seats", "title": "Seats"},
       {"id": "empty", "title": "Nothing yet"}]
      """
    bank[template: "seat"]["topic"] = "seats"
    bank[template: "seat"]["difficulty"] = "2"
    return try StudyRoom(bank)
  }

  @Test func thereIsNoneWithoutADayToCome() throws {
    let room = try Self.room()
    #expect(DepartureForecast(desk: try room.desk()) == nil)
    try room.plan(perDay: 9)
    #expect(DepartureForecast(desk: try room.desk()) == nil)
    try room.plan(inDays: 2)
    #expect(DepartureForecast(desk: try room.desk()) != nil)
    room.clock.move(byDays: 3)
    #expect(DepartureForecast(desk: try room.desk()) == nil)
    #expect(try room.desk().goal == .retention(StudyDesk.usualRetention))
  }

  @Test func keptPlanKnowsMoreAndMoreQuestionsKnowMore() throws {
    let room = try Self.room()
    var kept: [Double] = []
    for perDay in [2, 6, 20] {
      try room.plan(inDays: 20, perDay: perDay)
      let forecast = try #require(DepartureForecast(desk: try room.desk()))
      #expect(forecast.asThingsStand < 0.3)
      kept.append(forecast.ifKept())
    }
    #expect(kept == kept.sorted())
    #expect(kept[0] > 0.2)
    #expect(kept[2] > kept[0] + 0.2)
  }

  @Test func answersRaiseItAndTheScreenSaysTheSame() throws {
    let room = try Self.room()
    try room.plan(inDays: 20, perDay: 12)
    let before = try #require(DepartureForecast(desk: try room.desk()))
    try room.study(12)
    let after = try #require(DepartureForecast(desk: try room.desk()))
    #expect(after.asThingsStand > before.asThingsStand)
    let screen = after.forecast
    #expect(screen.facts == 80)
    #expect(screen.asThingsStand.expected == after.asThingsStand)
    #expect(screen.ifKept?.expected == after.ifKept())
    #expect(screen.topics.map(\.id) == ["basics", "seats"])
    #expect(screen.topics.map(\.facts) == [40, 40])
    for share in [screen.asThingsStand] + screen.topics.map(\.asThingsStand) {
      #expect(0 <= share.low && share.low <= share.expected)
      #expect(share.expected <= share.high && share.high <= 1)
    }
  }

  @Test func onlyPlannedTopicsAreForetold() throws {
    let room = try Self.room()
    try room.plan(inDays: 20, topics: ["seats"])
    let forecast = try #require(DepartureForecast(desk: try room.desk())).forecast
    #expect(forecast.topics.map(\.id) == ["seats"])
    #expect(forecast.facts == 40)
    // With one topic there is none to drop.
    #expect(!forecast.advice.contains { $0.isDropping })
  }

  @Test func tooFewDaysAreSaidWithTheWayOut() throws {
    let room = try Self.room()
    try room.plan(inDays: 10, perDay: 3)
    let advice = try #require(DepartureForecast(desk: try room.desk())).forecast.advice
    #expect(advice.first == .tooFewDays(10, perDay: 3))
    let pace = PlanWords.advice(advice[1])
    #expect(pace.hasPrefix("About ") || pace.hasPrefix("Not even 100 "))
    let dropping = advice.dropFirst(2)
    #expect(!dropping.isEmpty)
    #expect(dropping.allSatisfy { PlanWords.advice($0).hasPrefix("Without “") })
    #expect(dropping.allSatisfy { $0.isDropping })
  }

  @Test func nothingIsAdvisedWhereItSufficesNorOnTheDay() throws {
    let room = try Self.room(count: 12)
    try room.plan(inDays: 60, perDay: 30)
    #expect(try #require(DepartureForecast(desk: try room.desk())).forecast.advice.isEmpty)
    try room.plan(inDays: 0, perDay: 3)
    let today = try #require(DepartureForecast(desk: try room.desk()))
    #expect(today.forecast.advice.isEmpty)
    #expect(today.asThingsStand == today.ifKept() || today.ifKept() > today.asThingsStand)
  }

  /// Who asks for more than the largest number that is tried is not told that it is too little.
  @Test func largestPaceIsNotOutdone() throws {
    let room = try Self.room()
    try room.plan(inDays: 1, perDay: 400, topics: [])
    let advice = try #require(DepartureForecast(desk: try room.desk())).forecast.advice
    #expect(!advice.contains(.nothingSuffices))
  }
}

extension PlanForecast.Advice {
  /// Whether it is about a topic.
  fileprivate var isDropping: Bool {
    if case .dropping = self { true } else { false }
  }
}
