internal import CReadlineShim
package import Foundation

/// Reads lines from a terminal with GNU readline: editing keys, completion and history.
///
/// The user's inputrc file applies. readline keeps its state for the whole process, so two editors
/// may exist, but only one may read at a time, and always on the same thread.
///
/// A class, since it owns streams of the C library.
package final class ReadlineEditor: LineReading {
  /// What an editor is made with.
  package struct Settings: Sendable {
    /// Name that `$if` in the user's inputrc file compares with.
    package var applicationName = "attache"
    /// Descriptor of the terminal that is read.
    package var input: Int32 = STDIN_FILENO
    /// Descriptor of the terminal that is written to.
    package var output: Int32 = STDOUT_FILENO
    /// File that the history is loaded from and saved to; `nil` if it is not to outlive the editor.
    package var historyFile: URL?
    /// Whether a pasted text of several lines becomes one line instead of several answers.
    package var bracketsPaste = true

    /// Makes settings for the standard streams.
    package init() {}
  }

  /// The lines that can be recalled where a request keeps history.
  package var history = LineHistory()

  private let settings: Settings
  private let signals: SignalWatch
  private let editor: OpaquePointer

  /// Makes an editor.
  ///
  /// - Parameters:
  ///   - settings: Streams and files; the descriptors must stay open as long as the editor lives.
  ///   - signals: The program's watch on signals.
  /// - Throws: ``LineEditingError/descriptorUnusable(code:)``.
  package init(
    settings: Settings = Settings(),
    signals: SignalWatch
  ) throws(LineEditingError) {
    TerminalLocale.prepareForUTF8Input()
    guard
      let editor = attache_editor_create(
        settings.input,
        settings.output,
        settings.applicationName,
        settings.bracketsPaste
      )
    else { throw .descriptorUnusable(code: errno) }
    self.editor = editor
    self.settings = settings
    self.signals = signals
  }

  deinit {
    attache_editor_destroy(editor)
  }

  /// Asks for a line with editing keys; see ``LineReading/readLine(_:)``.
  package func readLine(_ request: LineRequest) -> LineInput {
    attache_wait_for_foreground(settings.input)
    if let stop = signals.takeStopRequest() {
      // The terminal has echoed the key wherever the cursor was.
      if stop == .interrupt { attache_editor_end_row(editor) }
      return LineInput(stop)
    }
    begin(request)
    let input = finishLine(by: Deadline(after: request.timeLimit))
    if request.keepsHistory, case .line(let line) = input { history.add(line) }
    return input
  }

  /// Adds the lines of the history file, if there is one, to the history.
  ///
  /// - Throws: Foundation's error if the file exists but cannot be read.
  package func loadHistory() throws {
    guard let file = settings.historyFile else { return }
    try history.load(from: file)
  }

  /// Writes the history to its file, if there is to be one.
  ///
  /// - Throws: Foundation's error if the file cannot be written.
  package func saveHistory() throws {
    guard let file = settings.historyFile else { return }
    try history.save(to: file)
  }

  private func begin(_ request: LineRequest) {
    attache_completions_clear()
    for word in request.completions { attache_completions_add(word.normalizedAsLine()) }
    attache_history_clear()
    if request.keepsHistory {
      for line in history.lines { attache_history_add(line) }
    }
    let hasBegun = attache_editor_begin(editor, request.prompt.marked)
    precondition(hasBegun, "A line was asked for while another one is being read")
  }

  private func finishLine(by deadline: Deadline) -> LineInput {
    while true {
      if let stop = signals.takeStopRequest() {
        attache_editor_abandon(false, stop == .interrupt)
        return LineInput(stop)
      }
      attache_editor_serve_signals()
      if deadline.hasPassed {
        // Keys that were meant for this line must not answer the next one.
        attache_editor_abandon(true, false)
        return .timedOut(partial: editedText())
      }
      switch attache_editor_step(deadline.millisecondsLeft) {
      case .editing: continue
      case .accepted: return .line(editedText())
      case .endOfInput:
        // A command that reads on is told so too when a signal comes or time is over.
        if let stop = signals.takeStopRequest() { return LineInput(stop) }
        return deadline.hasPassed ? .timedOut(partial: "") : .endOfInput
      case .hangup: return .terminated(signal: SIGHUP)
      }
    }
  }

  private func editedText() -> String {
    String(cString: attache_editor_line()).normalizedAsLine()
  }
}
