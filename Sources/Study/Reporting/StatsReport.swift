/// What one learner knows of a bank, and how they learn.
package struct StatsReport: Hashable, Sendable, Encodable {
  /// Facts that belong together: a topic or a region.
  package struct Group: Hashable, Sendable, Encodable {
    /// The short name.
    package let id: String
    /// The name that people read.
    package let title: String
    /// How many facts it has, 1 or more.
    package let facts: Int
    /// How many of them were answered at least once.
    package let answered: Int
    /// The share that is expected to be recalled now.
    package let known: PlanForecast.Share
  }

  /// What will be known on a day to come.
  package struct Prospect: Hashable, Sendable, Encodable {
    /// The day, in ISO form.
    package let day: String
    /// How many days from today.
    package let daysAhead: Int
    /// Whether it is the day of departure.
    package let isDeparture: Bool
    /// The share known if nothing more is learnt.
    package let asThingsStand: PlanForecast.Share
    /// The share known if the daily questions are kept up, 0 to 1; `nil` where nothing is planned.
    package let ifKept: Double?
  }

  /// Who; `nil` where nobody has played yet.
  package var learner: String?
  /// The bank, by the name of its folder.
  package var bank: String
  /// The day on which it is read, in ISO form.
  package var today: String
  /// The short names of the topics that facts are told of; empty for all.
  package var onlyTopics: [String] = []
  /// Every fact that is told of, as one group.
  package var all: Group
  /// Answers to questions of the bank, whatever their topic.
  package var answers = 0
  /// By topic, in the bank's order.
  package var topics: [Group] = []
  /// By region, by name.
  package var regions: [Group] = []
  /// Questions a day, as planned or usual.
  package var perDay = 1
  /// What will be known, the nearest day first.
  package var prospects: [Prospect] = []
  /// What was foretold and what came; `nil` before the first answer that tells.
  package var calibration: Calibration?
  /// The same by tenths of chance, those with answers alone, the lowest first.
  package var calibrationByTenth: [Calibration] = []
  /// How long questions take, by form.
  package var paces: [Pace] = []
  /// The days of practice.
  package var practice: Practice
  /// How the learner forgets.
  package var forgetting: Forgetting
  /// How many facts keep failing.
  package var leechCount = 0
  /// The first of them, the most missed first.
  package var leeches: [Leech] = []
  /// Answers dated later than now, which are left out until their day.
  package var futureAnswers = 0
  /// The ids of answered facts that the bank no longer has.
  package var goneFacts: [String] = []
  /// The notes left about items.
  package var flags: [Flag] = []
}
