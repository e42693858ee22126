import Classroom
import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

/// What is collected where pupils began a homework on two machines.
@Suite struct ContradictingResultsTests {
  private let scratch: ScratchFolder
  private let schoolClass: SchoolClass
  private let homework: ClassActivity

  init() throws {
    scratch = try ScratchFolder()
    schoolClass = try SampleClass.make(Array(SampleClass.names.prefix(2)))
    homework = try SampleActivity.homework(4, tries: 2)
  }

  private var people: [LearnerID] { schoolClass.everybody.map(\.id) }

  /// What a pupil did at one machine, in all states in which it may be handed in.
  private struct Machine {
    let pupil: Pupil
    let attempts: [HandIn.Attempt]

    /// Each state with its file.
    func states(of homework: ClassActivity) throws -> [State] {
      try attempts.indices.flatMap { last in
        try (1...attempts[last].answers.count).map { count in
          let open = HandIn.Attempt(
            number: attempts[last].number,
            answers: Array(attempts[last].answers.prefix(count))
          )
          let attempts = attempts.prefix(last) + [open]
          return State(
            pupil: pupil,
            attempts: Array(attempts),
            bytes: try HandIns.bytes(homework.id, pupil.name, Array(attempts))
          )
        }
      }
    }
  }

  private struct State {
    let pupil: Pupil
    let attempts: [HandIn.Attempt]
    let bytes: [UInt8]
  }

  /// An answer that stands, whichever record says so.
  private struct Standing: Hashable {
    let session: SessionID
    let fact: FactID
    let option: Int?
    let instant: Instant
  }

  /// Two or three machines of each pupil; at times one begins where another stood.
  private func machines(_ seed: UInt64) -> [Machine] {
    var random = SplitMix64(seed: seed)
    return schoolClass.pupils.flatMap { pupil -> [Machine] in
      let drawn = (0..<(2 + random.below(2))).map { _ in
        HandIns(homework, schoolClass, seed: random.next()).whole[0].attempts
      }
      return drawn.enumerated().map { place, attempts in
        let shared = place == 0 ? 0 : [0, 0, 1, 3][random.below(4)]
        let delay = Int64(random.below(3) - (shared == 0 ? 1 : 0)) * 3_600_000
        let moved = zip(attempts, drawn[0]).map { own, first in
          HandIn.Attempt(
            number: own.number,
            answers: first.answers.prefix(shared)
              + own.answers.dropFirst(shared).map { answer in
                let instant = answer.shownAt.instant.advanced(byMilliseconds: delay)
                return HandIn.GivenAnswer(
                  record: answer.record,
                  question: answer.question,
                  option: answer.option,
                  shownAt: LocalInstant(instant: instant, zone: "Europe/Berlin", offset: 7_200),
                  taken: answer.taken
                )
              }
          )
        }
        return Machine(pupil: pupil, attempts: moved)
      }
    }
  }

  /// What has to stand: of each try the most answers, of as many those begun first.
  private func expected(of states: [State]) -> Set<Standing> {
    var best: [SessionID: HandIn.Attempt] = [:]
    for state in states {
      for attempt in state.attempts {
        let session = ActivityRecords.session(
          of: state.pupil.id,
          in: homework.id,
          attempt: attempt.number
        )
        best[session] = best[session].map { isBetter(attempt, than: $0) ? attempt : $0 } ?? attempt
      }
    }
    return Set(
      best.flatMap { session, attempt in
        attempt.answers.map { answer in
          Standing(
            session: session,
            fact: homework.questions[answer.question].fact,
            option: answer.option,
            instant: answer.shownAt.instant
          )
        }
      }
    )
  }

  private func isBetter(_ one: HandIn.Attempt, than other: HandIn.Attempt) -> Bool {
    guard one.answers.count == other.answers.count else {
      return one.answers.count > other.answers.count
    }
    func key(_ attempt: HandIn.Attempt) -> [Int64] {
      attempt.answers.flatMap { [$0.shownAt.instant.milliseconds, Int64($0.option ?? -1)] }
    }
    return key(one).lexicographicallyPrecedes(key(other))
  }

  private func collect(_ files: [[UInt8]], into ledger: Ledger) throws {
    for bytes in files {
      do {
        try ledger.collect(bytes, of: homework, by: schoolClass)
      } catch HomeworkCollection.Problem.contradicts {
        continue
      }
    }
  }

