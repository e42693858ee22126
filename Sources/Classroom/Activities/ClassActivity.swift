package import QuizModel

/// What a class does at one go: a paper, a game in the room, or a homework.
///
/// Kept whole in a file beside the log, so that a later release of the bank changes no key.
package struct ClassActivity: Codable, Hashable, Sendable {
  /// What kind of activity it is, with what only that kind has.
  package enum Kind: Codable, Hashable, Sendable {
    /// A paper in one or several forms.
    case paper([PaperForm])
    /// A game in the room, and who takes part.
    case game([Participant])
    /// Questions to be answered at home.
    case homework(HomeworkTerms)
  }

  /// Its name.
  package let id: ActivityID
  /// What kind of activity it is.
  package let kind: Kind
  /// What stands at its head.
  package let title: String
  /// The class it is for; `nil` for any.
  package let classID: ClassID?
  /// The bank's identity, its `id`.
  package let bank: String
  /// The bank's title.
  package let bankTitle: String
  /// The bank's version.
  package let bankVersion: String
  /// When it was made, with the zone in force.
  package let made: LocalInstant
  /// What its draws started from.
  package let seed: UInt64
  /// The topics that were asked for, by id; empty for all.
  package let topics: [String]
  /// The titles of the topics of its questions, by id.
  package let topicTitles: [String: String]
  /// The questions, each once; the order in which figures tell of them.
  package let questions: [ClassQuestion]

  /// An activity from its parts.
  package init(
    id: ActivityID,
    kind: Kind,
    title: String,
    classID: ClassID?,
    bank: String,
    bankTitle: String,
    bankVersion: String,
    made: LocalInstant,
    seed: UInt64,
    topics: [String],
    topicTitles: [String: String],
    questions: [ClassQuestion]
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.classID = classID
    self.bank = bank
    self.bankTitle = bankTitle
    self.bankVersion = bankVersion
    self.made = made
    self.seed = seed
    self.topics = topics
    self.topicTitles = topicTitles
    self.questions = questions
  }

  /// The same for pupils, who need not know what the teacher's files call their class.
  package var withoutClass: ClassActivity {
    ClassActivity(
      id: id,
      kind: kind,
      title: title,
      classID: nil,
      bank: bank,
      bankTitle: bankTitle,
      bankVersion: bankVersion,
      made: made,
      seed: seed,
      topics: topics,
      topicTitles: topicTitles,
      questions: questions
    )
  }

  /// The forms of a paper; none of what is no paper.
  package var forms: [PaperForm] {
    if case .paper(let forms) = kind { return forms }
    return []
  }

  /// Who takes part in a game; nobody where the class does.
  package var participants: [Participant] {
    if case .game(let participants) = kind { return participants }
    return []
  }

  /// Whether what was read from a file can be asked and marked.
  package var isSound: Bool {
    !questions.isEmpty && questions.allSatisfy(\.isSound)
      && Set(questions.map(\.fact)).count == questions.count
      && forms.allSatisfy { $0.isSound(for: questions) }
  }
}
