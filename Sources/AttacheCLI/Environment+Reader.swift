import Glibc
import LineEditing

extension Environment {
  /// The reader that suits the program's streams; it watches for signals from now on.
  func makeReader() throws -> any LineReading {
    if let reader = scriptedReader { return reader }
    var settings = ReadlineEditor.Settings()
    // Line editing needs a terminal that can move its cursor; a plain prompt does otherwise.
    if variables["TERM"] == nil { settings.bracketsPaste = false }
    return try StandardLineReader.make(settings: settings, signals: try SignalWatch())
  }
}
