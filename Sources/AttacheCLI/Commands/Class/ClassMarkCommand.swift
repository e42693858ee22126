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
      their own or run together; - is no answer, and a line with nothing behind the pupil or the form \
      is an absent pupil's. Marking twice changes nothing. What would take the place of answers that \
      are there is counted and asked about, or needs --replace; a paper that was written a second time \
      is marked with --sitting 2, and both stay.
      """
  )

  @Argument(help: "The file, as a spreadsheet exports it or as you typed it.")
  var file: String?

  @Option(help: "The paper's id, as printed on each page; the latest where it is not given.")
  var paper: String?

  @Option(
    name: .customLong("class"),
    help: "The class; the paper's own, or the only one, where it is not given."
  )
  var className: String?

  @Option(help: "The day on which it was written; today where it is not given.")
  var day: String?

  @Option(
    help: ArgumentHelp(
      "Which time the paper was written, 1 to \(ClassActivity.mostSittings); 1 where there is one.",
      valueName: "number"
    )
  )
  var sitting: Int?

  @Flag(help: "Corrections take the place of answers that are there; do not ask.")
  var replace = false

  @Option(
    help: ArgumentHelp(
      "Instead: take back what this pupil answered, by number or name.",
      valueName: "pupil"
    )
  )
  var remove: String?

  func validate() throws {
    guard (file == nil) != (remove == nil) else {
      throw ValidationError("Name a file of answers, or a pupil with --remove.")
    }
    if let sitting, !(1...ClassActivity.mostSittings).contains(sitting) {
      throw ValidationError("--sitting is 1 to \(ClassActivity.mostSittings).")
    }
  }

  func run(in environment: Environment) throws {
    let folder = try ClassFolder(in: environment)
    let choice = ActivityChoice(folder: folder)
    let paper = try choice.activity(paper, wanted: .paper, className: className)
    let ledger = try ClassLedger(in: environment)
    let schoolClass = try ledger.withoutForgotten(choice.schoolClass(className, of: paper))
    let marker = PaperMarker(
      environment: environment,
      folder: folder,
      ledger: ledger,
      paper: paper,
      schoolClass: schoolClass,
      sitting: sitting
    )
    if let remove { return try marker.remove(remove) }
    guard let file else { return }
    let moment = try moment(in: environment)
    let reader = AnswerSheetReader(schoolClass: schoolClass, paper: paper)
    let (sheets, absent, problems) = reader.read(try TeacherFile.table(file))
    guard !sheets.isEmpty || !absent.isEmpty || !problems.isEmpty else {
      throw ClassFileError.empty(path: file)
    }
    let maker = try choice.other(than: schoolClass, of: paper)
    guard let marked = try marker.mark(sheets, at: moment, replacing: replace) else { return }
    environment.tell(
      ClassWords.marked(
        paper,
        by: schoolClass,
        sitting: marked.sitting,
        pupils: sheets.count,
        new: marked.new,
        mean: meanScore(of: sheets)
      )
    )
    if let maker { environment.tell(ClassWords.madeFor(maker, not: schoolClass)) }
    if !absent.isEmpty { environment.tell(ClassWords.absent(absent, ofWhom: marked.standing)) }
    for problem in problems {
      let text = ErrorPresenter.marking(problem.issue, in: schoolClass)
      environment.talk(ErrorPresenter.safe("\(file):\(problem.line): \(text)") + "\n")
    }
    if !sheets.isEmpty { environment.tell(ClassWords.toReport(paper)) }
    ledger.backUpIfDue(in: environment)
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
