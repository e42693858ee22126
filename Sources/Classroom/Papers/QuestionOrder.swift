import QuizModel

/// In which order questions stand: at random, but those that share a state at least two apart, as
/// far as the paper allows (rule 18).
enum QuestionOrder {
  private static let attempts = 20
  /// How many questions stand between two about the same state.
  private static let distance = 2

  /// An order.
  ///
  /// - Parameters:
  ///   - about: For each question, the ids of what it is about.
  ///   - given: An order that is kept unless another sets more apart; `nil` for any.
  ///   - random: Decides.
  /// - Returns: The places of the questions, each once.
  static func drawn(
    _ about: [[String]],
    keeping given: [Int]? = nil,
    using random: inout SplitMix64
  ) -> [Int] {
    var best = given.map { (order: $0, meetings: meetings(in: $0, about)) }
    for _ in 0..<attempts where best?.meetings != 0 {
      let order = attempt(about, using: &random)
      let meetings = meetings(in: order, about)
      if meetings < best?.meetings ?? .max { best = (order, meetings) }
    }
    return best?.order ?? Array(about.indices)
  }

  /// How many questions stand too near one before them that is about the same.
  private static func meetings(in order: [Int], _ about: [[String]]) -> Int {
    order.indices.count { place in
      let near = order[max(0, place - distance)..<place].flatMap { about[$0] }
      return !Set(near).isDisjoint(with: about[order[place]])
    }
  }

  private static func attempt(
    _ about: [[String]],
    using random: inout SplitMix64
  ) -> [Int] {
    var left = random.shuffled(Array(about.indices))
    var order: [Int] = []
    while !left.isEmpty {
      let near = Set(order.suffix(distance).flatMap { about[$0] })
      let free = left.firstIndex { near.isDisjoint(with: about[$0]) }
      order.append(left.remove(at: free ?? 0))
    }
    return order
  }
}
