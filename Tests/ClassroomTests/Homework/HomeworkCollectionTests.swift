import Classroom
import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

/// Collecting what a class hands in.
@Suite struct HomeworkCollectionTests {
  typealias Problem = HomeworkCollection.Problem

  private let schoolClass: SchoolClass
  private let homework: ClassActivity
  private let results: HandIns
  private let ledger: Ledger

  init() throws {
    schoolClass = try SampleClass.make(Array(SampleClass.names.prefix(4)))
    homework = try SampleActivity.homework(
      5,
      deadline: try #require(CalendarDay("2026-09-22")),
      tries: 2
    )
    results = HandIns(homework, schoolClass, seed: 11)
    ledger = try Ledger()
  }

  private func collect(_ bytes: [UInt8]) throws -> HomeworkCollection.Taken {
    try ledger.collect(bytes, of: homework, by: schoolClass)
  }

  /// Every file that the class could hand in, unfinished ones included.
  private func allFiles() throws -> [[UInt8]] {
    try results.whole.indices.flatMap { place in
      try [
        results.bytes(place, tries: 1, lastAnswers: 2), results.bytes(place, tries: 1),
        results.bytes(place, tries: 2, lastAnswers: 3), results.bytes(place, tries: 2),
      ]
    }
  }

  @Test("in any order and as often as wanted the log is the same", arguments: 0..<10)
  func anyOrder(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let files = try allFiles()
    let twice = files.filter { _ in random.below(2) == 0 }
    for bytes in random.shuffled(files + twice) { _ = try collect(bytes) }
    let whole = try Ledger()
    for place in results.whole.indices {
      try whole.collect(results.bytes(place, tries: 2), of: homework, by: schoolClass)
    }
    #expect(try ledger.log.records() == whole.log.records())
    // Of each try an opening, five answers and a closing.
    #expect(try whole.log.recordCount() == 4 * 2 * 7)
    #expect(try ledger.log.check().isEmpty)
  }

  @Test("two machines that collect different files unite")
  func twoMachines() throws {
    let other = try Ledger()
    for (place, bytes) in try allFiles().enumerated() {
      try (place % 3 == 0 ? other : ledger).collect(bytes, of: homework, by: schoolClass)
    }
    try ledger.log.insert(other.log.records())
    try other.log.insert(ledger.log.records())
    #expect(try ledger.log.records() == other.log.records())
  }

  @Test("an unfinished try is told so, and its rest is added later")
  func partialThenFull() throws {
    let part = try collect(results.bytes(0, tries: 1, lastAnswers: 2))
    #expect(part.pupil.name == "Ada")
    #expect((part.finished, part.answers) == (0, 2))
    #expect(try ledger.log.recordCount() == 3)
    let full = try collect(results.bytes(0, tries: 2))
    #expect((full.finished, full.answers) == (2, 10))
    #expect(try ledger.log.recordCount() == 14)
    let late = try collect(results.bytes(0, tries: 1, lastAnswers: 2))
    #expect(late.answers == 2)
    #expect(try ledger.log.recordCount() == 14)
  }

  @Test("what was answered after the last day is late, by the pupil's own clock")
  func lateness() throws {
    // The first try is of 22 September 2026, the second of the day after.
    #expect(try !collect(results.bytes(0, tries: 1)).isLate)
    #expect(try collect(results.bytes(0, tries: 2)).isLate)
    let midnight = Instant(milliseconds: 1_790_121_600_000)
    for (offset, isLate) in [(0, true), (-1, false), (3_600, true), (-3_600, false)] {
      let moment = LocalInstant(instant: midnight, zone: "X", offset: offset)
      let answer = HandIn.GivenAnswer(
        record: RecordID(UUID()),
        question: 0,
        option: 0,
        shownAt: moment,
        taken: 0
      )
      let attempt = HandIn.Attempt(number: 1, answers: [answer])
      let collection = HomeworkCollection(homework: homework, schoolClass: schoolClass, known: [])
      let taken = try collection.take(HandIns.bytes(homework.id, "Chloe", [attempt]))
      #expect(taken.isLate == isLate, "\(offset)")
    }
  }

  @Test("files that cannot be taken are named, and nothing of them is")
  func refusals() throws {
    let good = try results.bytes(0, tries: 1)
    let other = try #require(ActivityID("OTHER0"))
    let attempts = results.whole[0].attempts
    var damaged = good
    damaged[good.count / 2] ^= 0x01
    let cases: [([UInt8], (Problem) -> Bool)] = [
      (damaged, { if case .file = $0 { true } else { false } }),
      (try HomeworkFile.bytes(homework), { $0 == .file(.otherKind("attache-homework")) }),
      (try HandIns.bytes(other, "Ada", attempts), { $0 == .otherHomework(other) }),
      (try HandIns.bytes(homework.id, "Nobody", attempts), { $0 == .pupil(.unknown("Nobody")) }),
      (try HandIns.bytes(homework.id, "Ad", attempts), { $0 == .pupil(.unknown("Ad")) }),
    ]
    for (bytes, isExpected) in cases {
      do {
        _ = try collect(bytes)
        Issue.record("taken")
      } catch let problem as Problem {
        #expect(isExpected(problem), "\(problem)")
      }
    }
    #expect(try ledger.log.recordCount() == 0)
  }

  @Test("other answers to a try that is in already are a contradiction")
  func contradictions() throws {
    _ = try collect(results.bytes(0, tries: 1))
    let before = try ledger.log.records()
    let ada = try schoolClass.pupil("Ada")
    let others = HandIns(homework, schoolClass, seed: 12)
    #expect(throws: Problem.contradicts(ada, attempt: 1)) {
      try collect(others.bytes(0, tries: 1))
    }
    #expect(try ledger.log.records() == before)
    // A new try is taken, and does not make up for the first one.
    let mixed = try collect(others.bytes(0, tries: 2))
    #expect((mixed.answers, mixed.passedOver) == (5, [1]))
    #expect(try ledger.log.recordCount() == 14)
    #expect(before.allSatisfy(try ledger.log.records().contains))
    let second = Array(others.whole[0].attempts.dropFirst())
    _ = try collect(HandIns.bytes(homework.id, "ADA", second))
    #expect(try ledger.log.recordCount() == 14)
  }

  @Test("who is called by the number on the list is found as well")
  func byNumber() throws {
    let taken = try collect(HandIns.bytes(homework.id, "2", results.whole[1].attempts))
    #expect(taken.pupil.name == "Bo Berg")
  }
}
