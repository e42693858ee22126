import Foundation
import GRDB
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Memories kept beside the log")
struct CheckpointsTests {
  private let far = Instant(milliseconds: .max)
  private let bank = Samples.bank

  /// A memory that is nothing but the list of the answers it took in.
  private func memory(_ base: Checkpoint?, taking reviews: some Sequence<Review>) -> Checkpoint {
    var (taken, payload) = (base?.taken ?? TakenReviews(), base?.payload ?? [])
    for review in reviews {
      taken.take(review.place)
      payload += Array(review.place.id.uuid.bytes)
    }
    return Checkpoint(taken: taken, payload: payload)
  }

  /// The tables of checkpoints and reviews have to tell the same, whatever happened.
  private func expectSound(_ log: ScoreLog, _ learners: [LearnerID], now: Instant) throws {
    for learner in learners {
      for key in ["a", "b"] {
        let history = try log.reviewHistory(of: learner, in: bank, key: key, now: now)
        let all = try log.reviews(of: learner, in: bank, now: now)
        #expect(memory(history.checkpoint, taking: history.reviews) == memory(nil, taking: all))
        if let last = history.checkpoint?.taken.last { #expect(last.instant <= now) }
      }
    }
  }

  @Test("and the answers after them are all answers, whatever happens", arguments: 0..<12)
  func holdWhateverHappens(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let history = RandomHistory(seed: seed, count: 110)
    let log = try Samples.inMemory()
    let learners = Array(Set(history.records.compactMap(\.body.owner))).sorted()
    let now = Instant(milliseconds: 1_790_000_000_000 + Int64(random.below(25)))
    var stale: [(Checkpoint, LearnerID)] = []
    var kept = 0
    var waiting = random.shuffled(history.records)[...]
    while !waiting.isEmpty {
      let batch = waiting.prefix(1 + random.below(5))
      waiting = waiting.dropFirst(batch.count)
      try log.insert(batch)
      for learner in learners where random.below(3) == 0 {
        let key = random.below(9) == 0 ? "b" : "a"
        let history = try log.reviewHistory(of: learner, in: bank, key: key, now: now)
        let due = history.reviews.filter { !$0.isFromTheFuture }
        let part = due.prefix(random.below(due.count + 1))
        let checkpoint = memory(history.checkpoint, taking: part)
        if random.below(3) == 0 {
          stale.append((checkpoint, learner))
        } else if try log.saveCheckpoint(checkpoint, of: learner, in: bank, key: key) {
          kept += 1
        } else {
          #expect(checkpoint.taken.last == nil)
        }
      }
      // Another process saves what it has computed from an earlier state of the log.
      if let (checkpoint, learner) = stale.popLast(), random.below(2) == 0 {
        try log.saveCheckpoint(checkpoint, of: learner, in: bank, key: "a")
      }
      try expectSound(log, learners, now: now)
    }
    #expect(kept > 0)
    if let learner = try log.learners().randomElement() {
      try log.forget(learner.id)
      try expectSound(log, learners, now: now)
    }
    #expect(try log.check().isEmpty)
  }

  /// A log of one learner with an answer each day.
  private func daily(_ days: Int) throws -> (log: ScoreLog, learner: LearnerID) {
    let log = try Samples.inMemory()
    let learner = try log.addLearner(named: "Ada").id
    try log.insert(
      (0..<days).map { day in
        Record(
          id: RecordID(UUID()),
          device: UUID(),
          sequence: 1,
          instant: SteppingClock.start.advanced(byMilliseconds: Int64(day) * SteppingClock.day),
          body: .answered(Samples.answer(by: learner, fact: "f\(day)"))
        )
      }
    )
    return (log, learner)
  }

  private func count(_ log: ScoreLog) throws -> Int {
    try log.queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM checkpoints") ?? -1 }
  }

  @Test("stay few, and the older the fewer, and one of them serves a late merge")
  func thinning() throws {
    let (log, learner) = try daily(400)
    let reviews = try log.reviews(of: learner, in: bank, now: far)
    for count in 1...400 {
      let checkpoint = memory(nil, taking: reviews.prefix(count))
      #expect(try log.saveCheckpoint(checkpoint, of: learner, in: bank, key: "a"))
    }
    #expect(try 5...9 ~= count(log))
    let late = Record(
      id: RecordID(UUID()),
      device: UUID(),
      sequence: 1,
      instant: reviews[380].instant,
      body: .answered(Samples.answer(by: learner, fact: "late"))
    )
    try log.insert([late])
    let history = try log.reviewHistory(of: learner, in: bank, key: "a", now: far)
    let taken = try #require(history.checkpoint?.taken.count)
    #expect(taken <= 380 && taken > 200)
    #expect(history.reviews.count == 401 - taken)
  }

  @Test("outlive the answers that come after them")
  func outliveLaterAnswers() throws {
    let (log, learner) = try daily(5)
    let reviews = try log.reviews(of: learner, in: bank, now: far)
    let checkpoint = memory(nil, taking: reviews)
    try log.saveCheckpoint(checkpoint, of: learner, in: bank, key: "a")
    try log.insert([
      Record(
        id: RecordID(UUID()),
        device: UUID(),
        sequence: 1,
        instant: SteppingClock.start.advanced(byMilliseconds: 9 * SteppingClock.day),
        body: .answered(Samples.answer(by: learner))
      )
    ])
    #expect(
      try log.latestCheckpoint(of: learner, in: bank, key: "a", now: far) == checkpoint
    )
  }

  @Test("of another model or bank, or from the future, are not given out")
  func keys() throws {
    let (log, learner) = try daily(5)
    let reviews = try log.reviews(of: learner, in: bank, now: far)
    let last = try #require(reviews.last?.instant)
    let checkpoint = memory(nil, taking: reviews)
    try log.saveCheckpoint(checkpoint, of: learner, in: bank, key: "a")
    #expect(try log.latestCheckpoint(of: learner, in: bank, key: "b", now: far) == nil)
    #expect(try log.latestCheckpoint(of: learner, in: "other", key: "a", now: far) == nil)
    let before = last.advanced(byMilliseconds: -1)
    #expect(try log.latestCheckpoint(of: learner, in: bank, key: "a", now: before) == nil)
    try log.saveCheckpoint(checkpoint, of: learner, in: bank, key: "b")
    #expect(try count(log) == 1)
  }

  @Test("go with a rebuild, a restore and a forgotten learner, and are no finding of the check")
  func dropped() throws {
    let (log, learner) = try daily(5)
    let checkpoint = memory(nil, taking: try log.reviews(of: learner, in: bank, now: far))
    let save = { try log.saveCheckpoint(checkpoint, of: learner, in: bank, key: "a") }
    #expect(try save())
    #expect(try log.faults().isEmpty)
    #expect(try count(log) == 1)
    try log.rebuild()
    #expect(try count(log) == 0)
    #expect(try save())
    try log.forget(learner)
    #expect(try count(log) == 0)
    #expect(try !save())
  }
}
