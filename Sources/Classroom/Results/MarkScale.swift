import QuizModel

/// Marks by the share of right answers, as a teacher gives them: `1=92,2=81,3=67,4=50,5=30,6=0`.
package struct MarkScale: Hashable, Sendable {
  /// One step: a mark, and the percentage from which on it is given.
  private struct Step: Hashable {
    let mark: String
    let percentage: Double
  }

  /// The longest mark, in characters.
  private static let longest = 20

  private let steps: [Step]

  /// Reads a scale; `nil` for anything else, or for two marks of one percentage.
  package init?(_ text: String) {
    var steps: [Step] = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      let sides = part.split(whereSeparator: { $0 == "=" || $0 == ":" })
      guard sides.count == 2 else { return nil }
      let mark = LearnerName.sanitised(String(sides[0]))
      let number = sides[1].filter { $0 != " " && $0 != "%" }
      // What else the standard library reads as a number, such as 0x10, nobody means.
      guard number.allSatisfy({ $0 == "." || ("0"..."9").contains($0) }),
        let percentage = Double(number), (0...100).contains(percentage), !mark.isEmpty,
        mark.count <= MarkScale.longest
      else { return nil }
      steps.append(Step(mark: mark, percentage: percentage))
    }
    guard !steps.isEmpty, Set(steps.map(\.percentage)).count == steps.count,
      Set(steps.map(\.mark)).count == steps.count
    else { return nil }
    self.steps = steps.sorted { $0.percentage > $1.percentage }
  }

  /// The mark for a share of 0 to 1; `nil` below the last step.
  package func mark(for share: Double) -> String? {
    // A share such as 23 of 25 is not quite 92 hundredths in binary.
    steps.first { share * 100 >= $0.percentage - 1e-9 }?.mark
  }
}
