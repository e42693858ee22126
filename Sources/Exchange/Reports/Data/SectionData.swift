import Classroom
import ItemStatistics

/// Questions that the same people were asked, as JSON.
struct SectionData: Encodable, Sendable {
  private let letter: String?
  private let people: Int
  private let questionCount: Int
  private let scores: [Int]
  private let meanScore: FigureData
  private let standardDeviation: FigureData
  private let reliability: FigureData
  private let standardErrorOfMeasurement: FigureData
  private let questions: [QuestionData]

  private enum CodingKeys: CodingKey {
    case letter, people, questionCount, scores, meanScore, standardDeviation, reliability
    case standardErrorOfMeasurement, questions
  }

  /// Data of a section.
  init(_ section: ClassReport.Section) {
    letter = section.letter
    people = section.analysis.people
    questionCount = section.analysis.questionCount
    scores = section.analysis.scores
    meanScore = FigureData(section.analysis.meanScore)
    standardDeviation = FigureData(section.analysis.standardDeviation)
    reliability = FigureData(section.analysis.reliability)
    standardErrorOfMeasurement = FigureData(section.analysis.standardErrorOfMeasurement)
    questions = section.questions.map(QuestionData.init)
  }

  /// Writes every key.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(letter, forKey: .letter)
    try container.encode(people, forKey: .people)
    try container.encode(questionCount, forKey: .questionCount)
    try container.encode(scores, forKey: .scores)
    try container.encode(meanScore, forKey: .meanScore)
    try container.encode(standardDeviation, forKey: .standardDeviation)
    try container.encode(reliability, forKey: .reliability)
    try container.encode(standardErrorOfMeasurement, forKey: .standardErrorOfMeasurement)
    try container.encode(questions, forKey: .questions)
  }
}
