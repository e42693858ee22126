import Testing

/// A command that is run again and again, hit by a fault each time at another place.
struct FaultyCommand: CustomTestStringConvertible {
  /// What makes up the state that a command changes.
  enum Part: Hashable, Sendable {
    /// The records of the log.
    case log
    /// The files of classes and of what they did.
    case classes
    /// The banks that imports made.
    case banks
    /// What the command wrote into the user's own folder.
    case desk
  }

  /// How far a command goes at a time.
  enum Pace: Sendable {
    /// All parts are new, or all are old.
    case whole
    /// One part after the other; run again, it goes on.
    case byParts
    /// As by parts; run again, it makes another of what it makes.
    case anotherEachTime
    /// One record after the other, each of which stands.
    case byAnswers
  }

  /// What is run.
  let arguments: [String]
  /// What is typed.
  let input: String
  /// The file in the user's folder that standard output goes to; `nil` for a pipe.
  let output: String?
  /// The parts that it changes, in the order in which it does.
  let order: [Part]
  /// How far it goes at a time.
  let pace: Pace

  init(
    _ arguments: String...,
    input: String = "",
    output: String? = nil,
    order: [Part],
    pace: Pace = .byParts
  ) {
    self.arguments = arguments
    self.input = input
    self.output = output
    self.order = order
    self.pace = pace
  }

  /// A command of which it is not looked at what it changes.
  init(_ arguments: [String], input: String = "") {
    (self.arguments, self.input) = (arguments, input)
    (output, order, pace) = (nil, [], .byParts)
  }

  var testDescription: String { arguments.prefix(2).joined(separator: " ") }

  static let classMark = FaultyCommand("class", "mark", "marks.csv", order: [.log])
  static let dataRestore = FaultyCommand(
    "data",
    "restore",
    "earlier.backup",
    "--yes",
    order: [.log, .classes, .banks],
    pace: .whole
  )
  static let dataMerge = FaultyCommand("data", "merge", "other.jsonl", order: [.log])
  static let importQuestions = FaultyCommand(
    "import",
    "gift",
    "more.gift",
    "--bank",
    "rivers",
    order: [.banks]
  )

  /// Every command that writes what is to be kept.
  static let all = [
    classMark, dataRestore, dataMerge, importQuestions,
    FaultyCommand("class", "add", "7b", "Zoë Brandt", "Ina", order: [.classes]),
    FaultyCommand(
      "class",
      "forget",
      "7b",
      "Ada Lee",
      "--yes",
      order: [.log, .classes],
      pace: .whole
    ),
    FaultyCommand(
      "class",
      "assign",
      "--bank",
      "teachers-ten",
      "--class",
      "7b",
      "--questions",
      "2",
      "--seed",
      "8",
      "--output",
      "new.json",
      order: [.classes, .desk],
      pace: .anotherEachTime
    ),
    FaultyCommand("class", "collect", "result.json", order: [.log]),
    FaultyCommand(
      "class",
      "paper",
      "--bank",
      "teachers-ten",
      "--class",
      "7b",
      "--questions",
      "3",
      "--seed",
      "9",
      "--output",
      "new-paper",
      order: [.desk, .classes]
    ),
    FaultyCommand("data", "backup", "new.backup", order: [.desk]),
    FaultyCommand("data", "import", "other.jsonl", order: [.log]),
    FaultyCommand("data", "export", "--json", output: "new.jsonl", order: [.desk]),
    FaultyCommand("learner", "forget", "Ben Okoro", "--yes", order: [.log]),
    FaultyCommand(
      "play",
      "--bank",
      "teachers-ten",
      "--questions",
      "3",
      "--seed",
      "5",
      "--form",
      "multiple-choice",
      input: "a\n\na\n\na\n\n",
      order: [.log],
      pace: .byAnswers
    ),
  ]
}
