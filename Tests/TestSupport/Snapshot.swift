import Foundation

/// Texts kept in files beside the tests, so that a person reads every screen before it ships.
package enum Snapshot {
  /// Compares a text with `Snapshots/<name>.txt` beside the test.
  ///
  /// `RECORD=1` in the environment writes the file anew. A missing file is written too, and still
  /// counts as a difference: a snapshot that nobody has read proves nothing.
  ///
  /// - Returns: Where the two differ first; `nil` where they are alike.
  package static func difference(
    of text: String,
    from name: String,
    test: String = #filePath
  ) -> String? {
    let folder = URL(fileURLWithPath: test).deletingLastPathComponent()
      .appendingPathComponent("Snapshots")
    let file = folder.appendingPathComponent("\(name).txt")
    let kept = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    guard let kept, !isRecording else {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      } catch {
        return "\(file.path) cannot be written: \(error)"
      }
      return isRecording ? nil : "\(file.path) was missing and has been written; read it"
    }
    guard kept.utf8.elementsEqual(text.utf8) == false else { return nil }
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    return """
      \(file.path):\(line + 1): differs; RECORD=1 takes the new text
      kept: \(line < old.count ? old[line] : "(nothing)")
      new:  \(line < new.count ? new[line] : "(nothing)")
      """
  }

  /// Makes colour codes visible as `<bold>`, `<green>`, `<red>`, `<faint>` and `</>`, and every
  /// other control character as `<U+001B>`.
  package static func tagged(_ text: String) -> String {
    var result = text
    for (code, tag) in [("1", "bold"), ("32", "green"), ("31", "red"), ("2", "faint"), ("0", "/")] {
      result = result.replacingOccurrences(of: "\u{1b}[\(code)m", with: "<\(tag)>")
    }
    return result.unicodeScalars.map { scalar in
      let isHarmless = scalar == "\n" || scalar.properties.generalCategory != .control
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return isHarmless
        ? String(scalar) : "<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>"
    }.joined()
  }
}
