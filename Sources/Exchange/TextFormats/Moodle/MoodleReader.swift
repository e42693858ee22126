/// Reads Moodle XML, as Moodle and other programs write it.
///
/// Held are multiple choice with one right answer, and true/false; all else is left out.
enum MoodleReader {
  /// The items of a document.
  ///
  /// - Throws: ``ImportError`` where it is dangerous, not well formed, or no quiz.
  static func read(_ text: ImportedText) throws(ImportError) -> ImportedItems {
    let blank = text.bytes.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d }
    let skipped = blank.count { $0 == 0x0a }
    let bytes = Array(text.bytes.dropFirst(blank.count))
    do {
      return try MoodleParsing.read(try MoodlePrologue.checked(bytes)) { line in line + skipped }
    } catch {
      throw ImportError(line: error.line.map { $0 + skipped }, column: error.column, error.issue)
    }
  }
}
