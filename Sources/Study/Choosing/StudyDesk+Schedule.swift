import LearningModel
import QuizModel

extension StudyDesk {
  /// When facts that were answered come back, where they are kept above a chance of recall.
  ///
  /// - Parameter topics: Only these; as planned where it is not given.
  /// - Returns: The days until the next one, 0 for today; `nil` where there is none, or where a day of
  ///   departure decides.
  package func daysToNext(topics: [String]? = nil) -> Int? {
    guard case .retention(let level) = goal else { return nil }
    let waits = plannedNumbers(topics: topics)
      .compactMap { history.memory.memory(of: $0) }
      .map { wait(for: $0, until: level) }
    return waits.min().map { today.days(until: day(after: max(0, $0))) }
  }
}
