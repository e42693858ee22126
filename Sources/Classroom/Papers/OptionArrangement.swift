import QuizModel

/// In which order options stand on the forms of a paper.
enum OptionArrangement {
  /// The order of a form, another one than in the forms before as long as there are others.
  ///
  /// - Parameters:
  ///   - form: The place of the form, from 0 on; the first has the options as they were drawn.
  ///   - count: How many options there are, 2 to 5.
  ///   - random: Begins alike for each form of a question.
  /// - Returns: For each place, which option stands there.
  static func order(form: Int, of count: Int, using random: inout SplitMix64) -> [Int] {
    let drawn = Array(0..<count)
    let others = random.shuffled(permutations(of: drawn).filter { $0 != drawn })
    let all = [drawn] + others
    return all[form % all.count]
  }

  private static func permutations(of places: [Int]) -> [[Int]] {
    guard places.count > 1 else { return [places] }
    return places.flatMap { first in
      permutations(of: places.filter { $0 != first }).map { [first] + $0 }
    }
  }
}