  private func standing(in ledger: Ledger) throws -> [Standing] {
    try ledger.answers(in: homework, by: people).filter { !$0.isRetracted }.map { answer in
      let question = try #require(homework.questions.first { $0.fact == answer.fact })
      return Standing(
        session: answer.session,
        fact: answer.fact,
        option: question.option(of: answer),
        instant: answer.instant
      )
    }
  }

  /// Some of the states of all machines, at least one of each.
  private func states(_ seed: UInt64, using random: inout SplitMix64) throws -> [State] {
    try machines(seed).flatMap { machine in
      let states = random.shuffled(try machine.states(of: homework))
      return states.prefix(1 + random.below(4))
    }
  }

  @Test("stands as the same answers in whatever order and however often", arguments: 0..<40)
  func anyOrder(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let states = try states(seed, using: &random)
    let expected = expected(of: states)
    for _ in 0..<4 {
      let ledger = try Ledger()
      let again = states.filter { _ in random.below(3) == 0 }
      try collect(random.shuffled(states + again).map(\.bytes), into: ledger)
      let stands = try standing(in: ledger)
      #expect(Set(stands) == expected)
      #expect(stands.count == expected.count)
      #expect(try ledger.log.check().isEmpty)
      // Whatever is collected once more changes nothing.
      let before = try ledger.log.records()
      try collect(random.shuffled(states).map(\.bytes), into: ledger)
      #expect(try ledger.log.records() == before)
    }
  }

  @Test("unites with what another machine collected, and stands alike after it", arguments: 0..<20)
  func unite(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let states = try states(seed, using: &random)
    let ledgers = try (0..<2).map { try Ledger(in: scratch.url.appendingPathComponent("\($0)")) }
    for ledger in ledgers { try collect(random.shuffled(states).map(\.bytes), into: ledger) }
    let files = try ledgers.map { try #require($0.log.location).log }
    _ = try ledgers[0].log.uniteAgreeing(with: files[1])
    _ = try ledgers[1].log.uniteAgreeing(with: files[0])
    #expect(try ledgers[0].log.records() == ledgers[1].log.records())
    for ledger in ledgers {
      #expect(try Set(standing(in: ledger)) == expected(of: states))
      #expect(try ledger.log.check().isEmpty)
    }
    let before = try ledgers[0].log.records()
    try collect(random.shuffled(states).map(\.bytes), into: ledgers[0])
    #expect(try ledgers[0].log.records() == before)
  }

  @Test("of two machines that had one file each is set right by collecting both", arguments: 0..<20)
  func setRight(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let whole = try machines(seed).compactMap { try $0.states(of: homework).last }
    let ledgers = try (0..<2).map { _ in try Ledger() }
    for state in whole { try collect([state.bytes], into: ledgers[random.below(2)]) }
    try ledgers[0].log.insert(ledgers[1].log.records())
    try collect(random.shuffled(whole).map(\.bytes), into: ledgers[0])
    #expect(try Set(standing(in: ledgers[0])) == expected(of: whole))
    #expect(try ledgers[0].log.check().isEmpty)
  }

  @Test("is decided for each try alone, and what was not taken is named")
  func eachTryAlone() throws {
    let first = HandIns(homework, schoolClass, seed: 1).whole[0].attempts
    let other = HandIns(homework, schoolClass, seed: 2).whole[0].attempts
    let part = HandIn.Attempt(number: 1, answers: Array(other[0].answers.prefix(3)))
    let ledger = try Ledger()
    let whole = try HandIns.bytes(homework.id, "Ada", [first[0]])
    #expect(try ledger.collect(whole, of: homework, by: schoolClass).passedOver.isEmpty)
    let mixed = try HandIns.bytes(homework.id, "Ada", [part, other[1]])
    let taken = try ledger.collect(mixed, of: homework, by: schoolClass)
    #expect(taken.passedOver == [1])
    #expect((taken.finished, taken.answers, taken.replaces) == (1, 4, false))
    #expect(taken.originals.count == 7)
    let ada = try schoolClass.pupil("Ada")
    let refused = try HandIns.bytes(homework.id, "Ada", [part])
    #expect(throws: HomeworkCollection.Problem.contradicts(ada, attempt: 1)) {
      try ledger.collect(refused, of: homework, by: schoolClass)
    }
  }
}
