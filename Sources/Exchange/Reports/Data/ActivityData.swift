import Classroom
import QuizModel

/// What was done, as JSON.
struct ActivityData: Encodable, Sendable {
  /// What kinds of activity are called.
  private enum Kind: String, Encodable {
    case paper, game, homework
  }

  private let id: String
  private let kind: Kind
  private let title: String
  private let bank: String
  private let bankTitle: String
  private let bankVersion: String
  private let made: String
  private let questions: Int
  private let paperForms: [String]
  private let deadline: String?
  private let tries: Int
  private let isGraded: Bool

  private enum CodingKeys: CodingKey {
    case id, kind, title, bank, bankTitle, bankVersion, made, questions, paperForms, deadline
    case tries, isGraded
  }

  /// Data of an activity.
  init(_ activity: ClassActivity) {
    kind =
      switch activity.kind {
      case .paper: .paper
      case .game: .game
      case .homework: .homework
      }
    id = activity.id.description
    title = activity.title
    bank = activity.bank
    bankTitle = activity.bankTitle
    bankVersion = activity.bankVersion
    made = CalendarDay(activity.made).description
    questions = activity.questions.count
    paperForms = activity.forms.map(\.letter)
    deadline = activity.terms?.lastDay?.description
    tries = activity.tries
    isGraded = activity.terms?.isGraded ?? false
  }

  /// Writes every key.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(kind, forKey: .kind)
    try container.encode(title, forKey: .title)
    try container.encode(bank, forKey: .bank)
    try container.encode(bankTitle, forKey: .bankTitle)
    try container.encode(bankVersion, forKey: .bankVersion)
    try container.encode(made, forKey: .made)
    try container.encode(questions, forKey: .questions)
    try container.encode(paperForms, forKey: .paperForms)
    try container.encode(deadline, forKey: .deadline)
    try container.encode(tries, forKey: .tries)
    try container.encode(isGraded, forKey: .isGraded)
  }
}
