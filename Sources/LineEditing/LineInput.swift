/// What came of asking for a line.
package enum LineInput: Sendable, Equatable {
  /// The user finished a line.
  ///
  /// The text is in Unicode normal form C, trimmed, one line, and free of control characters; it
  /// may be empty.
  case line(String)
  /// There is nothing left to read: Ctrl-D on an empty line, or the end of a file or pipe.
  case endOfInput
  /// The user pressed Ctrl-C (SIGINT), now or since the line before.
  case interrupted
  /// The program was asked to end; `signal` is SIGTERM or SIGHUP.
  ///
  /// A vanished terminal counts as SIGHUP. Every later read gives the same answer.
  case terminated(signal: Int32)
  /// Time was over; `partial` is what had been typed so far, cleaned like a line.
  case timedOut(partial: String)
}
