/// What is practised, and for how long.
struct LearningCell: Sendable {
  let facts: Int
  let days: Int
  let perDay: Int
  /// Options of each question.
  var options = 3

  /// The cells of the table.
  static let all = [
    LearningCell(facts: 150, days: 21, perDay: 20), LearningCell(facts: 150, days: 21, perDay: 40),
    LearningCell(facts: 300, days: 14, perDay: 30), LearningCell(facts: 100, days: 7, perDay: 20),
    LearningCell(facts: 200, days: 60, perDay: 15),
    LearningCell(facts: 1200, days: 90, perDay: 25),
  ]

  /// The hour of practice, as a share of a day.
  ///
  /// A day's questions are asked at one moment, so that
  /// gaps are whole days.
  private static let practice = 0.79

  /// The moment that counts: noon of the day after the last day of practice.
  var exam: Double { Double(days) + 0.5 }
  /// The moment of a day's questions.
  func time(_ day: Int) -> Double { Double(day) + LearningCell.practice }
  /// The chance of a lucky guess.
  var guess: Double { 1 / Double(options) }
  /// Facts, days and questions a day.
  var name: String { "\(facts)/\(days)/\(perDay)" }
}
