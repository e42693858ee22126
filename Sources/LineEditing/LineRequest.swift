/// What a line is asked for with.
package struct LineRequest: Sendable, Equatable {
  /// What stands in front of the cursor.
  package var prompt: Prompt
  /// How long the user has; `nil`: as long as they like, zero or less: no time at all.
  ///
  /// The limit goes on while the process is stopped.
  package var timeLimit: Duration?
  /// Texts that TAB completes the line to; upper and lower case count as the same.
  package var completions: [String]
  /// Whether earlier lines can be recalled and this one is kept to be recalled later.
  ///
  /// False for answers: neither do they become history, nor does the up key show any.
  package var keepsHistory: Bool

  /// Makes a request.
  ///
  /// - Parameters:
  ///   - prompt: What stands in front of the cursor.
  ///   - timeLimit: How long the user has; `nil`: as long as they like.
  ///   - completions: Texts that TAB completes the line to.
  ///   - keepsHistory: Whether the line belongs to the history.
  package init(
    prompt: Prompt,
    timeLimit: Duration? = nil,
    completions: [String] = [],
    keepsHistory: Bool = false,
  ) {
    self.prompt = prompt
    self.timeLimit = timeLimit
    self.completions = completions
    self.keepsHistory = keepsHistory
  }
}
