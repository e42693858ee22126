internal import Foundation

/// The reader that suits what the program's standard streams are connected to.
package enum StandardLineReader {
  /// Makes an editor if both streams are terminals, else a plain reader, as GNU readline would
  /// interpret and echo piped text like keys.
  ///
  /// - Parameters:
  ///   - settings: Streams and files; of no consequence for a plain reader but the streams.
  ///   - signals: The program's watch on signals.
  /// - Returns: The reader.
  /// - Throws: ``LineEditingError/descriptorUnusable(code:)``.
  package static func make(
    settings: ReadlineEditor.Settings = ReadlineEditor.Settings(),
    signals: SignalWatch
  ) throws(LineEditingError) -> any LineReading {
    guard isatty(settings.input) == 1, isatty(settings.output) == 1 else {
      return PlainLineReader(input: settings.input, output: settings.output, signals: signals)
    }
    return try ReadlineEditor(settings: settings, signals: signals)
  }
}
