package import GameSession
package import QuizModel

/// What happens to a game in the room.
package enum RoomEvent: Sendable {
  /// It begins, or goes on.
  case started
  /// A line was typed, at this moment.
  case line(String, at: LocalInstant)
  /// The input is over, or something from outside ends it.
  case ended
}

/// What a game in the room wants done, in this order.
package enum RoomEffect: Hashable, Sendable {
  /// Say something.
  case say(RoomMessage)
  /// Write these to the log, synced, before anything that follows.
  case record([Record])
  /// Ask for a line.
  case ask(RoomPrompt)
  /// It is over.
  case finish
}

/// What a line is asked for.
package enum RoomPrompt: Hashable, Sendable {
  /// Answers: so many of so many are in.
  case answers(given: Int, of: Int)
  /// A go-ahead after the answer was shown.
  case goAhead(isLast: Bool)
}

/// Something to be said to the room; TerminalUI puts it into words.
package enum RoomMessage: Hashable, Sendable {
  /// A question.
  case question(item: Item, number: Int, total: Int, standings: [RoomStanding])
  /// Answers were noted: who, and which option; `nil` where an entry was taken away.
  case noted([RoomNote], missing: [String])
  /// The answer: who chose what, and what each earned.
  case reveal(item: Item, choices: [RoomChoice], standings: [RoomStanding])
  /// What is true of each option.
  case session(SessionMessage)
  /// The running score.
  case standings([RoomStanding])
  /// Who has not answered yet.
  case missing([String])
  /// The question was left out.
  case skipped
  /// The last line was taken back, or the last question is open again.
  case undone
  /// There is nothing to take back.
  case nothingToUndo
  /// The command has a meaning only before the answer is shown.
  case onlyBefore(RoomCommand)
  /// The command has a meaning only once the answer is shown.
  case onlyAfter(RoomCommand)
  /// Enter before all have answered.
  case notAll(missing: [String])
  /// The line cannot be read.
  case problem(RoomLineProblem)
  /// The words that have a meaning now.
  case help(isRevealed: Bool)
  /// The end: how many questions were answered, of how many, and whether none is left to ask.
  case summary([RoomStanding], asked: Int, total: Int, isOver: Bool)
}

/// An answer that was noted.
package struct RoomNote: Hashable, Sendable {
  /// Who.
  package let name: String
  /// What the option is marked by; `nil` where the entry was taken away.
  package let label: String?
  /// What the option was marked by that stood for them before; `nil` where none did, or the same.
  package let overridden: String?
}

/// What somebody chose.
package struct RoomChoice: Hashable, Sendable {
  /// Who.
  package let name: String
  /// What the option is marked by; `nil` for none.
  package let label: String?
  /// Whether it was right.
  package let isRight: Bool
  /// The points earned, 0 or more.
  package let points: Int
}

/// Where somebody stands: right answers and points, kept apart.
package struct RoomStanding: Hashable, Sendable {
  /// The number by which the teacher may name them.
  package let number: Int
  /// Who.
  package let name: String
  /// How many answers were right.
  package let right: Int
  /// How many answers were given.
  package let answered: Int
  /// The points.
  package let points: Int
}
