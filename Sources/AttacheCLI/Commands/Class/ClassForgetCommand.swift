import ArgumentParser
import Classroom
import LineEditing
import QuizModel
import ScoreStore
import TerminalUI

/// Erases a class or a pupil.
struct ClassForgetCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Erase a class or a pupil, from the log and its automatic backups too.",
    discussion: """
      Of a class go its pupils, their answers, its papers, games and homework. What you printed, \
      wrote to files of your own or backed up by hand is yours to delete.
      """
  )

  @Argument(help: "The class.")
  var name: String?

  @Argument(help: "The pupil's number or name; the whole class where it is not given.")
  var pupil: String?

  @Option(
    help: ArgumentHelp(
      "Instead: take back what was answered in this paper, game or homework, and remove it.",
      valueName: "id"
    )
  )
  var activity: String?

  @Flag(help: "Do not ask.")
  var yes = false

  func validate() throws {
    guard (name == nil) != (activity == nil) else {
      throw ValidationError("Name a class, or --activity and an id.")
    }
  }

  func run(in environment: Environment) throws {
    let folder = try ClassFolder(in: environment)
    if let activity {
      return try forget(try folder.activity(activity), folder, in: environment)
    }
    let schoolClass = try folder.schoolClass(named: name)
    if let text = pupil {
      try forget(text, of: schoolClass, folder, in: environment)
    } else {
      try forget(schoolClass, folder, in: environment)
    }
  }

  private func forget(
    _ text: String,
    of schoolClass: SchoolClass,
    _ folder: ClassFolder,
    in environment: Environment
  ) throws {
    let pupil: Pupil
    do throws(RosterProblem) {
      // Unasked nobody is erased by the beginning of a name.
      let all = schoolClass.withFormer
      pupil = try yes ? all.pupil(text) : all.pupil(beginning: text)
    } catch {
      throw ClassCommandError.roster(error)
    }
    guard try agrees("\(pupil.name) of \(schoolClass.name)", in: environment) else { return }
    // The log first: with the list gone nobody could name the answers any more.
    let report = try ClassLedger(in: environment).forget([pupil.id])
    try folder.locked {
      // Another command may have changed the list since somebody was asked.
      guard var now = try folder.classes().first(where: { $0.id == schoolClass.id }) else { return }
      now.forget(pupil)
      try folder.save(now)
    }
    environment.tell(ClassWords.forgot(pupil.name))
    if schoolClass.usesPseudonyms { environment.tell(ClassWords.keyIsYours) }
    say(report.untouched, in: environment)
  }

  private func forget(
    _ schoolClass: SchoolClass,
    _ folder: ClassFolder,
    in environment: Environment
  ) throws {
    let activities = try folder.activities().filter { $0.classID == schoolClass.id }
    let what = ClassWords.everything(of: schoolClass, activities: activities.count)
    guard try agrees(what, in: environment) else { return }
    let ledger = try ClassLedger(in: environment)
    let report = try folder.locked {
      // Another command may have added somebody since the teacher was asked.
      let classes = try folder.classes()
      let own = classes.filter { $0.id == schoolClass.id }.flatMap(\.everybody)
      let others = classes.filter { $0.id != schoolClass.id }.flatMap(\.everybody)
      let activities = try folder.activities().filter { $0.classID == schoolClass.id }
      let people = own + schoolClass.everybody
      let report = try ledger.forget(
        Array(Set(people.map(\.id))) + activities.flatMap(\.participants).map(\.id)
      )
      for activity in activities {
        // Another class may have written the same paper, and its results need the questions.
        let isOthers = try !ledger.answers(in: activity, by: others.map(\.id)).isEmpty
        try isOthers ? folder.save(activity.withoutClass) : folder.remove(activity)
      }
      try folder.remove(schoolClass)
      return report
    }
    environment.tell(ClassWords.forgot(schoolClass.name))
    if schoolClass.usesPseudonyms { environment.tell(ClassWords.keyIsYours) }
    say(report.untouched, in: environment)
  }

  /// Takes back what pupils answered, erases teams, and removes the file.
  private func forget(
    _ activity: ClassActivity,
    _ folder: ClassFolder,
    in environment: Environment
  ) throws {
    guard try agrees(ClassWords.everything(in: activity), in: environment) else { return }
    let ledger = try ClassLedger(in: environment)
    let withdrawal = ActivityWithdrawal(activity: activity, moment: environment.now())
    let report = try folder.locked {
      let pupils = try folder.classes().flatMap(\.everybody).map(\.id)
      let answers = try ledger.answers(in: activity, by: pupils)
      try ledger.write(withdrawal.records(of: pupils, answers: answers))
      let report = try ledger.forget(activity.participants.map(\.id))
      try folder.remove(activity)
      return report
    }
    environment.tell(ClassWords.forgot(activity.id.description))
    say(report.untouched, in: environment)
  }

  private func agrees(_ what: String, in environment: Environment) throws -> Bool {
    if yes { return true }
    let reader = try environment.makeReader()
    let shown = SafeText.cleaned(what)
    let request = LineRequest(
      prompt: Prompt(plain: "Erase \(shown)? This cannot be undone. Type yes > ")
    )
    let input = reader.readLine(request)
    if input == .line("yes") { return true }
    environment.say("Nothing was erased.")
    if let exit = ProgramExit(signalIn: input) { throw exit }
    return false
  }

  private func say(_ untouched: [String], in environment: Environment) {
    for path in untouched {
      environment.talk(ErrorPresenter.safe(ClassWords.untouched(path)) + "\n")
    }
  }
}
