/// What a learner did with an item.
package enum Choice: Codable, Hashable, Sendable {
  /// Chose the option at this place.
  case option(Int)
  /// Typed this, cleaned and cut to ``TypedText/limit``; the id of what the bank knows by that name,
  /// the right answer's included, or the year, if it is one.
  case typed(String, answerID: String?)
  /// Said "don't know".
  case dontKnow
  /// Let the time limit pass.
  case timedOut

  private enum Keys: String, CodingKey {
    case option
    case other
    case typed
    case answer
  }

  /// Reads `{"option": n}`, `{"typed": "Cuba", "answer": "cub"}` or `{"other": "dont-know"}`.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Keys.self)
    if let place = try container.decodeIfPresent(Int.self, forKey: .option) {
      self = .option(place)
      return
    }
    if let text = try container.decodeIfPresent(String.self, forKey: .typed) {
      self = .typed(text, answerID: try container.decodeIfPresent(String.self, forKey: .answer))
      return
    }
    switch try container.decode(String.self, forKey: .other) {
    case "dont-know": self = .dontKnow
    case "timed-out": self = .timedOut
    case let unknown:
      throw DecodingError.dataCorruptedError(
        forKey: .other,
        in: container,
        debugDescription: "No such choice: \(unknown)."
      )
    }
  }

  /// Writes the same form.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    switch self {
    case .option(let place): try container.encode(place, forKey: .option)
    case .typed(let text, let id):
      try container.encode(text, forKey: .typed)
      try container.encodeIfPresent(id, forKey: .answer)
    case .dontKnow: try container.encode("dont-know", forKey: .other)
    case .timedOut: try container.encode("timed-out", forKey: .other)
    }
  }
}

/// An item as it stood on the screen, whole, so that the log needs no bank to be read.
package struct ShownItem: Codable, Hashable, Sendable {
  /// The stem or statement.
  package let stem: String
  /// The texts of the options, in the order shown; of a typed item the right answer alone, which
  /// was not shown.
  package let options: [String]
  /// The answer ids behind the options, in the same order.
  package let answerIDs: [String]
  /// The place of the key.
  package let key: Int
  /// How it was asked.
  package let form: Form
  /// The number of options asked for; 0 for a typed item.
  package let optionCount: Int
  /// The seed that rebuilds it.
  package let seed: UInt64

  /// What of an item the log keeps.
  package init(_ item: Item) {
    stem = item.stem
    options = item.options.map(\.text)
    answerIDs = item.options.map(\.answerID)
    key = item.key
    form = item.form
    optionCount = item.id.optionCount
    seed = item.id.seed
  }

  /// A shown item from its parts.
  package init(
    stem: String,
    options: [String],
    answerIDs: [String],
    key: Int,
    form: Form,
    optionCount: Int,
    seed: UInt64
  ) {
    self.stem = stem
    self.options = options
    self.answerIDs = answerIDs
    self.key = key
    self.form = form
    self.optionCount = optionCount
    self.seed = seed
  }
}

/// One answer as the log keeps it.
package struct Answer: Codable, Hashable, Sendable {
  /// The session in which it was given.
  package let session: SessionID
  /// Who answered.
  package let learner: LearnerID
  /// What was asked, as shown.
  package let item: ShownItem
  /// The fact that was asked.
  package let fact: FactID
  /// The template that asked it.
  package let template: String
  /// The topic of the template.
  package let topic: String
  /// The bank's identity, its `id`.
  package let bank: String
  /// The bank's version.
  package let bankVersion: String
  /// What was done.
  package let choice: Choice
  /// Whether the choice was the key.
  package let isRight: Bool
  /// How many hints were given, 0 or more: wrong options removed, or letters told.
  package let hints: Int
  /// The points earned, 0 or more.
  package let points: Int
  /// When the item was shown, with the zone in force.
  package let shownAt: LocalInstant
  /// Milliseconds from showing to answering, 0 or more.
  package let taken: Int
  /// The right answer in words.
  package let correctAnswer: String
  /// A digest of answer, sources and as-of, so that a later bank can tell what changed since.
  package let digest: String

  /// An answer from its parts.
  package init(
    session: SessionID,
    learner: LearnerID,
    item: ShownItem,
    fact: FactID,
    template: String,
    topic: String,
    bank: String,
    bankVersion: String,
    choice: Choice,
    isRight: Bool,
    hints: Int,
    points: Int,
    shownAt: LocalInstant,
    taken: Int,
    correctAnswer: String,
    digest: String
  ) {
    self.session = session
    self.learner = learner
    self.item = item
    self.fact = fact
    self.template = template
    self.topic = topic
    self.bank = bank
    self.bankVersion = bankVersion
    self.choice = choice
    self.isRight = isRight
    self.hints = hints
    self.points = points
    self.shownAt = shownAt
    self.taken = taken
    self.correctAnswer = correctAnswer
    self.digest = digest
  }
}

extension Answer {
  /// The id of what was chosen or typed, right or wrong; `nil` where nothing was, or nothing that
  /// the bank knows.
  package var chosenAnswerID: String? {
    switch choice {
    case .option(let place):
      item.answerIDs.indices.contains(place) ? item.answerIDs[place] : nil
    case .typed(_, let id): id
    case .dontKnow, .timedOut: nil
    }
  }

  /// What was chosen or typed, as it was read; `nil` where nothing was.
  package var chosenText: String? {
    switch choice {
    case .option(let place): item.options.indices.contains(place) ? item.options[place] : nil
    case .typed(let text, _): text
    case .dontKnow, .timedOut: nil
    }
  }
}
