package import QuizModel

/// What happens to a session.
package enum SessionEvent: Sendable {
  /// The session begins.
  case started
  /// The next item; `nil` if nothing is left to ask.
  case drawn(Item?)
  /// The question now stands on the screen.
  case shown(at: LocalInstant)
  /// A line was typed, this many milliseconds after the question was shown.
  case line(String, taken: Int)
  /// The time limit passed.
  case timedOut(taken: Int)
  /// A record was written.
  case recorded(RecordID)
  /// The input is over, or something from outside ends the session.
  case ended(SessionClosing.Reason)
}

/// What a session wants done, in this order.
package enum SessionEffect: Hashable, Sendable {
  /// Draw the next item and report it.
  case draw
  /// Say something.
  case say(SessionMessage)
  /// Write this to the log, synced, before anything that follows; report the record.
  case record(RecordBody)
  /// Report the moment: a question has just been shown.
  case noteShown
  /// Ask for a line.
  case ask(SessionPrompt)
  /// It is over.
  case finish
}

/// What a line is asked for.
package enum SessionPrompt: Hashable, Sendable {
  /// An answer; the time limit, if there is one, runs from the moment the question was shown.
  case answer
  /// A go-ahead: Enter, or a command; `undo` as long as there is something to take back.
  case goAhead(isLast: Bool, canUndo: Bool)
}
