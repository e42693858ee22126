import Classroom
import Exchange
import Foundation
import QuizModel

/// The file that holds the names behind pseudonyms, for the teacher alone.
struct PseudonymKey {
  private static let heading = ["pseudonym", "number", "name"]

  /// Where it stands.
  let path: String
  /// The file as it stands; `nil` where there is none yet.
  private let file: SpreadsheetText?
  /// The numbers on the list by the folded names that are known.
  private let numbers: [String: Int]

  /// Whether there is a file.
  var isThere: Bool { file != nil }

  /// The key of a class, which need not be there yet.
  ///
  /// - Parameters:
  ///   - schoolClass: Whose.
  ///   - path: Where; `nil` for a file named after the class, in the current folder.
  /// - Throws: ``ClassCommandError/noKeyFile(_:)`` for a file that is something else, or what
  ///   reading it throws.
  init(_ schoolClass: SchoolClass, path: String?) throws {
    self.path = path ?? "\(FileName.safe(schoolClass.name))-key.csv"
    let url = URL(fileURLWithPath: self.path)
    guard FileManager.default.fileExists(atPath: url.path) else {
      (file, numbers) = (nil, [:])
      return
    }
    let file = SpreadsheetText(try TeacherFile.bytes(of: url, limit: 4 << 20))
    let rows = file.map { TeacherTable(Array($0.text.utf8)).entries } ?? []
    // A spreadsheet program may add empty columns.
    guard let file, let head = rows.first?.cells.prefix(PseudonymKey.heading.count),
      head.map({ $0.lowercased() }) == PseudonymKey.heading
    else {
      throw ClassCommandError.noKeyFile(self.path)
    }
    var numbers: [String: Int] = [:]
    for row in rows.dropFirst() where row.cells.count >= 3 {
      numbers[Folding.folded(SpreadsheetRow.restored(row.cells[2]))] = Int(row.cells[1])
    }
    self.file = file
    self.numbers = numbers
  }

  /// The pupil who goes by a pseudonym for a name already; `nil` if nobody does.
  func pupil(_ name: String, in schoolClass: SchoolClass) -> Pupil? {
    guard let number = numbers[Folding.folded(name)] else { return nil }
    return schoolClass.pupils.first { $0.number == number }
  }

  /// Adds names in the manner of the file, as a spreadsheet program may have saved it; nobody else
  /// may read it.
  ///
  /// - Throws: ``ClassFileError``; the file is then as it was.
  func add(_ names: [(pupil: Pupil, name: String)]) throws {
    func row(_ cells: [String]) -> String {
      SpreadsheetRow.text(
        cells,
        separator: file?.separator ?? ",",
        quotesAll: file?.quotesAll ?? false,
        end: file?.lineEnd ?? "\r\n"
      )
    }
    let rows = names.map { row([$0.pupil.name, "\($0.pupil.number)", $0.name]) }.joined()
    let bytes = file?.adding(rows) ?? Array((row(PseudonymKey.heading) + rows).utf8)
    try TeacherFile.write(bytes, to: URL(fileURLWithPath: path), isPrivate: true)
  }
}
