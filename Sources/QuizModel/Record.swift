package import FoundationEssentials

/// The lasting name of one record of the log.
package struct RecordID: Hashable, Sendable, Codable {
  /// What makes it unique.
  package let uuid: UUID

  /// Wraps a UUID.
  package init(_ uuid: UUID) {
    self.uuid = uuid
  }

  /// Reads one string.
  package init(from decoder: any Decoder) throws {
    uuid = try decoder.singleValueContainer().decode(UUID.self)
  }

  /// Writes one string.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(uuid)
  }
}

/// What a record says.
package enum RecordBody: Hashable, Sendable {
  /// A learner came into being.
  case learnerCreated(Learner)
  /// A learner has another name from now on.
  case learnerRenamed(Learner)
  /// These learners are one person; the smallest id stands for all.
  case learnersAreOne([LearnerID])
  /// A sitting began.
  case sessionOpened(SessionOpening)
  /// A sitting ended.
  case sessionClosed(SessionClosing)
  /// An item was answered.
  case answered(Answer)
  /// An earlier answer was taken back (undo).
  case retracted(Retraction)
  /// A learner left a note about an item.
  case flagged(ItemFlag)
  /// A learner set, changed or cleared a plan.
  case planSet(Plan)
  /// Everything of this learner is erased; this record stays and wins in every merge.
  case forgotten(LearnerID)
}

/// The beginning of a sitting.
package struct SessionOpening: Codable, Hashable, Sendable {
  /// Which sitting.
  package let session: SessionID
  /// Who sits.
  package let learner: LearnerID
  /// Why.
  package let mode: SessionMode
  /// The bank's identity.
  package let bank: String
  /// The bank's version.
  package let bankVersion: String
  /// The seed of the sitting, so that it can be replayed.
  package let seed: UInt64
  /// The topics chosen; empty for all.
  package let topics: [String]
  /// How many questions were wanted.
  package let questions: Int

  /// An opening from its parts.
  package init(
    session: SessionID,
    learner: LearnerID,
    mode: SessionMode,
    bank: String,
    bankVersion: String,
    seed: UInt64,
    topics: [String],
    questions: Int
  ) {
    self.session = session
    self.learner = learner
    self.mode = mode
    self.bank = bank
    self.bankVersion = bankVersion
    self.seed = seed
    self.topics = topics
    self.questions = questions
  }
}

/// The end of a sitting.
package struct SessionClosing: Codable, Hashable, Sendable {
  /// How it ended.
  package enum Reason: String, Codable, Hashable, Sendable {
    /// All questions were asked.
    case finished
    /// The learner left.
    case quit
    /// Ctrl-C.
    case interrupted
    /// The terminal or the process was ended from outside.
    case terminated
    /// The input ended.
    case endOfInput = "end-of-input"
  }

  /// Which sitting.
  package let session: SessionID
  /// How it ended.
  package let reason: Reason

  /// A closing from its parts.
  package init(session: SessionID, reason: Reason) {
    self.session = session
    self.reason = reason
  }
}

/// An answer taken back.
package struct Retraction: Codable, Hashable, Sendable {
  /// Whose answer it was.
  package let learner: LearnerID
  /// The record of the answer.
  package let answer: RecordID

  /// A retraction from its parts.
  package init(learner: LearnerID, answer: RecordID) {
    self.learner = learner
    self.answer = answer
  }
}

/// A note about an item, for its author.
package struct ItemFlag: Codable, Hashable, Sendable {
  /// Who left it.
  package let learner: LearnerID
  /// The id of the item, as printed.
  package let item: String
  /// The fact that was asked.
  package let fact: FactID
  /// The bank's identity.
  package let bank: String
  /// The bank's version.
  package let bankVersion: String
  /// The stem as shown.
  package let stem: String
  /// What is wrong with it, in the learner's words; may be empty.
  package let note: String

  /// A flag from its parts.
  package init(
    learner: LearnerID,
    item: String,
    fact: FactID,
    bank: String,
    bankVersion: String,
    stem: String,
    note: String
  ) {
    self.learner = learner
    self.item = item
    self.fact = fact
    self.bank = bank
    self.bankVersion = bankVersion
    self.stem = stem
    self.note = note
  }
}

/// What a learner plans: a day of departure, and how much a day.
package struct Plan: Codable, Hashable, Sendable {
  /// Whose plan.
  package let learner: LearnerID
  /// The day aimed at, as `YYYY-MM-DD`; `nil` clears it.
  package let departure: String?
  /// Questions a day, 1 or more.
  package let questionsPerDay: Int?
  /// Minutes a day, 1 or more.
  package let minutesPerDay: Int?
  /// The topics planned; empty for all.
  package let topics: [String]
  /// The chance of recall above which facts are kept where there is no day, 0.7 to 0.97; `nil` for
  /// what is usual.
  package let retention: Double?

  /// A plan from its parts.
  package init(
    learner: LearnerID,
    departure: String?,
    questionsPerDay: Int?,
    minutesPerDay: Int?,
    topics: [String],
    retention: Double? = nil
  ) {
    self.learner = learner
    self.departure = departure
    self.questionsPerDay = questionsPerDay
    self.minutesPerDay = minutesPerDay
    self.topics = topics
    self.retention = retention
  }
}

/// One entry of the log; once written it never changes.
package struct Record: Hashable, Sendable {
  /// Its lasting name.
  package let id: RecordID
  /// The machine that wrote it.
  package let device: UUID
  /// Its place in what that machine wrote, from 1 on, growing.
  package let sequence: Int64
  /// When it was written.
  package let instant: Instant
  /// What it says.
  package let body: RecordBody

  /// A record from its parts.
  package init(id: RecordID, device: UUID, sequence: Int64, instant: Instant, body: RecordBody) {
    self.id = id
    self.device = device
    self.sequence = sequence
    self.instant = instant
    self.body = body
  }
}
