import Glibc
import ScoreStore
import TerminalUI

/// What is said about records that were left out.
enum LeftOutWords {
  /// How many records are named.
  private static let most = 20

  /// How many were left out, of which kinds, and which; a sentence a line.
  static func lines(_ leftOut: LeftOutRecords) -> [String] {
    var lines: [String] = []
    if leftOut.count > 0 {
      let kinds = leftOut.kinds.sorted { $0.key < $1.key }
        .map { "\($0.value) \($0.key.isEmpty ? "of no readable kind" : $0.key)" }
      lines.append(
        "\(CountWords.count(leftOut.count, "record")) \(leftOut.count == 1 ? "was" : "were") left out "
          + "(\(kinds.joined(separator: ", "))); all others were taken:"
      )
      lines += leftOut.first.prefix(most).map { "  \(IntakeWords.text($0))" }
      if leftOut.count > most { lines.append("  and \(leftOut.count - most) more") }
    }
    return lines + leftOut.short.map(text) + leftOut.files.map(file)
  }

  private static func file(_ path: String) -> String {
    path.isEmpty
      ? "a file of classes or banks was left out: it is not as it was written"
      : "the file \(path) was left out: it is not as it was written; the one that is here stays"
  }

  private static func text(_ export: ShortExport) -> String {
    let found =
      "\(CountWords.count(export.found, "record")) \(export.found == 1 ? "is" : "are") there"
    return export.told.map { "the export says that it holds \($0), but \(found); get it once more" }
      ?? "the export is cut off: it ends before its last line, and \(found); get it once more"
  }
}

extension Environment {
  /// Tells what was left out, so that nobody takes a part for the whole.
  ///
  /// - Throws: ``ProgramExit`` with the code for damaged data, unless nothing was left out.
  func tell(leftOut: LeftOutRecords) throws {
    guard !leftOut.isEmpty else { return }
    for line in LeftOutWords.lines(leftOut) { talk(SafeText.cleaned(line) + "\n") }
    throw ProgramExit(code: EX_DATAERR)
  }
}
