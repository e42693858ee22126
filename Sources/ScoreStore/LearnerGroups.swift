import QuizModel

/// Which learners are one person, transitively.
struct LearnerGroups: Sendable {
  private var links: [LearnerID: LearnerID] = [:]

  /// Everybody is somebody else.
  init() {}

  /// Takes in that these are one.
  mutating func unite(_ learners: [LearnerID]) {
    guard let first = learners.first else { return }
    for other in learners.dropFirst() {
      let (left, right) = (root(of: first), root(of: other))
      if left == right { continue }
      // The smaller id is always the root, so that the forest depends on the set alone.
      links[max(left, right)] = min(left, right)
    }
    for learner in learners where links[learner] == nil { links[learner] = learner }
  }

  /// The smallest id of a learner's group, forgotten ones included.
  func root(of learner: LearnerID) -> LearnerID {
    var current = learner
    while let next = links[current], next != current { current = next }
    return current
  }

  /// Everybody that was ever named in a group.
  var everybody: some Collection<LearnerID> { links.keys }
}
