import ItemStatistics
import QuizModel
import Testing

@Suite("Flags of a question")
struct QuestionFlagTests {
  /// Four questions that people of score 0 to 4 answer as their skill has it, and then the one in
  /// question, as `answer` has it of each person's skill.
  private static func flags(
    options: Int = 4,
    people: Int = 40,
    answer: (Int) -> Int?
  ) throws -> [QuestionFlag] {
    let sound = Array(repeating: TestResponses.Question(options: 4, key: 0), count: 4)
    let choices = (0..<people).map { person in
      let skill = person % 5
      return (0..<4).map { $0 < skill ? 0 : 1 + $0 % 3 } + [answer(person)]
    }
    let responses = TestResponses(
      questions: sound + [.init(options: options, key: 0)],
      choices: choices
    )
    return try #require(TestAnalysis(responses).questions.last).flags
  }

  @Test("point at a key that the weak have right and the strong have wrong")
  func pointAtAWrongKey() throws {
    // With the key of another option, those who know the answer are counted wrong.
    let flags = try Self.flags { $0 % 5 >= 2 ? 2 : [0, 1, 3][$0 % 3] }
    #expect(flags == [.negativeDiscrimination, .distractorBeatsKey(option: 2), .tooHard])
  }

  @Test("point at distractors that nobody chose, by place")
  func pointAtUnusedDistractors() throws {
    let flags = try Self.flags { $0 % 5 >= 2 ? 0 : 2 }
    #expect(flags == [.unusedDistractor(option: 1), .unusedDistractor(option: 3)])
  }

  @Test("call a question too easy above 95 % right, not at 95 %")
  func callTooEasy() throws {
    // The two who are wrong, then the one, are the weakest.
    let atLimit = try Self.flags(options: 2) { [0, 5].contains($0) ? 1 : 0 }
    let above = try Self.flags(options: 2) { $0 == 0 ? 1 : 0 }
    #expect(atLimit.isEmpty)
    #expect(above == [.tooEasy])
  }

  @Test("call a question too hard at the share that guessing makes, not above it")
  func callTooHard() throws {
    // Eight people of each score; the strongest eight are right, and two or three more.
    func right(_ more: Int) -> (Int) -> Int? {
      { person in
        person % 5 == 4 || (person % 5 == 3 && person / 5 < more) ? 0 : 1 + person / 5 % 3
      }
    }
    #expect(try Self.flags(answer: right(2)) == [.tooHard])
    #expect(try Self.flags(answer: right(3)).isEmpty)
  }

  @Test("do not come up for a question that works")
  func areSilentOnSoundQuestions() throws {
    #expect(try Self.flags { $0 % 5 >= 2 ? 0 : 1 + $0 / 5 % 3 }.isEmpty)
  }

  @Test("do not come up where fewer than twenty people sat the test")
  func needTwentyPeople() throws {
    let answer: (Int) -> Int? = { $0 % 5 >= 2 ? 2 : 0 }
    #expect(try Self.flags(people: 19, answer: answer).isEmpty)
    #expect(try Self.flags(people: 20, answer: answer).contains(.negativeDiscrimination))
  }

  @Test("come up when the key of a sound question is moved to a distractor")
  func comeUpWhenAKeyIsMoved() {
    for seed in 0..<50 {
      var random = SplitMix64(seed: UInt64(seed))
      let skills = (0..<60).map { _ in random.unit() }
      let choices = skills.map { skill in
        (0..<12).map { _ -> Int? in random.unit() < skill ? 0 : 1 + random.below(3) }
      }
      func flags(key: Int) -> [QuestionFlag] {
        let questions = (0..<12).map { TestResponses.Question(options: 4, key: $0 == 6 ? key : 0) }
        let analysis = TestAnalysis(TestResponses(questions: questions, choices: choices))
        return analysis.questions[6].flags
      }
      #expect(!flags(key: 0).contains(.negativeDiscrimination))
      let moved = flags(key: 1 + random.below(3))
      #expect(moved.contains(.negativeDiscrimination))
      #expect(moved.contains(.distractorBeatsKey(option: 0)))
    }
  }
}
