import Classroom
import QuizModel

/// What pupils answered on a paper, and how a file says so.
struct AnswerFile {
  /// One pupil's answers: the place of the option on the sheet, or nothing.
  struct Sheet: Hashable {
    var pupil: Pupil
    var form: PaperSheet
    var choices: [Int?]
  }

  /// How a file is written.
  struct Style {
    var separator = ","
    var newline = "\n"
    var hasMark = false
    var heading: String?

    static let plain = Style()

    static func drawn(using random: inout SplitMix64) -> Style {
      let separator = [",", ";", "\t"][random.below(3)]
      let heading = ["Pupil", "NAME", "number", "nr"][random.below(4)]
      return Style(
        separator: separator,
        newline: ["\n", "\r\n", "\r"][random.below(3)],
        hasMark: random.below(2) == 0,
        heading: random.below(2) == 0
          ? [heading, "Form", "1", "2"].joined(separator: separator) : nil
      )
    }
  }

  var sheets: [Sheet]

  /// Answers of some of a class, each on a form of their own choice.
  static func drawn(
    of paper: ClassActivity,
    by pupils: [Pupil],
    using random: inout SplitMix64
  ) -> AnswerFile {
    let sheets = paper.sheets
    return AnswerFile(
      sheets: pupils.map { pupil in
        let sheet = sheets[random.below(sheets.count)]
        return Sheet(pupil: pupil, form: sheet, choices: choices(on: sheet, using: &random))
      }
    )
  }

  static func choices(on sheet: PaperSheet, using random: inout SplitMix64) -> [Int?] {
    sheet.entries.map { entry in
      let place = random.below(entry.labels.count + 1)
      return place == entry.labels.count ? nil : place
    }
  }

  /// The lines, each in a manner of its own.
  func lines(_ style: Style, using random: inout SplitMix64) -> [String] {
    sheets.map { AnswerFile.line($0, separator: style.separator, using: &random) }
  }

  /// The whole file.
  func bytes(_ style: Style = .plain, using random: inout SplitMix64) -> [UInt8] {
    AnswerFile.bytes(lines(style, using: &random).map { Array($0.utf8) }, style)
  }

  static func bytes(_ lines: [[UInt8]], _ style: Style) -> [UInt8] {
    let all = (style.heading.map { [Array($0.utf8)] } ?? []) + lines
    let mark: [UInt8] = style.hasMark ? [0xef, 0xbb, 0xbf] : []
    return mark + all.joined(separator: style.newline.utf8)
  }

  /// One line, its letters in cells of their own or run together.
  static func line(
    _ sheet: Sheet,
    separator: String,
    using random: inout SplitMix64
  ) -> String {
    let isRun = random.below(2) == 0
    let isUpper = random.below(2) == 0
    var answers: [String] = []
    for (entry, choice) in zip(sheet.form.entries, sheet.choices) {
      answers.append(text(choice, of: entry, isRun: isRun, isUpper: isUpper, using: &random))
    }
    let pupil = random.below(2) == 0 ? "\(sheet.pupil.number)" : sheet.pupil.name.lowercased()
    let form = random.below(2) == 0 ? sheet.form.letter : sheet.form.letter.lowercased()
    let padding = random.below(2) == 0 ? " " : ""
    let cells = [pupil, form] + (isRun ? [answers.joined(separator: padding)] : answers)
    return cells.map { padding + $0 + padding }.joined(separator: separator)
  }

  private static func text(
    _ choice: Int?,
    of entry: PaperSheet.Entry,
    isRun: Bool,
    isUpper: Bool,
    using random: inout SplitMix64
  ) -> String {
    guard let choice else {
      return isRun ? ["-", ".", "?"][random.below(3)] : ["", "-", ".", "?"][random.below(4)]
    }
    var text = entry.labels[choice]
    if entry.item.form == .trueFalse, !isRun, random.below(2) == 0 {
      text = entry.item.options[choice].text
    }
    return isUpper ? text.uppercased() : text
  }
}

extension AnswerFile {
  /// What has to stand in a log once the file is marked.
  func expected(in paper: ClassActivity) -> [SessionID: [FactID: [Standing]]] {
    var expected: [SessionID: [FactID: [Standing]]] = [:]
    for sheet in sheets {
      var ofPupil: [FactID: [Standing]] = [:]
      for (entry, choice) in zip(sheet.form.entries, sheet.choices) {
        ofPupil[entry.item.fact] = [AnswerFile.standing(choice, of: entry.item)]
      }
      expected[ActivityRecords.session(of: sheet.pupil.id, in: paper.id)] = ofPupil
    }
    return expected
  }

  private static func standing(_ choice: Int?, of item: Item) -> Standing {
    guard let choice else { return .blank }
    guard choice == item.key else { return .wrong(item.options[choice].answerID) }
    // 60 for a statement, 100 for three options, 10 more for each further one, 20 % a step.
    let base = item.form == .trueFalse ? 60 : 100
    let options = item.form == .trueFalse ? 0 : item.options.count - 3
    let full = base * (100 + 20 * item.difficulty + 10 * options) / 100
    return .right(points: full / 5 * 5)
  }
}
