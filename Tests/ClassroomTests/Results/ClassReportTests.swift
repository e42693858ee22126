import Classroom
import ItemStatistics
import QuizModel
import Testing

/// What a report tells of random answers, counted anew.
@Suite struct ClassReportTests {
  private let people = SampleClass.participants((1...30).map { "Pupil \($0)" })

  @Test("every count adds up", arguments: 0..<15)
  func counts(_ seed: UInt64) throws {
    let activity = try SampleActivity.paper(11)
    let responses = Responses.drawn(in: activity, by: people, seed: seed)
    let report = ClassReport(responses.results, className: "7b", scale: nil)
    #expect(report.pupils.count + report.absent.count == people.count)
    for pupil in report.pupils {
      let choices = try choices(of: pupil.name, in: responses)
      let pairs = Array(zip(activity.questions, choices))
      let right = pairs.count { $0.key == $1 }
      let blank = choices.count { $0 == nil }
      #expect((pupil.right, pupil.asked) == (right, 11))
      #expect(pupil.right + pupil.wrong + blank == 11)
      let lost = pairs.filter { $1 != nil && $0.key != $1 }
        .reduce(0.0) { $0 + 1 / Double($1.0.options.count - 1) }
      #expect(abs(pupil.corrected - (Double(right) - lost)) < 1e-9)
      let missed = pairs.enumerated().filter { $0.element.0.key != $0.element.1 }
      #expect(pupil.missed == missed.map { $0.offset + 1 })
      #expect(pupil.share == Double(right) / 11)
      #expect(pupil.mark == nil)
    }
    try expectQuestions(of: report, responses)
  }

  private func choices(of name: String, in responses: Responses) throws -> [Int?] {
    let who = try #require(people.first { $0.name == name })
    return try #require(responses.choices[who.id])
  }

  private func expectQuestions(of report: ClassReport, _ responses: Responses) throws {
    let section = try #require(report.sections.first)
    #expect(report.sections.count == 1 && section.letter == nil)
    #expect(section.questions.map(\.number) == Array(1...11))
    for question in section.questions {
      var expected = question.question.options.map { _ in [String]() }
      var blank: [String] = []
      for pupil in report.pupils {
        let choice = try choices(of: pupil.name, in: responses)[question.number - 1]
        if let choice { expected[choice].append(pupil.name) } else { blank.append(pupil.name) }
      }
      #expect(question.choosers == expected)
      #expect(question.blank == blank)
    }
    #expect(report.topics.map(\.title) == ["The first topic", "topic-1"])
    #expect(report.topics.map(\.questions) == [6, 5])
    #expect(report.topics.map(\.asked) == [6 * report.pupils.count, 5 * report.pupils.count])
    let right = report.pupils.reduce(0) { $0 + $1.right }
    #expect(report.topics.reduce(0) { $0 + $1.right } == right)
  }

  @Test("a mix-up is what at least two took for something else, the most frequent first")
  func mixUps() throws {
    let activity = try SampleActivity.paper(6)
    var responses = Responses(activity: activity, participants: people)
    func wrong(_ place: Int, _ number: Int = 0) -> Int {
      let question = activity.questions[place]
      return question.options.indices.filter { $0 != question.key }[number]
    }
    for (place, person) in people.prefix(5).enumerated() {
      responses.choices[person.id] = [
        place < 3 ? wrong(0) : wrong(0, 1), place < 1 ? wrong(1) : activity.questions[1].key,
        wrong(2), wrong(3), nil, wrong(5),
      ]
    }
    let mixUps = ClassReport(responses.results, className: nil, scale: nil).mixUps
    #expect(mixUps.map(\.number) == [4, 1, 1])
    #expect(mixUps.map(\.times) == [5, 3, 2])
    #expect(mixUps.map(\.answered) == [5, 5, 5])
    let first = activity.questions[3]
    #expect(mixUps.first?.chosen == first.options[wrong(3)].text)
    #expect(mixUps.first?.key == first.options[first.key].text)
    #expect(mixUps.first?.why == first.options[wrong(3)].why)
  }

