import Classroom
import ItemStatistics

/// What came of one topic, as JSON.
struct TopicData: Encodable, Sendable {
  private let title: String
  private let questions: Int
  private let right: Int
  private let asked: Int
  private let share: Double

  /// Data of a topic.
  init(_ topic: ClassReport.TopicResult) {
    title = topic.title
    questions = topic.questions
    right = topic.right
    asked = topic.asked
    share = topic.share
  }
}

/// Something that was taken for something else, as JSON.
struct MixUpData: Encodable, Sendable {
  private let question: Int
  private let chosen: String
  private let insteadOf: String
  private let why: String
  private let times: Int
  private let answered: Int

  /// Data of a mix-up.
  init(_ mixUp: ClassReport.MixUp) {
    question = mixUp.number
    chosen = mixUp.chosen
    insteadOf = mixUp.key
    why = mixUp.why
    times = mixUp.times
    answered = mixUp.answered
  }
}

/// What a class gained, as JSON.
struct GainData: Encodable, Sendable {
  /// One who sat both times.
  private struct Pair: Encodable, Sendable {
    let name: String
    let before: Double
    let after: Double
  }

  private let before: String
  private let after: String
  private let facts: Int
  private let people: Int
  private let meanDifference: FigureData
  private let pairs: [Pair]

  /// Data of a comparison.
  init(_ comparison: ReportComparison) {
    before = comparison.before
    after = comparison.after
    facts = comparison.gain.facts
    people = comparison.gain.gain.people
    meanDifference = FigureData(comparison.gain.gain.meanDifference)
    pairs = comparison.gain.pairs.map { Pair(name: $0.name, before: $0.before, after: $0.after) }
  }
}
