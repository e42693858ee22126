import QuizModel

/// In which order questions stand: at random, but those that share a state at least two apart, as
/// far as the paper allows (rule 18).
enum QuestionOrder {
  private static let attempts = 20
  /// How many questions stand between two about the same state, plus one.
  private static let distance = 2

  /// An order.
  ///
  /// - Parameters:
  ///   - about: For each question, the ids of what it is about.
  ///   - random: Decides.
  /// - Returns: The places of the questions, each once.
  static func drawn(_ about: [[String]], using random: inout SplitMix64) -> [Int] {
    var best: (order: [Int], meetings: Int)?
    for _ in 0..<attempts {
      let (order, meetings) = attempt(about, using: &random)
      if meetings < best?.meetings ?? .max { best = (order, meetings) }
      if meetings == 0 { break }
    }
    return best?.order ?? Array(about.indices)
  }

  private static func attempt(
    _ about: [[String]],
    using random: inout SplitMix64
  ) -> (order: [Int], meetings: Int) {
    var left = random.shuffled(Array(about.indices))
    var order: [Int] = []
    var meetings = 0
    while !left.isEmpty {
      let near = Set(order.suffix(distance).flatMap { about[$0] })
      let free = left.firstIndex { near.isDisjoint(with: about[$0]) }
      if free == nil { meetings += 1 }
      order.append(left.remove(at: free ?? 0))
    }
    return (order, meetings)
  }
}
