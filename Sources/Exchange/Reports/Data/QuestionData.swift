import Classroom
import ItemStatistics
import QuizModel

/// What came of one question, as JSON.
struct QuestionData: Encodable, Sendable {
  private let number: Int
  private let fact: String
  private let topic: String
  private let form: String
  private let stem: String
  private let key: Int
  private let options: [OptionData]
  private let leftBlankBy: [String]
  private let facility: FigureData
  private let correctedFacility: FigureData
  private let discrimination: FigureData
  private let upperLowerIndex: FigureData
  private let reliabilityIfDropped: FigureData
  private let flags: [FlagData]
  private let explanation: String
  private let sources: [String]

  /// Data of a question.
  init(_ result: ClassReport.QuestionResult) {
    let (question, analysis) = (result.question, result.analysis)
    let item = question.item
    number = result.number
    fact = question.fact.description
    topic = question.topic
    form = question.form.rawValue
    stem = question.stem
    key = question.key
    options = zip(zip(question.options, analysis.options), result.choosers).map {
      OptionData($0.0, $0.1, chosenBy: $1)
    }
    leftBlankBy = result.blank
    facility = FigureData(analysis.facility)
    correctedFacility = FigureData(analysis.guessingCorrectedFacility)
    discrimination = FigureData(analysis.discrimination)
    upperLowerIndex = FigureData(analysis.upperLowerIndex)
    reliabilityIfDropped = FigureData(analysis.reliabilityIfDropped)
    flags = analysis.flags.map(FlagData.init)
    explanation = item.explanation
    sources = item.sources.map(\.citation)
  }
}

/// What came of one option, as JSON.
struct OptionData: Encodable, Sendable {
  private let text: String
  private let why: String
  private let isKey: Bool
  private let count: Int
  private let upper: Double?
  private let lower: Double?
  private let meanRestScore: FigureData
  private let correlation: FigureData
  private let chosenBy: [String]

  private enum CodingKeys: CodingKey {
    case text, why, isKey, count, upper, lower, meanRestScore, correlation, chosenBy
  }

  /// Data of an option.
  init(_ option: ItemOption, _ analysis: OptionAnalysis, chosenBy names: [String]) {
    text = option.text
    why = option.why
    isKey = analysis.isKey
    count = analysis.chosenBy.count
    upper = analysis.groupCounts?.upper
    lower = analysis.groupCounts?.lower
    meanRestScore = FigureData(analysis.meanRestScore)
    correlation = FigureData(analysis.correlation)
    chosenBy = names
  }

  /// Writes every key.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text, forKey: .text)
    try container.encode(why, forKey: .why)
    try container.encode(isKey, forKey: .isKey)
    try container.encode(count, forKey: .count)
    try container.encode(upper, forKey: .upper)
    try container.encode(lower, forKey: .lower)
    try container.encode(meanRestScore, forKey: .meanRestScore)
    try container.encode(correlation, forKey: .correlation)
    try container.encode(chosenBy, forKey: .chosenBy)
  }
}

/// A reason to look at a question again, as JSON: its name, and the option where it is of one.
struct FlagData: Encodable, Sendable {
  private let name: String
  private let option: Int?

  private enum CodingKeys: CodingKey {
    case name, option
  }

  /// Data of a flag.
  init(_ flag: QuestionFlag) {
    (name, option) =
      switch flag {
      case .negativeDiscrimination: ("negativeDiscrimination", nil)
      case .distractorBeatsKey(let option): ("distractorBeatsKey", option)
      case .unusedDistractor(let option): ("unusedDistractor", option)
      case .tooEasy: ("tooEasy", nil)
      case .tooHard: ("tooHard", nil)
      }
  }

  /// Writes every key.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(option, forKey: .option)
  }
}
