import ItemStatistics

/// Section 6 of the Law School Admission Test: 1,000 people, five questions.
///
/// R. D. Bock and M. Lieberman, "Fitting a response model for n dichotomously scored items",
/// Psychometrika 35 (1970), 179–197. The 30 patterns that came up, 1 for a right answer.
enum LawSchoolAdmissionTest {
  static let patterns: [(pattern: String, people: Int)] = [
    ("00000", 3), ("00001", 6), ("00010", 2), ("00011", 11), ("00100", 1), ("00101", 1),
    ("00110", 3), ("00111", 4), ("01000", 1), ("01001", 8), ("01011", 16), ("01101", 3),
    ("01110", 2), ("01111", 15), ("10000", 10), ("10001", 29), ("10010", 14), ("10011", 81),
    ("10100", 3), ("10101", 28), ("10110", 15), ("10111", 80), ("11000", 16), ("11001", 56),
    ("11010", 21), ("11011", 173), ("11100", 11), ("11101", 61), ("11110", 28), ("11111", 298),
  ]

  static let responses = TestResponses(
    questions: Array(repeating: TestResponses.Question(options: 2, key: 1), count: 5),
    choices: patterns.flatMap { row in
      Array(repeating: row.pattern.map(\.wholeNumberValue), count: row.people)
    }
  )
}
