import Classroom
import Foundation
import QuizModel
import ScoreStore
import Testing

/// Results whose checksum fits and whose numbers no program writes.
@Suite struct PlausibilityTests {
  private let schoolClass: SchoolClass
  private let homework: ClassActivity

  init() throws {
    schoolClass = try SampleClass.make(["Ada"])
    homework = try SampleActivity.homework(3, tries: 2)
  }

  private func take(_ attempts: [HandIn.Attempt]) throws -> HomeworkCollection.Taken {
    try HomeworkCollection(homework: homework, schoolClass: schoolClass, known: [])
      .take(HandIns.bytes(homework.id, "Ada", attempts))
  }

  private func answer(
    question: Int = 0,
    option: Int? = 0,
    milliseconds: Int64 = 1_790_000_000_000,
    zone: String = "Europe/Berlin",
    offset: Int = 0,
    taken: Int = 0
  ) -> HandIn.GivenAnswer {
    HandIn.GivenAnswer(
      record: RecordID(UUID(derivedFrom: ["\(question)"])),
      question: question,
      option: option,
      shownAt: LocalInstant(
        instant: Instant(milliseconds: milliseconds),
        zone: zone,
        offset: offset
      ),
      taken: taken
    )
  }

  @Test("are taken up to their limits, and no further")
  func limits() throws {
    let possible = [
      answer(), answer(option: nil), answer(taken: 86_400_000), answer(offset: 86_400),
      answer(offset: -86_400), answer(zone: ""), answer(zone: String(repeating: "z", count: 64)),
      answer(question: 2, option: 1),
    ]
    for answer in possible {
      let taken = try take([HandIn.Attempt(number: 1, answers: [answer])])
      let ledger = try Ledger()
      try ledger.log.insert(taken.records)
      #expect(try ledger.log.recordCount() == 2)
      #expect(try ledger.log.check().isEmpty)
    }
    let impossible = [
      answer(question: 3), answer(question: -1), answer(option: -1), answer(option: 9),
      answer(question: 2, option: 2), answer(taken: -1), answer(taken: 86_400_001),
      answer(taken: .max), answer(offset: 86_401), answer(offset: .min),
      answer(milliseconds: .max), answer(milliseconds: .min), answer(zone: "a b"),
      answer(zone: "a\u{1b}"), answer(zone: "a\u{7f}"), answer(zone: "é"),
      answer(zone: String(repeating: "z", count: 65)),
    ]
    for answer in impossible {
      #expect(throws: HomeworkCollection.Problem.doesNotFit, "\(answer)") {
        try take([HandIn.Attempt(number: 1, answers: [answer])])
      }
    }
  }

  @Test("tries and questions come once each, and not too many")
  func repetitions() throws {
    let one = answer()
    let impossible = [
      [HandIn.Attempt(number: 1, answers: [one, one])],
      [HandIn.Attempt(number: 1, answers: [one]), HandIn.Attempt(number: 1, answers: [one])],
      [HandIn.Attempt(number: 0, answers: [one])], [HandIn.Attempt(number: 3, answers: [one])],
      [HandIn.Attempt(number: .max, answers: [])],
    ]
    for attempts in impossible {
      #expect(throws: HomeworkCollection.Problem.doesNotFit) { try take(attempts) }
    }
    let empty = try take([])
    #expect(empty.records.isEmpty)
    #expect((empty.answers, empty.finished, empty.isLate) == (0, 0, false))
    #expect(try take([HandIn.Attempt(number: 2, answers: [])]).records.isEmpty)
  }

  @Test("nothing is taken for what is no homework, and nothing traps")
  func noHomework() throws {
    let paper = try SampleActivity.paper(3)
    let collection = HomeworkCollection(homework: paper, schoolClass: schoolClass, known: [])
    let bytes = try HandIns.bytes(
      paper.id,
      "Ada",
      [HandIn.Attempt(number: 2, answers: [answer()])]
    )
    #expect(throws: HomeworkCollection.Problem.doesNotFit) { try collection.take(bytes) }
  }
}
