import Classroom
import Exchange
import Foundation
import QuizModel

/// The file that holds the names behind pseudonyms, for the teacher alone.
struct PseudonymKey {
  private static let heading = ["pseudonym", "number", "name"]

  /// Where it stands.
  let path: String
  private let bytes: [UInt8]
  /// The numbers on the list by the folded names that are known.
  private let numbers: [String: Int]

  /// The key of a class, which need not be there yet.
  ///
  /// - Parameters:
  ///   - schoolClass: Whose.
  ///   - path: Where; `nil` for a file named after the class, in the current folder.
  /// - Throws: ``ClassCommandError/noKeyFile(_:)`` for a file that is something else, or what
  ///   reading it throws.
  init(_ schoolClass: SchoolClass, path: String?) throws {
    self.path = path ?? "\(FileName.safe(schoolClass.name))-key.csv"
    let file = URL(fileURLWithPath: self.path)
    guard FileManager.default.fileExists(atPath: file.path) else {
      (bytes, numbers) = ([], [:])
      return
    }
    bytes = try TeacherFile.bytes(of: file, limit: 4 << 20)
    let rows = TeacherTable(bytes).entries
    guard rows.first?.cells == PseudonymKey.heading else {
      throw ClassCommandError.noKeyFile(self.path)
    }
    var numbers: [String: Int] = [:]
    for row in rows.dropFirst() where row.cells.count >= 3 {
      numbers[Folding.folded(SpreadsheetRow.restored(row.cells[2]))] = Int(row.cells[1])
    }
    self.numbers = numbers
  }

  /// The pupil who goes by a pseudonym for a name already; `nil` if nobody does.
  func pupil(_ name: String, in schoolClass: SchoolClass) -> Pupil? {
    guard let number = numbers[Folding.folded(name)] else { return nil }
    return schoolClass.pupils.first { $0.number == number }
  }

  /// Adds names; nobody else may read the file.
  ///
  /// - Throws: ``ClassFileError``; the file is then as it was.
  func add(_ names: [(pupil: Pupil, name: String)]) throws {
    var text = bytes.isEmpty ? SpreadsheetRow.text(PseudonymKey.heading) : ""
    if let last = bytes.last, last != 0x0a { text = "\r\n" }
    for (pupil, name) in names {
      text += SpreadsheetRow.text([pupil.name, "\(pupil.number)", name])
    }
    try TeacherFile.write(bytes + Array(text.utf8), to: URL(fileURLWithPath: path), isPrivate: true)
  }
}
