import Classroom
import ItemStatistics
import QuizModel
import Testing

/// What a class gained between two activities.
@Suite struct ClassGainTests {
  private let people = SampleClass.participants((1...12).map { "Pupil \($0)" })

  private func results(
    _ questions: [ClassQuestion],
    id: String,
    right: [Int: Set<Int>]
  ) throws -> ClassResults {
    let activity = try SampleActivity.of(.homework(terms), questions, id: id)
    var responses = Responses(activity: activity, participants: people)
    for (person, places) in right {
      responses.choices[people[person].id] = questions.enumerated().map { place, question in
        places.contains(place) ? question.key : nil
      }
    }
    return responses.results
  }

  private var terms: HomeworkTerms { HomeworkTerms(deadline: nil, tries: 1, isGraded: false) }

  @Test("is counted over those who sat both times and the facts that both asked")
  func shared() throws {
    let first = try SampleActivity.questions(6)
    let second = try SampleActivity.questions(6, from: 3)
    let before = try results(first, id: "AAAAAA", right: [0: [0, 1, 2], 1: [3], 2: [3, 4, 5]])
    let after = try results(second, id: "BBBBBB", right: [0: [0, 1, 2], 1: [0, 1, 5], 4: []])
    let gain = ClassGain(before: before, after: after)
    #expect(gain.facts == 3)
    #expect(gain.pairs.map(\.name) == ["Pupil 1", "Pupil 2"])
    #expect(gain.pairs.map(\.before) == [0, 1.0 / 3])
    #expect(gain.pairs.map(\.after) == [1, 2.0 / 3])
    #expect(gain.gain.people == 2)
    let mean = try #require(gain.gain.meanDifference.estimate).value
    #expect(abs(mean - 2.0 / 3) < 1e-12)
  }

  @Test("of parallel forms compares only what one met both times")
  func parallelForms() throws {
    let schoolClass = try SampleClass.make(["Ada", "Bo"])
    let questions = try SampleActivity.parallelPaper(3, forms: 2)
    let keys = questions.sheets.map { sheet in
      sheet.entries.map { $0.labels[$0.item.key] }.joined()
    }
    // Ada has form A both times, Bo first A and then B; the first time nobody knows anything.
    func results(_ id: String, _ lines: [String]) throws -> ClassResults {
      let paper = try SampleActivity.of(questions.kind, questions.questions, id: id)
      let ledger = try Ledger()
      let file = Array(lines.joined(separator: "\n").utf8)
      #expect(try ledger.mark(file, of: paper, by: schoolClass).problems.isEmpty)
      return ClassResults(
        activity: paper,
        participants: schoolClass.participants,
        answers: try ledger.answers(in: paper, by: schoolClass.pupils.map(\.id))
      )
    }
    let before = try results("AAAAAA", ["Ada,A,---", "Bo,A,---"])
    let after = try results("BBBBBB", ["Ada,A,\(keys[0])", "Bo,B,\(keys[1])"])
    let gain = ClassGain(before: before, after: after)
    #expect(gain.facts == 6)
    #expect(gain.pairs.map(\.name) == ["Ada"])
    #expect(gain.pairs.map(\.after) == [1])
  }

  @Test("of nothing in common is nothing")
  func nothing() throws {
    let before = try results(SampleActivity.questions(3), id: "AAAAAA", right: [0: [0]])
    let after = try results(SampleActivity.questions(3, from: 50), id: "BBBBBB", right: [0: [0]])
    let gain = ClassGain(before: before, after: after)
    #expect((gain.facts, gain.pairs.count, gain.gain.people) == (0, 0, 0))
    #expect(gain.gain.meanDifference == .undefined)
  }

  @Test("turns its sign when before and after change places", arguments: 0..<10)
  func antisymmetry(_ seed: UInt64) throws {
    let questions = try SampleActivity.questions(8)
    let one = Responses.drawn(
      in: try SampleActivity.of(.paper([]), questions, id: "AAAAAA"),
      by: people,
      seed: seed
    ).results
    let two = Responses.drawn(
      in: try SampleActivity.of(.paper([]), questions, id: "BBBBBB"),
      by: people,
      seed: seed + 100
    ).results
    let (there, back) = (ClassGain(before: one, after: two), ClassGain(before: two, after: one))
    #expect(there.pairs.map(\.name) == back.pairs.map(\.name))
    #expect(there.pairs.map(\.before) == back.pairs.map(\.after))
    let values = [there, back].compactMap { $0.gain.meanDifference.estimate?.value }
    #expect(values.count == 2 && abs(values[0] + values[1]) < 1e-12)
  }
}