  @Test("mix-ups that are as frequent stand in the order of the questions and their options")
  func equalMixUps() throws {
    let activity = try SampleActivity.paper(8)
    var responses = Responses(activity: activity, participants: people)
    for person in people.prefix(3) {
      responses.choices[person.id] = activity.questions.map { $0.key == 0 ? 1 : 0 }
    }
    let report = ClassReport(responses.results, className: nil, scale: nil)
    #expect(report.mixUps.map(\.number) == [1, 2, 4, 5, 7, 8])
  }

  @Test("forms that ask different things are told of apart", arguments: 0..<10)
  func parallelSections(_ seed: UInt64) throws {
    let paper = try SampleActivity.parallelPaper(4, forms: 3)
    let schoolClass = try SampleClass.make()
    let ledger = try Ledger()
    var random = SplitMix64(seed: seed)
    let file = AnswerFile.drawn(of: paper, by: schoolClass.pupils, using: &random)
    try ledger.mark(file.bytes(using: &random), of: paper, by: schoolClass)
    let results = ClassResults(
      activity: paper,
      participants: schoolClass.participants,
      answers: try ledger.answers(in: paper, by: schoolClass.pupils.map(\.id))
    )
    let report = ClassReport(results, className: nil, scale: nil)
    #expect(report.sections.map(\.letter) == ["A", "B", "C"])
    #expect(report.pupils.map(\.asked) == [Int](repeating: 4, count: 12))
    for (place, section) in report.sections.enumerated() {
      #expect(section.questions.map(\.number) == Array((place * 4 + 1)...(place * 4 + 4)))
      let sat = file.sheets.filter { $0.form.letter == section.letter }
      #expect(section.analysis.people == sat.count)
      let scores = sat.map { sheet in
        zip(sheet.form.entries, sheet.choices).count { $0.item.key == $1 }
      }
      #expect(section.analysis.scores == scores)
    }
    let pupils = report.pupils.map(\.right)
    let expected = file.sheets.map { sheet in
      zip(sheet.form.entries, sheet.choices).count { $0.item.key == $1 }
    }
    #expect(pupils == expected)
  }

  @Test("a thousand pupils are no trouble")
  func thousand() throws {
    let many = SampleClass.participants((1...1_000).map { "p\($0)" })
    let activity = try SampleActivity.paper(20)
    let responses = Responses.drawn(in: activity, by: many, seed: 1)
    let report = ClassReport(responses.results, className: nil, scale: MarkScale("A=50,B=0"))
    #expect(report.pupils.count + report.absent.count == 1_000)
    #expect(report.pupils.allSatisfy { $0.mark == ($0.right >= 10 ? "A" : "B") })
    let answers = report.topics.reduce(0) { $0 + $1.asked }
    #expect(answers == report.pupils.count * 20)
  }

  @Test("marks go by the raw score, or by the corrected one where that is wanted")
  func marks() throws {
    let activity = try SampleActivity.paper(4)
    var responses = Responses(activity: activity, participants: Array(people.prefix(3)))
    let keys = activity.questions.map(\.key)
    let wrong = activity.questions.map { $0.key == 0 ? 1 : 0 }
    responses.choices[people[0].id] = keys
    responses.choices[people[1].id] = [keys[0], keys[1], wrong[2], nil]
    responses.choices[people[2].id] = wrong
    let scale = try #require(MarkScale("1=50,2=25,3=0"))
    func marks(_ corrected: Bool) -> [String?] {
      ClassReport(responses.results, className: nil, scale: scale, marksCorrected: corrected)
        .pupils.map(\.mark)
    }
    #expect(marks(false) == ["1", "1", "3"])
    // The third is a statement: a wrong answer takes a whole point.
    #expect(marks(true) == ["1", "2", "3"])
  }
}
