import Foundation
import QuizModel
import Testing

@testable import AttacheCLI

/// What the environment says of days.
@Suite struct EnvironmentTests {
  @Test func todayIsTheDayOfTheMachinesZone() throws {
    let stage = try Stage()
    // 22 November 2026, 10:00 UTC, nine hours later in Pyongyang.
    #expect(stage.environment.today.description == "2026-11-22")
    let day = try #require(CalendarDay("2027-04-12"))
    #expect(stage.environment.noon(of: day) == day.noon(offset: 32_400))
  }

  @Test func liveOffsetIsThatOfTheMoment() {
    let environment = Environment.live()
    let now = environment.now()
    #expect(environment.offset(now.instant) == now.offset)
    for day in [CalendarDay.first, .last] {
      #expect(
        CalendarDay.first <= day && abs(environment.offset(environment.noon(of: day))) < 86_400
      )
    }
  }
}
