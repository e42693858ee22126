import ArgumentParser
import Classroom
import Foundation
import QuizModel

/// Marks a paper.
struct ClassMarkCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Take in what pupils answered on a paper.",
    discussion: """
      A line a pupil: the pupil's number or name, the form, and a letter a question, in cells of \
      their own or run together; - is no answer. Marking twice changes nothing; a letter that was \
      corrected in the file takes the place of the one before.
      """
  )

  @Argument(help: "The file, as a spreadsheet exports it or as you typed it.")
  var file: String

  @Option(help: "The paper's id, as printed on each page; the latest where it is not given.")
  var paper: String?

  @Option(
    name: .customLong("class"),
    help: "The class; the paper's own, or the only one, where it is not given."
  )
  var className: String?

  @Option(help: "The day on which it was written; today where it is not given.")
  var day: String?

  func run(in environment: Environment) throws {
    let folder = try ClassFolder(in: environment)
    let choice = ActivityChoice(folder: folder)
    let paper = try choice.activity(paper, wanted: .paper, className: className)
    let ledger = try ClassLedger(in: environment)
    let schoolClass = try ledger.withoutForgotten(choice.schoolClass(className, of: paper))
    let moment = try moment(in: environment)
    let bytes = try TeacherFile.table(file)
    let (sheets, problems) = AnswerSheetReader(schoolClass: schoolClass, paper: paper).read(bytes)
    guard !sheets.isEmpty || !problems.isEmpty else { throw ClassFileError.empty(path: file) }
    let new = try folder.locked {
      let known = try ledger.answers(in: paper, by: sheets.map(\.pupil.id))
      let maker = MarkingRecords(paper: paper, moment: moment, known: known)
      return try ledger.write(sheets.flatMap(maker.records))
    }
    environment.tell(
      ClassWords.marked(paper, pupils: sheets.count, new: new, mean: meanScore(of: sheets))
    )
    for problem in problems {
      let text = ErrorPresenter.marking(problem.issue, in: schoolClass)
      environment.talk(ErrorPresenter.safe("\(file):\(problem.line): \(text)") + "\n")
    }
    if !sheets.isEmpty { environment.tell(ClassWords.toReport(paper)) }
    guard problems.isEmpty else { throw ClassCommandError.linesLeftOut(problems.count) }
  }

  /// The beginning of the day on which the paper was written: the same on each machine that marks
  /// it, and never still to come.
  private func moment(in environment: Environment) throws -> LocalInstant {
    let now = environment.now()
    let day = try day.map { try ClassDay.day($0, today: environment.today) } ?? environment.today
    let start = day.start(offsetAt: environment.offset)
    return LocalInstant(instant: start, zone: now.zone, offset: environment.offset(start))
  }

  private func meanScore(of sheets: [MarkedSheet]) -> Double {
    guard !sheets.isEmpty else { return 0 }
    let right = sheets.reduce(0) { sum, marked in
      sum + zip(marked.sheet.entries, marked.choices).count { $0.item.key == $1 }
    }
    return Double(right) / Double(sheets.count)
  }
}
