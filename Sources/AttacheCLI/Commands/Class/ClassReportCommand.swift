import ArgumentParser
import Classroom
import Exchange
import QuizModel
import TerminalUI

/// Tells what came of a paper, a game or a homework.
struct ClassReportCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Results by pupil, question and topic, with the figures of every question.",
    discussion: """
      Figures come with intervals of 95 %, and below 20 answers none are given. With --before another \
      id, what was gained since on the facts that both asked.
      """
  )

  @Argument(help: "The id of the paper, game or homework; the latest where it is not given.")
  var id: String?

  @Option(name: .customLong("class"), help: "The class, where it is not the activity's own.")
  var className: String?

  @Option(
    help: ArgumentHelp(
      "Marks with the least percentage of each, such as 1=92,2=81,3=67,4=50,5=30,6=0.",
      valueName: "marks"
    )
  )
  var scale: String?

  @Flag(help: "Marks go by the score corrected for guessing.")
  var corrected = false

  @Option(help: ArgumentHelp("What was gained since this one.", valueName: "id"))
  var before: String?

  @Option(help: ArgumentHelp("The later one; the same as naming it first.", valueName: "id"))
  var after: String?

  @Flag(help: "Print a page for a browser or a printer, its charts included.")
  var html = false

  @Flag(help: "Print a table for a spreadsheet, a pupil a row.")
  var csv = false

  @Flag(help: "Print a table for a spreadsheet, a question a row.")
  var csvQuestions = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    guard [html, csv, csvQuestions, json].count(where: { $0 }) <= 1 else {
      throw ValidationError("One of --html, --csv, --csv-questions and --json at a time.")
    }
    if id != nil, after != nil {
      throw ValidationError("Name the later one once: first, or with --after.")
    }
  }

  func run(in environment: Environment) throws {
    let marks = try scale.map { text in
      guard let scale = MarkScale(text) else { throw ClassCommandError.scale(text) }
      return scale
    }
    let folder = try ClassFolder(in: environment)
    let (results, schoolClass) = try results(of: id ?? after, folder, in: environment)
    let report = ClassReport(
      results,
      className: results.activity.participants.isEmpty ? schoolClass?.name : nil,
      scale: marks,
      marksCorrected: corrected
    )
    let comparison = try before.map { before -> ReportComparison in
      let (earlier, _) = try self.results(of: before, folder, in: environment)
      let gain = ClassGain(before: earlier, after: results)
      guard gain.facts > 0 else {
        throw ClassCommandError.nothingInCommon(earlier.activity.id, results.activity.id)
      }
      return ReportComparison(
        gain: gain,
        before: earlier.activity.title,
        after: results.activity.title
      )
    }
    try print(report, of: results, comparison, in: environment)
  }

  private func print(
    _ report: ClassReport,
    of results: ClassResults,
    _ comparison: ReportComparison?,
    in environment: Environment
  ) throws {
    if html {
      environment.output(ReportPage(report, comparison: comparison).html)
    } else if csv {
      environment.output(ReportTable(report, of: results).pupils)
    } else if csvQuestions {
      environment.output(ReportTable(report, of: results).questions)
    } else if json {
      try environment.outputJSON(ReportData(report, comparison: comparison))
    } else {
      let traits = terminal.traits(in: environment)
      let screen = ReportScreen(traits: traits).screen(report, gain: comparison?.gain)
      environment.output(ScreenRenderer(traits: traits).text(screen))
    }
  }

  private func results(
    of id: String?,
    _ folder: ClassFolder,
    in environment: Environment
  ) throws -> (ClassResults, SchoolClass?) {
    let choice = ActivityChoice(folder: folder)
    let ledger = try ClassLedger(in: environment)
    if id == nil, let latest = try latestAnswered(choice, ledger) { return latest }
    let activity = try choice.activity(id, wanted: .any, className: className)
    let schoolClass =
      activity.participants.isEmpty ? try choice.schoolClass(className, of: activity) : nil
    return (
      try folder.results(of: activity, schoolClass: schoolClass, ledger: ledger), schoolClass
    )
  }

  /// The latest that anybody answered: a homework that was set an hour ago is not what a teacher
  /// wants to be told about.
  private func latestAnswered(
    _ choice: ActivityChoice,
    _ ledger: ClassLedger
  ) throws -> (ClassResults, SchoolClass?)? {
    for activity in try choice.activities(of: className).reversed() {
      // Whose a paper of no class in particular is may not be clear; another is, then.
      let schoolClass = try? choice.schoolClass(className, of: activity)
      if activity.participants.isEmpty, schoolClass == nil { continue }
      let results = try choice.folder.results(
        of: activity,
        schoolClass: schoolClass,
        ledger: ledger
      )
      if !results.rows.isEmpty { return (results, schoolClass) }
    }
    return nil
  }
}
