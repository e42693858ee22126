/// Something that can be asked for a line of text.
///
/// Readers are used from one thread, for a command-line program the main one: they wait without
/// letting any other task of that thread run.
package protocol LineReading: AnyObject {
  /// Asks for a line and waits for it.
  ///
  /// What the program has printed through the C library, as `print` does, appears before the
  /// prompt.
  ///
  /// - Parameter request: What to show, and what the user may do.
  /// - Returns: The line, or why there is none.
  func readLine(_ request: LineRequest) -> LineInput
}
