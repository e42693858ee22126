/// What is counted of the people who chose one option, or none.
struct AnswerTally {
  /// Their places among all people, in order.
  var people: [Int] = []
  /// Of their scores on the whole test.
  var scores = Moments()
  /// How many of them belong to the upper group fully, and how many at its boundary.
  var upper = GroupMembers()
  /// How many of them belong to the lower group fully, and how many at its boundary.
  var lower = GroupMembers()
}

/// How many people belong to a group fully, and how many have the score at its boundary.
struct GroupMembers {
  var full = 0
  var atBoundary = 0

  /// People, those at the boundary counted in part.
  func weighted(_ boundary: ScoreGroups.Boundary) -> Double {
    Double(full) + Double(atBoundary) * boundary.weight
  }
}

/// The tallies of every question of a test, made in one pass over the answers.
struct AnswerTallies {
  /// By question, a tally of each option and, last, of those who did not answer.
  private(set) var questions: [[AnswerTally]]

  /// Counts the answers.
  ///
  /// - Parameters:
  ///   - responses: The answers.
  ///   - scores: By person, as the responses themselves give them.
  ///   - groups: The upper and the lower group, if there are any.
  /// - Complexity: O(people × questions).
  init(_ responses: TestResponses, scores: [Int], groups: ScoreGroups?) {
    questions = responses.questions.map { Array(repeating: AnswerTally(), count: $0.options + 1) }
    for (person, row) in responses.choices.enumerated() {
      let score = scores[person]
      let places = groups.map { Places(of: score, in: $0) } ?? Places()
      for (number, question) in responses.questions.enumerated() {
        let choice = number < row.count ? row[number] : nil
        let slot = question.isOption(choice) ? choice ?? question.options : question.options
        questions[number][slot].add(person, score: score, places: places)
      }
    }
  }

  /// Where a person stands towards the groups, as numbers to be added up.
  fileprivate struct Places {
    var upper = GroupMembers()
    var lower = GroupMembers()

    init() {}

    init(of score: Int, in groups: ScoreGroups) {
      upper.full = score > groups.upper.score ? 1 : 0
      upper.atBoundary = score == groups.upper.score ? 1 : 0
      lower.full = score < groups.lower.score ? 1 : 0
      lower.atBoundary = score == groups.lower.score ? 1 : 0
    }
  }
}

extension AnswerTally {
  fileprivate mutating func add(_ person: Int, score: Int, places: AnswerTallies.Places) {
    people.append(person)
    scores.add(score)
    upper.full += places.upper.full
    upper.atBoundary += places.upper.atBoundary
    lower.full += places.lower.full
    lower.atBoundary += places.lower.atBoundary
  }
}
