/// What a teacher may type in a game in the room beside answers.
package enum RoomCommand: String, Hashable, Sendable, CaseIterable {
  /// Shows the right answer.
  case reveal
  /// Goes to the next question; only after the answer was shown.
  case next
  /// Goes on without asking this one.
  case skip
  /// Takes back the last line, or opens the last question again.
  case undo
  /// Shows the question once more, or its answer.
  case again
  /// The running score.
  case score
  /// Who has not answered yet.
  case missing
  /// What is true of each option; only after the answer was shown.
  case why
  /// What it rests on; only after the answer was shown.
  case source
  /// The words that have a meaning now.
  case help
  /// Stops; the game may go on another day.
  case quit
}
