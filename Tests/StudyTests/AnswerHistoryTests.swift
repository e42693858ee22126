import Foundation
import LearningModel
import QuizModel
import Testing

@testable import Study

/// What a memory asks of whoever keeps the answers.
@Suite struct AnswerHistoryTests {
  /// Answers in an array.
  ///
  /// A class, since what is kept stays for the next reader; used from one thread.
  private final class Answers: AnswerHistory {
    struct Failure: Error, Equatable {
      let number: Int
    }

    var reviews: [Review] = []
    var failure: Failure?
    private(set) var kept: (checkpoint: Checkpoint, key: String)?

    func reviewHistory(
      of learner: LearnerID,
      in bank: String,
      key: String,
      now: Instant
    ) throws -> (checkpoint: Checkpoint?, reviews: [Review]) {
      if let failure { throw failure }
      guard let kept, kept.key == key else { return (nil, reviews) }
      return (kept.checkpoint, Array(reviews.dropFirst(kept.checkpoint.taken.count)))
    }

    func forEachReview(
      of learner: LearnerID,
      in bank: String,
      after place: RecordPlace?,
      now: Instant,
      _ body: (Review) -> Void
    ) throws {
      if let failure { throw failure }
      reviews.forEach(body)
    }

    func keep(
      _ checkpoint: Checkpoint,
      of learner: LearnerID,
      in bank: String,
      key: String
    ) throws {
      if let failure { throw failure }
      kept = (checkpoint, key)
    }
  }

  private static let fact = FactID(family: "seat", row: "l1")
  private static let now = Instant(milliseconds: 86_400_000)

  private static func review(_ number: Int64) -> Review {
    Review(
      place: RecordPlace(
        instant: Instant(milliseconds: number * 60_000),
        device: UUID(),
        sequence: number,
        id: RecordID(UUID())
      ),
      fact: fact,
      template: "seat",
      topic: "seats",
      form: .typed,
      optionsLeft: 0,
      isRight: true,
      isUnanswered: false,
      chosen: nil,
      key: "a",
      taken: 1_000,
      digest: "",
      utcOffset: 0,
      isFromTheFuture: false
    )
  }

  private static func read(
    _ answers: Answers,
    worthKeeping: Int = 2,
    program: String = "1"
  ) throws -> LearnerHistory {
    let entry = FactCatalogue.Entry(
      id: fact,
      topics: ["seats"],
      about: [],
      difficulty: 0,
      answers: [:],
      templates: ["seat"]
    )
    var reader = HistoryReader(
      answers: answers,
      bank: "bank",
      catalogue: FactCatalogue(entries: [entry]),
      program: program
    )
    reader.worthKeeping = worthKeeping
    return try reader.history(of: LearnerID(UUID()), now: now)
  }

  @Test func memoryIsKeptWhereReplayingTakesLong() throws {
    let answers = Answers()
    answers.reviews = [Self.review(1)]
    #expect(try Self.read(answers).answers == 1)
    #expect(answers.kept == nil)
    answers.reviews.append(Self.review(2))
    #expect(try Self.read(answers).answers == 2)
    #expect(answers.kept?.checkpoint.taken.count == 2)
    // What comes after it is taken in on top of it, and by another program all of it anew.
    answers.reviews.append(Self.review(3))
    #expect(try Self.read(answers).answers == 3)
    #expect(answers.kept?.checkpoint.taken.count == 2)
    #expect(try Self.read(answers, program: "2").answers == 3)
    #expect(answers.kept?.checkpoint.taken.count == 3)
  }

  @Test func failureReachesTheCallerAsItIs() throws {
    let answers = Answers()
    answers.failure = Answers.Failure(number: 7)
    #expect(throws: Answers.Failure(number: 7)) { try Self.read(answers) }
  }
}
