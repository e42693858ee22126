package import QuizModel

/// Everything that is known of one fact, and of what a learner made of it.
package struct FactReport: Hashable, Sendable, Encodable {
  /// One answer to it.
  package struct Answer: Hashable, Sendable, Encodable {
    /// The day on which it was given, in ISO form, where the learner was.
    package let day: String
    /// How it was asked, as the log names it.
    package let form: String
    /// The question or statement as shown.
    package let question: String
    /// Whether it was right.
    package let isRight: Bool
    /// What was chosen; `nil` where nothing was.
    package let chosen: String?
    /// The right answer of then.
    package let correctAnswer: String
    /// The seconds to the answer.
    package let seconds: Double
    /// Whether it is dated later than now, and left out until then.
    package let isFromTheFuture: Bool
  }

  /// What is believed of the learner's memory of it.
  package struct Memory: Hashable, Sendable, Encodable {
    /// Days from the last answer until the chance of recall has fallen to 90 %.
    package let lastsDays: Double
    /// The chance of recall now, 0 to 1.
    package let recallNow: Double
    /// 1 easy to 10 hard, for this learner.
    package let difficulty: Double
  }

  /// When it is asked next.
  package struct Next: Hashable, Sendable, Encodable {
    /// Why then.
    package enum Reason: String, Hashable, Sendable, Encodable {
      /// The bank tells it otherwise than when it was last answered.
      case changed
      /// Its chance of recall has fallen below the level that is kept.
      case due
      /// Its chance of recall will fall below that level on the day named.
      case later
      /// Whenever it raises most what is known on the day of departure.
      case beforeDeparture = "before-departure"
      /// It was never asked, and waits for its turn.
      case new
      /// Its topics are not planned.
      case notPlanned = "not-planned"
    }

    /// Why then.
    package let reason: Reason
    /// The day, in ISO form: on which it was or will be due, or of departure.
    package var day: String?
    /// The days from today to it.
    package var daysAhead: Int?
    /// The level of recall that is kept, 0 to 1.
    package var level: Double?
    /// Its place in the queue, from 1 on.
    package var place: Int?
    /// How many are in that queue.
    package var queue: Int?
  }

  /// Another fact about the same.
  package struct Mention: Hashable, Sendable, Encodable {
    /// Its id.
    package let id: String
    /// What the bank says of it.
    package let sentence: String
  }

  /// Its id.
  package var id: String
  /// The titles of the topics that ask it, the first one its own.
  package var topics: [String] = []
  /// What the bank says of it, each sentence once.
  package var sentences: [String] = []
  /// Up to when it was checked, as a partial date; empty where that is not said.
  package var asOf = ""
  /// How well its sources agree.
  package var confidence: Confidence
  /// What it rests on.
  package var sources: [Source] = []
  /// Whether the bank tells it otherwise than when the learner last saw it.
  package var hasChanged = false
  /// The learner's answers, the first one first.
  package var answers: [Answer] = []
  /// What the learner took for the right answer, the most frequent first.
  package var takenFor: [StatsReport.Confusion] = []
  /// What is believed of the learner's memory; `nil` until it is answered.
  package var memory: Memory?
  /// The chance that it is known although it was never answered, 0 to 1; `nil` once it was.
  package var chanceUnasked: Double?
  /// When it is asked next.
  package var next: Next
  /// How many other facts are about the same.
  package var siblingCount = 0
  /// A few of them.
  package var siblings: [Mention] = []
}
