/// What a learner is expected to know on the day of departure.
package struct PlanForecast: Hashable, Sendable {
  /// A share with the band that it is expected to lie in, each from 0 to 1.
  package struct Share: Hashable, Sendable, Encodable {
    /// The share that is expected.
    package let expected: Double
    /// The lower end of the band.
    package let low: Double
    /// The upper end of the band.
    package let high: Double

    private enum CodingKeys: String, CodingKey {
      case expected, low, high
    }

    /// Writes four decimals: more would claim what no forecast can tell.
    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      for (key, share) in [(CodingKeys.expected, expected), (.low, low), (.high, high)] {
        try container.encode((share * 10_000).rounded() / 10_000, forKey: key)
      }
    }
  }

  /// The forecast of one topic.
  package struct Topic: Hashable, Sendable, Encodable {
    /// The short name of the topic.
    package let id: String
    /// How many facts it has.
    package let facts: Int
    /// What is known on the day if nothing more is learnt.
    package let asThingsStand: Share
    /// What is known on the day if the plan is kept; `nil` where there is no daily number.
    package let ifKept: Share?
  }

  /// What a day is planned to hold.
  package struct Day: Hashable, Sendable, Encodable {
    /// The day, as `YYYY-MM-DD`.
    package let date: String
    /// Facts that come back.
    package let known: Int
    /// Facts asked for the first time.
    package let new: Int
  }

  /// What to say and to change where the days do not suffice.
  package enum Advice: Hashable, Sendable {
    /// The days left, 1 or more, are too few at so many questions a day.
    case tooFewDays(Int, perDay: Int)
    /// So many questions a day would do.
    case suffices(perDay: Int)
    /// No daily number that anybody is advised to do would.
    case nothingSuffices
    /// Without a topic, by its title, another share of the rest would be known than of all now; both
    /// from 0 to 1.
    case dropping(topic: String, from: Double, to: Double)
  }

  /// How many facts are planned.
  package let facts: Int
  /// What is known on the day if nothing more is learnt.
  package let asThingsStand: Share
  /// What is known on the day if the plan is kept; `nil` where there is no daily number.
  package let ifKept: Share?
  /// The topics planned, in the order in which they are shown.
  package let topics: [Topic]
  /// What to change where the days do not suffice; empty where they do.
  package let advice: [Advice]
  /// The coming days, the first one first.
  package let days: [Day]
}
