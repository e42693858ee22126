extension StatsReport {
  /// How often answers were right that were held likely to be.
  package struct Calibration: Hashable, Sendable, Encodable {
    /// Answers, 1 or more.
    package let answers: Int
    /// The mean chance that was foretold, 0 to 1.
    package let foretold: Double
    /// The share that was right, 0 to 1.
    package let right: Double

    /// A calibration from its parts.
    package init(answers: Int, foretold: Double, right: Double) {
      self.answers = answers
      self.foretold = foretold
      self.right = right
    }
  }

  /// How long questions of one form take.
  package struct Pace: Hashable, Sendable, Encodable {
    /// The form, as it is named in the log.
    package let form: String
    /// Answers, 1 or more.
    package let answers: Int
    /// The mean seconds to an answer.
    package let seconds: Double

    /// A pace from its parts.
    package init(form: String, answers: Int, seconds: Double) {
      self.form = form
      self.answers = answers
      self.seconds = seconds
    }
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

    /// Practice from its parts.
    package init(
      days: Int,
      streak: Int,
      longestStreak: Int,
      today: Int,
      span: Int,
      perDay: Double
    ) {
      self.days = days
      self.streak = streak
      self.longestStreak = longestStreak
      self.today = today
      self.span = span
      self.perDay = perDay
    }
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

    /// A comparison from its parts.
    package init(verdict: Verdict, times: Double, repeats: Int) {
      self.verdict = verdict
      self.times = times
      self.repeats = repeats
    }
  }

  /// Something that was taken for the right answer.
  package struct Confusion: Hashable, Sendable, Encodable {
    /// The answer id.
    package let id: String
    /// What was read.
    package let text: String
    /// How often, 1 or more.
    package let times: Int

    /// A confusion from its parts.
    package init(id: String, text: String, times: Int) {
      self.id = id
      self.text = text
      self.times = times
    }
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

    /// A leech from its parts.
    package init(
      fact: String,
      sentence: String,
      answers: Int,
      missed: Int,
      takenFor: [Confusion]
    ) {
      self.fact = fact
      self.sentence = sentence
      self.answers = answers
      self.missed = missed
      self.takenFor = takenFor
    }
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

    /// A flag from its parts.
    package init(day: String, item: String, fact: String, stem: String, note: String) {
      self.day = day
      self.item = item
      self.fact = fact
      self.stem = stem
      self.note = note
    }
  }
}
