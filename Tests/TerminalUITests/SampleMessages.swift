import QuizModel
import TestSupport

@testable import GameSession

/// One message of every kind, and several of those that can look in different ways.
enum SampleMessages {
  private static let states = Item.sampleChoice(
    explanation: "Guinea established diplomatic relations with the DPRK on 8 October 1958.",
    whys: ["Cuba did so on 29 August 1960.", "Sweden did so on 7 April 1973.", ""],
    sources: [.sample, .bare]
  )
  private static let embassies = Item.sampleChoice(
    ["the United Kingdom", "Laos", "Germany"],
    key: 1,
    stem: "As of August 2024, which of these had an embassy working in Pyongyang?",
    explanation: "As of August 2024, the embassy of Laos in Pyongyang was working.",
    whys: ["The embassy of the United Kingdom had not come back.", "", ""],
    row: "lao",
    topic: "embassies-in-pyongyang",
    changes: true,
    asOf: "2024-08",
    sources: [.bare]
  )
  private static let statement = Item.sampleStatement(
    false,
    explanation: "Guinea and the DPRK established diplomatic relations in 1958."
  )
  private static let typed = Item.sampleTyped()
  private static let year = Item.sampleTypedYear()
  private static let authored = Item.sampleChoice(
    ["No.", "Yes.", "Nobody knows."],
    key: 1,
    stem: "Is this a question?",
    explanation: "It is one.",
    whys: ["", "", "It is known."],
    topic: "own-questions",
    sources: []
  )
  private static let own = Item.sampleChoice(
    ["No.", "Yes.", "Nobody knows."],
    key: 1,
    whys: ["", "", "It is known."],
    sources: [.words]
  )
  private static let long = Item.sampleChoice(
    [
      "Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnung", "조선민주주의인민공화국 외무성 ☎️",
      "Ministère des Affaires étrangères de la République française 🇫🇷",
    ],
    key: 1,
    stem: "Wie heißt 外交部, the ministry that speaks for 朝鮮民主主義人民共和国, in its own language?",
    explanation: "It is called 조선민주주의인민공화국 외무성.",
    topic: "words-of-diplomacy",
    sources: [
      Source(
        id: "url",
        title: "Ministry of Foreign Affairs",
        publisher: "조선중앙통신",
        date: "2026",
        url: "https://example.org/a/very/long/address/that/has/no/place/to/break/it/index.html?q=1"
      )
    ]
  )

  /// Titles of the topics.
  static let topics = [
    "when-they-began": "When they began",
    "embassies-in-pyongyang": "Embassies in Pyongyang",
    "words-of-diplomacy": "The words of diplomacy, in every language there is",
  ]

