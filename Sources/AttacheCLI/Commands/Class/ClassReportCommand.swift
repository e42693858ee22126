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
      id, what was gained since on the facts that both asked; with --before the same id, since the \
      sitting before. Of a paper that was written more than once the latest sitting is told of.
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

  @Option(
    help: ArgumentHelp(
      "Which time a paper was written; the latest where it is not given.",
      valueName: "number"
    )
  )
  var sitting: Int?

  @Flag(help: "Of a homework count only what was in time.")
  var onTime = false

  @Option(
    help: ArgumentHelp(
      "What was gained since this one; the same id for the sitting before.",
      valueName: "id"
    )
  )
  var before: String?

  @Option(
    help: ArgumentHelp("Which sitting of the paper of --before it is.", valueName: "number")
  )
  var beforeSitting: Int?

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
    if beforeSitting != nil, before == nil {
      throw ValidationError("--before-sitting goes with --before and the id of a paper.")
    }
  }

  func run(in environment: Environment) throws {
    let marks = try scale.map { text in
      guard let scale = MarkScale(text) else { throw ClassCommandError.scale(text) }
      return scale
    }
    let folder = try ClassFolder(in: environment)
    let (results, schoolClass) = try results(of: id ?? after, sitting, folder, in: environment)
    let report = ClassReport(
      results,
      className: results.activity.participants.isEmpty ? schoolClass?.name : nil,
      scale: marks,
      marksCorrected: corrected
    )
    let comparison = try before.map { before in
      try self.comparison(of: results, with: before, folder, in: environment)
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

  private func comparison(
    of results: ClassResults,
    with before: String,
    _ folder: ClassFolder,
    in environment: Environment
  ) throws -> ReportComparison {
    var number = beforeSitting
    let isSame = ActivityID(before) == results.activity.id
    if isSame, number == nil {
      number = results.sittings.last { $0 < results.sitting }
      guard number != nil else {
        throw ClassCommandError.noSittingBefore(results.activity.id, results.sitting)
      }
    }
    let (earlier, _) = try self.results(of: before, number, folder, in: environment)
    let gain = ClassGain(before: earlier, after: results)
    guard gain.facts > 0 else {
      throw ClassCommandError.nothingInCommon(earlier.activity.id, results.activity.id)
    }
    func title(_ results: ClassResults) -> String {
      results.sittings.count > 1
        ? "\(results.activity.title), sitting \(results.sitting)" : results.activity.title
    }
    return ReportComparison(gain: gain, before: title(earlier), after: title(results))
  }

  private func results(
    of id: String?,
    _ sitting: Int?,
    _ folder: ClassFolder,
    in environment: Environment
  ) throws -> (ClassResults, SchoolClass?) {
    let choice = ActivityChoice(folder: folder)
    let ledger = try ClassLedger(in: environment)
    var found: (ClassActivity, SchoolClass?)?
    if id == nil { found = try latestAnswered(choice, ledger) }
    if found == nil {
      let activity = try choice.activity(id, wanted: .any, className: className)
      let isOfTeams = !activity.participants.isEmpty
      found = (activity, isOfTeams ? nil : try choice.schoolClass(className, of: activity))
    }
    guard let (activity, schoolClass) = found else { throw ClassCommandError.noClass }
    let results = try folder.results(
      of: activity,
      schoolClass: schoolClass,
      ledger: ledger,
      sitting: sitting,
      onTime: onTime
    )
    if let sitting, !results.sittings.contains(sitting) {
      throw ClassCommandError.noSitting(activity.id, sitting, known: results.sittings)
    }
    return (results, schoolClass)
  }

  /// The latest that anybody answered: a homework that was set an hour ago is not what a teacher
  /// wants to be told about.
  private func latestAnswered(
    _ choice: ActivityChoice,
    _ ledger: ClassLedger
  ) throws -> (ClassActivity, SchoolClass?)? {
    for activity in try choice.activities(of: className).reversed() {
      // Whose a paper of no class in particular is may not be clear; another is, then.
      let schoolClass = try? choice.schoolClass(className, of: activity)
      if activity.participants.isEmpty, schoolClass == nil { continue }
      let results = try choice.folder.results(
        of: activity,
        schoolClass: schoolClass,
        ledger: ledger
      )
      if !results.rows.isEmpty { return (activity, schoolClass) }
    }
    return nil
  }
}
