import LearningModel
import QuizModel
import Testing

@Suite("What is known from week to week")
struct CourseTests {
  let now = PlannedFacts.now

  @Test(
    "ends where it would without looking in between: the turn before departure stays where it is",
    arguments: [Approach.raise, .keep(0.6), .keep(0.75)]
  )
  func looksInBetweenWithoutChange(approach: Approach) {
    let day = now + 40.5
    let planner = PlannedFacts.planner(.day(day))
    let group = Array(planner.facts.indices)
    let weekly = planner.courseIfKept(
      at: [7, 14, 21, 28, 35].map { now + $0 } + [day],
      from: now,
      by: approach,
      of: group
    )
    let once = planner.courseIfKept(at: [day], from: now, by: approach, of: group)
    #expect(weekly.count == 6)
    #expect(abs((weekly.last ?? 0) - (once.last ?? 1)) < 0.03)
  }

  @Test("lies within 0 and 1, above what is known if nothing more is asked, and is always the same")
  func liesAboveStandingStill() {
    for goal in [Planner.Goal.day(now + 30), .retention(0.9)] {
      let planner = PlannedFacts.planner(goal)
      let days = [7.0, 14, 28].map { now + $0 }
      let group = Array(planner.facts.indices)
      let approach = planner.approach(at: now)
      func course(askedToday: Bool) -> [Double] {
        planner.courseIfKept(at: days, from: now, by: approach, of: group, askedToday: askedToday)
      }
      #expect(course(askedToday: false) == course(askedToday: false))
      for (day, share) in zip(days, course(askedToday: true)) {
        #expect(share <= 1)
        #expect(share >= planner.forecast(at: day).all.share - 0.02)
      }
    }
  }
}
