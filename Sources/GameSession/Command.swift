import QuizModel

/// What a player can say besides an answer.
package enum Command: String, Hashable, Sendable, CaseIterable {
  /// Goes on to the next question, as Enter does.
  case next
  /// Takes one wrong option away, or tells letters of a typed answer, for points.
  case hint
  /// "Don't know", without penalty.
  case skip
  /// What is true of every option, once answered.
  case why
  /// All sources, once answered.
  case source
  /// Leaves a note about the item for its author.
  case flag
  /// The score so far.
  case score
  /// Takes the last answer back.
  case undo
  /// The commands.
  case help
  /// Ends the session.
  case quit
}