  /// Every message with a name.
  static let all: [(name: String, message: SessionMessage)] = [
    ("first question", .question(question(1, states, points: 0))),
    ("question after a hint", .question(question(2, states, removed: [0], points: 120))),
    ("statement", .question(question(3, statement, points: 1))),
    ("typed", .question(question(4, typed, points: 1))),
    (
      "typed, after a hint",
      .question(question(4, typed, clue: TypedClue(typed), points: 1))
    ),
    ("typed, a year", .question(question(5, year, points: 151))),
    ("long words", .question(question(10, long, points: 12_345))),
    ("topic without a title", .question(question(4, authored, points: 60))),
    ("right", .verdict(verdict(.right, states, points: 100))),
    ("right, a statement", .verdict(verdict(.right, statement, points: 60))),
    ("right, typed", .verdict(verdict(.right, typed, points: 150))),
    (
      "right but for a slip",
      .verdict(verdict(.right, typed, points: 150, spelling: "the Soviet Union"))
    ),
    ("wrong", .verdict(verdict(.wrong(0), states))),
    ("wrong, typed", .verdict(verdict(.wrongTyped(why: "Sweden did so in 1973."), typed))),
    ("wrong, typed, nothing known of it", .verdict(verdict(.wrongTyped(why: ""), year))),
    ("skipped, typed", .verdict(verdict(.skipped, typed))),
    ("wrong, nothing known of it", .verdict(verdict(.wrong(0), authored))),
    ("wrong, somebody's own words", .verdict(verdict(.wrong(2), own))),
    ("wrong, may be out of date", .verdict(verdict(.wrong(0), embassies, mayBeOutdated: true))),
    ("wrong, a statement", .verdict(verdict(.wrong(0), statement))),
    ("wrong, long words", .verdict(verdict(.wrong(0), long))),
    ("skipped", .verdict(verdict(.skipped, states))),
    ("skipped, a statement", .verdict(verdict(.skipped, statement))),
    ("timed out", .verdict(verdict(.timedOut, states))),
    ("whys", .whys(states)), ("whys of a statement", .whys(statement)),
    ("whys, some unknown", .whys(authored)), ("whys, typed", .whys(typed)),
    ("sources", .sources(states)), ("a long address", .sources(long)),
    ("no sources", .sources(authored)),
    ("score", .score(ScoreSoFar(answered: 3, right: 2, points: 160))),
    ("score of one", .score(ScoreSoFar(answered: 1, right: 1, points: 5))),
    ("help at a question", .help(answering: states)),
    ("help at a statement", .help(answering: statement)),
    ("help at a typed answer", .help(answering: typed)),
    ("help at a year that is typed", .help(answering: year)),
    ("help between questions", .help(answering: nil)),
    ("flagged", .flagged(note: "")), ("flagged with a note", .flagged(note: "Cuba came later")),
    ("undone", .undone), ("nothing to undo", .nothingToUndo), ("no hint", .noHint),
    ("only before an answer", .onlyBeforeAnswer(.hint)),
    ("only after an answer", .onlyAfterAnswer(.why)),
    ("next comes after an answer", .onlyAfterAnswer(.next)),
    ("ambiguous", .ambiguous(["Guinea", "Guinea-Bissau"])),
    ("ambiguous, three", .ambiguous(["Source of the Nile", "source", "score"])),
    ("unknown at a question", .unknown("Belgium", answering: states, removed: [])),
    ("unknown after a hint", .unknown("Belgium", answering: states, removed: [0])),
    ("unknown at a statement", .unknown("maybe", answering: statement, removed: [])),
    ("unknown at a year that is typed", .unknown("long ago", answering: year, removed: [])),
    ("unknown between questions", .unknown("a", answering: nil, removed: [])),
    ("unknown name", .unknownName("Guinnea Bisao")),
    ("part of a name", .partOfName("Congo")),
    ("removed option", .removedOption("Cuba")),
    ("answer wanted", .answerWanted(states, removed: [])),
    ("answer wanted after hints", .answerWanted(states, removed: [1])),
    ("answer wanted, a statement", .answerWanted(statement, removed: [])),
    ("answer wanted, typed", .answerWanted(typed, removed: [])),
    ("answer wanted, a year that is typed", .answerWanted(year, removed: [])),
    ("exhausted", .exhausted),
    ("kept, graded", .kept), ("not while graded", .notWhileGraded(.hint)),
    ("not while graded, after an answer", .notWhileGraded(.undo)),
    ("stopped, graded", .stopped(answered: 3)),
    ("stopped after one, graded", .stopped(answered: 1)),
    ("end, all right", .summary(summary(ScoreSoFar(answered: 10, right: 10, points: 990)))),
    (
      "end, some missed, promoted",
      .summary(
        summary(
          ScoreSoFar(answered: 10, right: 8, points: 820),
          missed: [statement, embassies],
          before: 900
        )
      )
    ),
    (
      "end, Ambassador",
      .summary(
        summary(ScoreSoFar(answered: 1, right: 0, points: 0), missed: [long], before: 60_000)
      )
    ),
    ("end, nothing answered", .summary(summary(ScoreSoFar(answered: 0, right: 0, points: 0)))),
  ]

  /// A kind's name; the switch makes a new kind of message ask for a sample above.
  static func kind(of message: SessionMessage) -> String {
    switch message {
    case .question: "question"
    case .verdict: "verdict"
    case .whys: "whys"
    case .sources: "sources"
    case .score: "score"
    case .help: "help"
    case .flagged: "flagged"
    case .undone: "undone"
    case .nothingToUndo: "nothing to undo"
    case .noHint: "no hint"
    case .onlyBeforeAnswer: "only before"
    case .onlyAfterAnswer: "only after"
    case .ambiguous: "ambiguous"
    case .unknown: "unknown"
    case .unknownName: "unknown name"
    case .partOfName: "part of a name"
    case .removedOption: "removed option"
    case .answerWanted: "answer wanted"
    case .exhausted: "exhausted"
    case .kept: "kept"
    case .notWhileGraded: "not while graded"
    case .stopped: "stopped"
    case .summary: "summary"
    }
  }

  /// How many kinds ``kind(of:)`` knows.
  static let kindCount = 23

  private static func question(
    _ number: Int,
    _ item: Item,
    removed: Set<Int> = [],
    clue: TypedClue? = nil,
    points: Int
  ) -> ShownQuestion {
    ShownQuestion(
      number: number,
      total: 10,
      item: item,
      removed: removed,
      clue: clue,
      points: points
    )
  }

  private static func verdict(
    _ outcome: Outcome,
    _ item: Item,
    points: Int = 0,
    mayBeOutdated: Bool = false,
    spelling: String? = nil
  ) -> Verdict {
    Verdict(
      outcome: outcome,
      item: item,
      points: points,
      mayBeOutdated: mayBeOutdated,
      spelling: spelling
    )
  }

  private static func summary(
    _ score: ScoreSoFar,
    missed: [Item] = [],
    before: Int = 0
  ) -> SessionSummary {
    SessionSummary(score: score, missed: missed, pointsBefore: before, reason: .finished)
  }
}
