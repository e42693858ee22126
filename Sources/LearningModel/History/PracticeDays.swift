/// On which days a learner practised, where they were.
package struct PracticeDays: Hashable, Sendable, Codable {
  /// Answers by the number of the day since 1970-01-01.
  package private(set) var answers: [Int: Int] = [:]

  /// No day yet.
  package init() {}

  /// Takes in an answer.
  ///
  /// - Parameter day: The number of the local day.
  package mutating func note(_ day: Int) {
    answers[day, default: 0] += 1
  }

  /// The answers of a day.
  package func answers(on day: Int) -> Int { answers[day] ?? 0 }

  /// The days in a row with answers up to today; a day that is not over yet breaks nothing.
  ///
  /// - Parameter today: The number of the local day.
  /// - Returns: 0 or more.
  package func streak(on today: Int) -> Int {
    var day = answers(on: today) > 0 ? today : today - 1
    var streak = 0
    while answers(on: day) > 0 {
      streak += 1
      day -= 1
    }
    return streak
  }

  /// The longest row of days with answers.
  package var longestStreak: Int {
    var longest = 0
    var length = 0
    var previous: Int?
    for day in answers.keys.sorted() {
      length = previous == day - 1 ? length + 1 : 1
      longest = max(longest, length)
      previous = day
    }
    return longest
  }
}
