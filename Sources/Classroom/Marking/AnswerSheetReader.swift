import GameSession
import QuestionBank
import QuizModel

/// Reads what pupils answered on a paper: lines with pupil, form, and a letter a question.
///
/// The letters stand in cells of their own, or run together in one cell; an empty cell, `-`, `.` or
/// `?` is no answer. A line without any cell of answers that says something is an absent pupil's.
package struct AnswerSheetReader {
  private let schoolClass: SchoolClass
  private let sheets: [String: PaperSheet]
  private let letters: [String]

  /// A reader of the answers of a class to a paper.
  package init(schoolClass: SchoolClass, paper: ClassActivity) {
    self.schoolClass = schoolClass
    let all = paper.sheets
    letters = all.map(\.letter)
    sheets = Dictionary(all.map { ($0.letter, $0) }) { first, _ in first }
  }

  /// Words that head the column of pupils.
  private static let headings: Set<String> = [
    "pupil", "pupils", "name", "names", "student", "number", "no", "nr",
  ]
  /// What stands for no answer.
  private static let blanks: Set<String> = ["", "-", ".", "?"]

  /// Reads a file.
  ///
  /// - Parameter bytes: As a spreadsheet exports it, separated by commas, semicolons or tabs.
  /// - Returns: The sheets that could be read, who has a line without any answer, which is to have
  ///   been absent, and the lines that could not be read, each in the order of the file.
  package func read(
    _ bytes: [UInt8]
  ) -> (sheets: [MarkedSheet], absent: [Pupil], problems: [MarkingProblem]) {
    var marked: [MarkedSheet] = []
    var absent: [Pupil] = []
    var problems: [MarkingProblem] = []
    var lines: [LearnerID: Int] = [:]
    for (place, row) in TeacherTable(bytes).entries.enumerated() {
      if place == 0, isHeading(row.cells) { continue }
      do throws(MarkingProblem) {
        let (pupil, sheet) = try self.sheet(row)
        if let line = lines[pupil.id] {
          throw MarkingProblem(line: row.line, issue: .repeated(pupil, line: line))
        }
        lines[pupil.id] = row.line
        if let sheet { marked.append(sheet) } else { absent.append(pupil) }
      } catch {
        problems.append(error)
      }
    }
    return (marked, absent, problems)
  }

  private func isHeading(_ cells: [String]) -> Bool {
    guard let first = cells.first?.lowercased() else { return false }
    return AnswerSheetReader.headings.contains(first) && (try? schoolClass.pupil(first)) == nil
  }

  /// The pupil of a line, and the sheet; `nil` where nothing at all is answered.
  private func sheet(_ row: TeacherTable.Entry) throws(MarkingProblem) -> (Pupil, MarkedSheet?) {
    func problem(_ issue: MarkingProblem.Issue) -> MarkingProblem {
      MarkingProblem(line: row.line, issue: issue)
    }
    if let unreadable = row.problem { throw problem(.unreadable(unreadable)) }
    let pupil: Pupil
    do throws(RosterProblem) {
      pupil = try schoolClass.pupil(row.cells[0])
    } catch {
      throw problem(.pupil(error))
    }
    let cells = row.cells.dropFirst(2)
    // A dash is an answer that was left out; nothing is a pupil who was not there.
    let isEmpty = cells.allSatisfy(\.isEmpty)
    guard row.cells.count > 1, !(isEmpty && row.cells[1].isEmpty) else { return (pupil, nil) }
    let letter = row.cells[1].uppercased()
    guard let sheet = sheets[letter] else {
      throw problem(.noSuchForm(row.cells[1], known: letters))
    }
    if isEmpty { return (pupil, nil) }
    let answers = answers(in: Array(cells), on: sheet.entries)
    guard answers.count == sheet.entries.count else {
      throw problem(.wrongCount(found: answers.count, wanted: sheet.entries.count))
    }
    var choices: [Int?] = []
    for (entry, answer) in zip(sheet.entries, answers) {
      guard let choice = AnswerSheetReader.choice(answer, of: entry) else {
        throw problem(.noSuchOption(answer, question: entry.number, known: entry.labels))
      }
      choices.append(choice)
    }
    let marked = MarkedSheet(pupil: pupil, line: row.line, sheet: sheet, choices: choices)
    return (pupil, marked)
  }

  /// The answers of a line: one a cell, or one a letter where they run together.
  private func answers(in cells: [String], on entries: [PaperSheet.Entry]) -> [String] {
    let wanted = entries.count
    var cells = cells[...]
    // A spreadsheet adds empty cells where another line is longer.
    while cells.count > wanted, cells.last == "" { cells.removeLast() }
    guard wanted > 1, let run = cells.first, cells.dropFirst().allSatisfy(\.isEmpty) else {
      return Array(cells)
    }
    // Who left everything blank but the first question wrote one answer, not a run of them.
    let isOne = entries.first.map { AnswerSheetReader.choice(run, of: $0) != nil } ?? false
    if isOne, cells.count == wanted { return Array(cells) }
    return run.filter { !$0.isWhitespace }.map { String($0) }
  }

  /// The option that an answer stands for, by its place; `.some(nil)` for no answer, `nil` for what
  /// is neither.
  private static func choice(_ answer: String, of entry: PaperSheet.Entry) -> Int?? {
    // A spreadsheet makes longer dashes of hyphens.
    let folded = Folding.folded(answer)
    if blanks.contains(folded) { return .some(nil) }
    if let place = entry.labels.firstIndex(of: folded) { return place }
    guard entry.item.form == .trueFalse else { return nil }
    return entry.item.options.firstIndex { Folding.folded($0.text) == folded }.map { .some($0) }
  }
}
