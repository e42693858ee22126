import Classroom
import Foundation
import QuizModel
import Testing

/// Who chose what, as the log tells it.
@Suite struct ClassResultsTests {
  private let people = SampleClass.participants(["Ada", "Bo", "Cy", "Di"])

  @Test("who sat stands in a row with each choice, who did not is absent", arguments: 0..<20)
  func rows(_ seed: UInt64) throws {
    let activity = try SampleActivity.paper(9)
    var random = SplitMix64(seed: seed)
    let responses = Responses.drawn(in: activity, by: people, seed: seed)
    let results = responses.results(of: random.shuffled(responses.answers()))
    #expect(results.rows.map(\.participant) == people.filter { responses.choices[$0.id] != nil })
    #expect(results.absent == people.filter { responses.choices[$0.id] == nil })
    for row in results.rows {
      let choices = try #require(responses.choices[row.participant.id])
      #expect(row.choices == choices)
      #expect(row.asked == Array(0..<9))
      let right = zip(activity.questions, choices).count { $0.key == $1 }
      #expect(row.points == right * 100)
      #expect((row.attempt, row.isLate) == (1, false))
    }
  }

  @Test("what was taken back counts nowhere, nor does what nobody asked")
  func takenBack() throws {
    let activity = try SampleActivity.paper(3)
    let questions = activity.questions
    let stranger = try SampleActivity.questions(1, from: 90)[0]
    let one = [
      Responses.answer(questions[0].key, to: questions[0], by: people[0].id, in: activity),
      Responses.answer(
        questions[1].key,
        to: questions[1],
        by: people[0].id,
        in: activity,
        isRetracted: true
      ),
      Responses.answer(stranger.key, to: stranger, by: people[0].id, in: activity),
      Responses.answer(
        questions[1].key,
        to: questions[1],
        by: people[1].id,
        in: activity,
        isRetracted: true
      ),
    ]
    let responses = Responses(activity: activity, participants: people)
    let results = responses.results(of: one)
    #expect(results.rows.map(\.points) == [100])
    #expect(results.rows.first?.choices == [questions[0].key, nil, nil])
    #expect(results.absent == Array(people.dropFirst()))
  }

  @Test("of several tries the best counts, of equal ones the first")
  func bestTry() throws {
    let activity = try SampleActivity.homework(4, tries: 3)
    let rights = [[1, 3, 2], [2, 2, 1], [0, 0, 0], [1, 2, 4]]
    var answers: [SittingAnswer] = []
    for (person, tries) in zip(people, rights) {
      for (number, right) in tries.enumerated() {
        for (place, question) in activity.questions.enumerated() {
          let wrong = question.key == 0 ? 1 : 0
          answers.append(
            Responses.answer(
              place < right ? question.key : wrong,
              to: question,
              by: person.id,
              in: activity,
              attempt: number + 1
            )
          )
        }
      }
    }
    let responses = Responses(activity: activity, participants: people)
    let results = responses.results(of: answers)
    #expect(results.rows.map(\.attempt) == [2, 1, 1, 3])
    #expect(results.rows.map(\.points) == [300, 200, 0, 400])
  }

  @Test("a homework is late by the clock of whoever did it")
  func late() throws {
    let day = try #require(CalendarDay("2026-09-21"))
    let activity = try SampleActivity.homework(1, deadline: day)
    // 23:30 and 00:30 two hours east of UTC, and seven hours west of it.
    let cases = [
      (21.5, 7_200, false), (22.5, 7_200, true), (30.5, -25_200, false), (31.5, -25_200, true),
    ]
    for (hour, offset, isLate) in cases {
      let instant = Instant(milliseconds: 1_789_948_800_000 + Int64(hour * 3_600_000))
      let answer = Responses.answer(
        0,
        to: activity.questions[0],
        by: people[0].id,
        in: activity,
        at: instant,
        offset: offset
      )
      let responses = Responses(activity: activity, participants: people)
      #expect(responses.results(of: [answer]).rows.map(\.isLate) == [isLate])
    }
  }

