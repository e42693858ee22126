extension StatsReport {
  /// How often answers were right that were held likely to be.
  package struct Calibration: Hashable, Sendable, Encodable {
    /// Answers, 1 or more.
    package let answers: Int
    /// The mean chance that was foretold, 0 to 1.
    package let foretold: Double
    /// The share that was right, 0 to 1.
    package let right: Double
  }

  /// How long questions of one form take.
  package struct Pace: Hashable, Sendable, Encodable {
    /// The form, as it is named in the log.
    package let form: String
    /// Answers, 1 or more.
    package let answers: Int
    /// The mean seconds to an answer.
    package let seconds: Double
  }

  /// On which days was practised.
  package struct Practice: Hashable, Sendable, Encodable {
    /// Days with answers in all.
    package let days: Int
    /// Days in a row up to today.
    package let streak: Int
    /// The longest row of days.
    package let longestStreak: Int
    /// Answers today.
    package let today: Int
    /// Over how many days up to today ``perDay`` is meant, 1 or more.
    package let span: Int
    /// Answers a day over ``span``, days without practice counted.
    package let perDay: Double
  }

  /// How a learner forgets beside what is usual.
  package struct Forgetting: Hashable, Sendable, Encodable {
    /// The comparison.
    package enum Verdict: String, Hashable, Sendable, Encodable {
      /// There is too little to tell by.
      case unknown
      /// Facts last about as long as usual.
      case usual
      /// Facts last longer.
      case slower
      /// Facts last less long.
      case faster
    }

    /// The comparison.
    package let verdict: Verdict
    /// How many times as long as usual facts last.
    package let times: Double
    /// The answers that it rests on: repeats after half a day or more.
    package let repeats: Int
  }

  /// Something that was taken for the right answer.
  package struct Confusion: Hashable, Sendable, Encodable {
    /// The answer id.
    package let id: String
    /// What was read.
    package let text: String
    /// How often, 1 or more.
    package let times: Int
  }

  /// A fact that keeps failing.
  package struct Leech: Hashable, Sendable, Encodable {
    /// The fact's id.
    package let fact: String
    /// What the bank says of it.
    package let sentence: String
    /// How often it was answered.
    package let answers: Int
    /// How often wrongly.
    package let missed: Int
    /// What it was taken for, the most frequent first.
    package let takenFor: [Confusion]
  }

  /// A note that was left about an item.
  package struct Flag: Hashable, Sendable, Encodable {
    /// The day on which it was left, in ISO form.
    package let day: String
    /// The item's id.
    package let item: String
    /// The fact's id.
    package let fact: String
    /// What was asked.
    package let stem: String
    /// What the learner said of it; may be empty.
    package let note: String
  }
}
