package import QuizModel

/// Something to be said to the player; TerminalUI puts it into words.
package enum SessionMessage: Hashable, Sendable {
  /// A question, with the options that hints have left.
  case question(ShownQuestion)
  /// What came of an answer.
  case verdict(Verdict)
  /// What is true of each option.
  case whys(Item)
  /// Everything that the fact rests on.
  case sources(Item)
  /// The score so far.
  case score(ScoreSoFar)
  /// The commands that have a meaning now.
  case help(answering: Item?)
  /// The note was kept.
  case flagged(note: String)
  /// The last answer was taken back.
  case undone
  /// There is nothing to take back.
  case nothingToUndo
  /// Another hint would give the answer away.
  case noHint
  /// The command has a meaning only before an answer.
  case onlyBeforeAnswer(Command)
  /// The command has a meaning only after an answer.
  case onlyAfterAnswer(Command)
  /// The line fits several things.
  case ambiguous([String])
  /// The line fits nothing; hints have left the options of the item that are not in `removed`.
  case unknown(String, answering: Item?, removed: Set<Int>)
  /// The text is no name that the bank knows; typed once more it counts.
  case unknownName(String)
  /// The text is only a part of a name.
  case partOfName(String)
  /// The option was taken away by a hint.
  case removedOption(String)
  /// Nothing was typed where an answer is wanted; hints have left the options that are not in
  /// `removed`.
  case answerWanted(Item, removed: Set<Int>)
  /// Nothing else can be asked like this.
  case exhausted
  /// The answer was kept; whether it was right is told at the end.
  case kept
  /// The command is not for answers that are marked by somebody else.
  case notWhileGraded(Command)
  /// The session was stopped before its end, after so many answers.
  case stopped(answered: Int)
  /// The end.
  case summary(SessionSummary)
}

/// A question as it is shown.
package struct ShownQuestion: Hashable, Sendable {
  /// Its number, from 1 on.
  package let number: Int
  /// How many are wanted.
  package let total: Int
  /// What is asked.
  package let item: Item
  /// The places of the options that hints took away.
  package let removed: Set<Int>
  /// What a hint has told of an answer that is typed.
  package let clue: TypedClue?
  /// The points so far; `nil` while they are not told.
  package let points: Int?
}

/// How an answer turned out.
package enum Outcome: Hashable, Sendable {
  /// The key was chosen.
  case right
  /// Another option was chosen, at this place.
  case wrong(Int)
  /// Something else was typed; what is true of it, or nothing.
  case wrongTyped(why: String)
  /// "Don't know".
  case skipped
  /// The time limit passed.
  case timedOut
}

/// What is said after an answer.
package struct Verdict: Hashable, Sendable {
  /// How it turned out.
  package let outcome: Outcome
  /// What was asked.
  package let item: Item
  /// The points earned.
  package let points: Int
  /// Whether what is said can change and is so old that it may be out of date.
  package let mayBeOutdated: Bool
  /// How the answer is spelt, where a slip was forgiven.
  package let spelling: String?
}

/// The score within a session.
package struct ScoreSoFar: Hashable, Sendable {
  /// Questions answered, skipped ones included, those taken back not.
  package let answered: Int
  /// Those that were right.
  package let right: Int
  /// The points.
  package let points: Int
}

/// What a session came to.
package struct SessionSummary: Hashable, Sendable {
  /// The score.
  package let score: ScoreSoFar
  /// What was missed, in the order asked.
  package let missed: [Item]
  /// The points over time before the session.
  package let pointsBefore: Int
  /// Why it ended.
  package let reason: SessionClosing.Reason
}
