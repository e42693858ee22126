import LearningModel
import QuizModel

/// When facts that were answered come back, where they are kept above a chance of recall.
struct StudySchedule {
  /// The learner at their facts.
  let desk: StudyDesk
  /// Only these topics; as planned where it is not given.
  var topics: [String]?

  /// The days until the next one, 0 for today; `nil` where there is none, or where a day of
  /// departure decides.
  var daysToNext: Int? {
    guard case .retention(let level) = desk.goal else { return nil }
    let planner = desk.planner(over: desk.plannedNumbers(topics: topics))
    let curve = planner.belief.middle
    let waits = planner.facts.compactMap { fact in
      fact.memory.map { memory in
        memory.lastAnswered + curve.interval(stability: memory.stability, retention: level)
          - desk.moment
      }
    }
    guard let least = waits.min() else { return nil }
    let moment = desk.now.instant.advanced(
      byMilliseconds: Int64((max(0, min(least, 36_500)) * 86_400_000).rounded(.up))
    )
    let day = CalendarDay(
      LocalInstant(instant: moment, zone: desk.now.zone, offset: desk.now.offset)
    )
    return desk.today.days(until: day)
  }
}
