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
    let waits = desk.plannedNumbers(topics: topics)
      .compactMap { desk.history.memory.memory(of: $0) }
      .map { desk.wait(for: $0, until: level) }
    return waits.min().map { desk.today.days(until: desk.day(after: max(0, $0))) }
  }
}