  @Test("a homework is late in results as it was when it was collected", arguments: 0..<20)
  func lateAsCollected(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let schoolClass = try SampleClass.make(["Ada", "Bo", "Cy", "Di"])
    let day = try #require(CalendarDay("2026-09-21"))
    let activity = try SampleActivity.homework(1, deadline: day)
    let ledger = try Ledger()
    let end = day.advanced(byDays: 1).noon(offset: 0).advanced(byMilliseconds: -43_200_000)
    var late: [Bool] = []
    for pupil in schoolClass.pupils {
      // Within a day of midnight, by a clock of any place.
      let offset = (random.below(53) - 24) * 1_800
      let instant = end.advanced(byMilliseconds: Int64(random.below(96) - 48) * 1_800_000)
      let isLate = instant.milliseconds + Int64(offset) * 1_000 >= end.milliseconds
      let answer = HandIn.GivenAnswer(
        record: RecordID(UUID(derivedFrom: ["\(random.next())"])),
        question: 0,
        option: 0,
        shownAt: LocalInstant(instant: instant, zone: "X", offset: offset),
        taken: 0
      )
      let attempt = HandIn.Attempt(number: 1, answers: [answer])
      let bytes = try HandIns.bytes(activity.id, pupil.name, [attempt])
      #expect(try ledger.collect(bytes, of: activity, by: schoolClass).isLate == isLate)
      late.append(isLate)
    }
    let results = ClassResults(
      activity: activity,
      participants: schoolClass.participants,
      answers: try ledger.answers(in: activity, by: schoolClass.pupils.map(\.id))
    )
    #expect(results.rows.map(\.isLate) == late)
  }

  @Test("of a game nobody was asked what was not shown, or what was typed of others alone")
  func stoppedGame() throws {
    let ledger = try Ledger()
    let activity = try SampleActivity.game(6, people)
    var table = try RoomTable(activity, people, ledger: ledger)
    try table.type("abca", "", "", "skip", "t f 3 - 4 t", "ttft", "4 -", "reveal", "quit")
    let results = ClassResults(
      activity: activity,
      participants: people,
      answers: try ledger.answers(in: activity, by: people.map(\.id))
    )
    #expect(results.rows.map(\.asked) == [[0, 2], [0, 2], [0, 2], [0]])
    let report = ClassReport(results, className: nil, scale: nil)
    #expect(report.pupils.map(\.asked) == [2, 2, 2, 1])
    // The room told the same.
    let standings = try #require(table.summary)
    #expect(standings.map(\.answered) == report.pupils.map(\.asked))
    #expect(standings.map(\.right) == report.pupils.map(\.right))
    #expect(standings.map(\.points) == report.pupils.map(\.points))
    #expect(report.sections.map { $0.questions.map(\.number) } == [[1, 3]])
    #expect(report.topics.reduce(0) { $0 + $1.questions } == 2)
    #expect(report.topics.reduce(0) { $0 + $1.asked } == 7)
    #expect(report.sections.first?.questions.map(\.people) == [4, 3])
    #expect(report.sections.first?.questions.last?.blank == [])
  }

  @Test("an activity that nobody did has every question and no row", arguments: [0, 3])
  func nobody(_ count: Int) throws {
    for activity in [
      try SampleActivity.paper(3), try SampleActivity.game(3, people),
      try SampleActivity.homework(3), try SampleActivity.parallelPaper(3, forms: 2),
    ] {
      let some = Array(people.prefix(count))
      let results = Responses(activity: activity, participants: some).results
      #expect(results.rows.isEmpty)
      #expect(results.absent == some)
      let report = ClassReport(results, className: "7b", scale: MarkScale("1=50,2=0"))
      #expect(report.pupils.isEmpty)
      #expect(report.mixUps.isEmpty)
      #expect(report.topics.allSatisfy { $0.right == 0 && $0.asked == 0 && $0.share == 0 })
      let asked = report.sections.flatMap { $0.questions.map(\.number) }
      #expect(asked == Array(1...activity.questions.count))
    }
  }
}
