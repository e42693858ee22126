import Foundation
package import QuizModel

/// A fact of the last release.
package struct LockedFact: Hashable, Sendable {
  /// Its name.
  package let id: FactID
  /// The line of facts.lock on which it stands, from 1 on.
  package let line: Int
}

/// A fact that has another name now.
package struct RenamedFact: Hashable, Sendable {
  /// What it was called.
  package let old: FactID
  /// What it is called.
  package let new: FactID
  /// The line of renamed.csv on which that stands, from 1 on.
  package let line: Int
}

/// The files of a bank that say what its facts were called in the last release.
///
/// What learners know goes by those names, so that nothing in them is passed over: whatever is not
/// understood is a problem.
struct ReleaseFiles {
  let folder: BankFolder

  static let lock = "facts.lock"
  static let renamed = "renamed.csv"
  private static let headers = [["old_id", "new_id"], ["old", "new"]]
  private static let shape = "family/row, as attache bank show --facts prints it"

  /// The facts of the last release, from facts.lock, one a line.
  ///
  /// - Parameter isNeeded: Whether it is a problem if the file is not there.
  /// - Returns: None where there is no file.
  /// - Throws: What is wrong with the file, and where.
  func locked(isNeeded: Bool) throws(BankProblem) -> [LockedFact] {
    guard let bytes = try bytes(of: ReleaseFiles.lock, isNeeded: isNeeded) else { return [] }
    let text = try BankFolder.text(bytes, of: ReleaseFiles.lock)
    var facts: [LockedFact] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (place, line) in lines.enumerated() where !line.isEmpty {
      let id = try fact(String(line), file: ReleaseFiles.lock, line: place + 1, column: 1)
      facts.append(LockedFact(id: id, line: place + 1))
    }
    return facts
  }

  /// The facts that have another name now, from renamed.csv, with a header or without one.
  ///
  /// - Returns: None where there is no file.
  /// - Throws: What is wrong with the file, and where.
  func renamedFacts() throws(BankProblem) -> [RenamedFact] {
    let file = ReleaseFiles.renamed
    guard let bytes = try bytes(of: file, isNeeded: false) else { return [] }
    _ = try BankFolder.text(bytes, of: file)
    var reader = CSVReader(bytes)
    var row = CSVRow()
    var facts: [RenamedFact] = []
    var isFirst = true
    while try next(&reader, &row) {
      defer { isFirst = false }
      if isFirst, ReleaseFiles.headers.contains(row.texts) { continue }
      guard row.count == 2 else {
        throw BankProblem(
          file: file,
          line: row.line,
          issue: .wrongCellCount(found: row.count, expected: 2)
        )
      }
      facts.append(
        RenamedFact(
          old: try fact(row.text(of: 0), file: file, line: row.line, column: 1),
          new: try fact(row.text(of: 1), file: file, line: row.line, column: 2),
          line: row.line
        )
      )
    }
    return facts
  }

  private func next(_ reader: inout CSVReader, _ row: inout CSVRow) throws(BankProblem) -> Bool {
    do throws(BankProblem) {
      return try reader.read(into: &row)
    } catch {
      throw BankProblem(
        file: ReleaseFiles.renamed,
        line: error.line,
        column: error.column,
        issue: error.issue
      )
    }
  }

  private func fact(
    _ text: String,
    file: String,
    line: Int,
    column: Int
  ) throws(BankProblem) -> FactID {
    if let id = FactID(text), !text.contains(where: \.isWhitespace) { return id }
    throw BankProblem(
      file: file,
      line: line,
      column: column,
      issue: .wrongShape(found: text, expected: ReleaseFiles.shape)
    )
  }

  private func bytes(of path: String, isNeeded: Bool) throws(BankProblem) -> [UInt8]? {
    let file = folder.url.appendingPathComponent(path)
    // A link that leads nowhere is there, and cannot be read.
    let isThere = (try? FileManager.default.attributesOfItem(atPath: file.path)) != nil
    guard isThere || isNeeded else { return nil }
    return try folder.bytes(of: path)
  }
}
