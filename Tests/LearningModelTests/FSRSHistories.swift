import Foundation
import LearningModel
import TestSupport
import Testing

/// Histories of answers with what PyPI's `fsrs` makes of them, from `Fixtures/make_histories.py`.
struct FSRSHistories {
  /// One answer, and the memory after it.
  struct Step {
    /// Days since 1970-01-01 00:00 UTC, as the program reckons them from milliseconds.
    let day: Double
    let rating: Rating
    let stability: Double
    let difficulty: Double
    /// Days after the answer at which `retrievability` holds.
    let later: Double
    let retrievability: Double
  }

  let histories: [[Step]]

  init() throws {
    let file = SourceTree.root.appendingPathComponent(
      "Tests/LearningModelTests/Fixtures/fsrs-histories.txt"
    )
    var histories: [[Step]] = []
    // An odd moment, so that days are not round numbers.
    var milliseconds = 0.0
    for line in try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n",
      omittingEmptySubsequences: false
    ) {
      guard !line.hasPrefix("#") else { continue }
      guard !line.isEmpty else {
        histories.append([])
        milliseconds = 1_792_000_123_457
        continue
      }
      let numbers = try line.split(separator: " ").map { try #require(Double($0)) }
      try #require(numbers.count == 6)
      milliseconds += numbers[0]
      histories[histories.count - 1].append(
        Step(
          day: milliseconds / 86_400_000,
          rating: try #require(Rating(rawValue: Int(numbers[1]))),
          stability: numbers[2],
          difficulty: numbers[3],
          later: numbers[4],
          retrievability: numbers[5]
        )
      )
    }
    self.histories = histories.filter { !$0.isEmpty }
  }
}
