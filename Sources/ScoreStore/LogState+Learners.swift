package import QuizModel

extension LogState {
  /// What is known of one person.
  package struct Person: Hashable, Sendable {
    /// The id that stands for the person, and the name it goes by.
    package let learner: Learner
    /// All ids of the person that are not forgotten, sorted.
    package let members: [LearnerID]
    /// Answers that were not taken back.
    package var answers = 0
    /// How many of them were right.
    package var right = 0
    /// What they earned.
    package var points = 0
    /// When the last of them was given.
    package var lastPlayed: Instant?
    /// The same per topic.
    package var topics: [String: Topic] = [:]
    /// The plan that holds, if one was ever set.
    package var plan: Plan?
  }

  /// A person's answers on one topic.
  package struct Topic: Hashable, Sendable {
    /// Answers that were not taken back.
    package var answers = 0
    /// How many of them were right.
    package var right = 0
    /// What they earned.
    package var points = 0
  }

  /// Everybody whose name is known, sorted by id.
  ///
  /// - Complexity: O(answers).
  package var learners: [Person] {
    let people = standing()
    var persons: [LearnerID: Person] = [:]
    for (person, members) in Dictionary(grouping: people.keys, by: { people[$0] ?? $0 }) {
      guard let name = names[person]?.content else { continue }
      let members = members.sorted()
      persons[person] = Person(learner: Learner(id: person, name: name), members: members)
      persons[person]?.plan =
        members.compactMap { plans[$0] }.max { $0.place < $1.place }?.content
    }
    for said in answers.values where !isRetracted(said, people: people) {
      let answer = said.content
      let person = people[answer.learner] ?? answer.learner
      persons[person]?.count(answer, at: said.place.instant)
    }
    return persons.values.sorted { $0.learner.id < $1.learner.id }
  }

  /// The answers that were taken back by those who gave them.
  package var retractedAnswers: Set<RecordID> {
    let people = standing()
    return Set(answers.values.filter { isRetracted($0, people: people) }.map(\.id))
  }

  /// For every id with a name or a group: the id that stands for the person.
  ///
  /// That is the smallest id of the group that has a name and is not forgotten, failing that the
  /// smallest that is not forgotten.
  func standing() -> [LearnerID: LearnerID] {
    let live = Set(names.keys).union(groups.everybody).subtracting(forgotten)
    let groups = Dictionary(grouping: live) { self.groups.root(of: $0) }
    var result: [LearnerID: LearnerID] = [:]
    for members in groups.values {
      guard let person = members.filter({ names[$0] != nil }).min() ?? members.min() else {
        continue
      }
      for member in members { result[member] = person }
    }
    return result
  }

  private func isRetracted(_ said: Said<Answer>, people: [LearnerID: LearnerID]) -> Bool {
    guard let claims = retractions[said.id] else { return false }
    let learner = said.content.learner
    return claims.values.contains { claimant in
      claimant == learner || (people[claimant] ?? claimant) == (people[learner] ?? learner)
    }
  }
}

extension LogState.Person {
  fileprivate mutating func count(_ answer: Answer, at instant: Instant) {
    answers += 1
    right += answer.isRight ? 1 : 0
    points += answer.countedPoints
    lastPlayed = max(lastPlayed ?? instant, instant)
    topics[answer.topic, default: LogState.Topic()].answers += 1
    topics[answer.topic, default: LogState.Topic()].right += answer.isRight ? 1 : 0
    topics[answer.topic, default: LogState.Topic()].points += answer.countedPoints
  }
}
