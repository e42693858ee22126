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
    // From the list too, together with the log.
    let report = try ClassLedger(in: environment).forget([pupil.id])
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
    // Another command may have added somebody since the teacher was asked.
    let now = try folder.classes().filter { $0.id == schoolClass.id }
    let people = (now + [schoolClass]).flatMap(\.everybody).map(\.id)
    let own = try folder.activities().filter { $0.classID == schoolClass.id }
    // The list goes together with the log.
    let report = try ledger.forget(
      Array(Set(people)) + own.flatMap(\.participants).map(\.id) + [schoolClass.id.tombstone]
    )
    try folder.locked {
      let others = try folder.classes().flatMap(\.everybody).map(\.id)
      for activity in own {
        // Another class may have written the same paper, and its results need the questions.
        let isOthers = try !ledger.answers(in: activity, by: others).isEmpty
        try isOthers ? folder.save(activity.withoutClass) : folder.remove(activity)
      }
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
    let report = try ledger.forget(activity.participants.map(\.id))
    try folder.locked {
      let pupils = try folder.classes().flatMap(\.everybody).map(\.id)
      let answers = try ledger.answers(in: activity, by: pupils)
      try ledger.write(withdrawal.records(of: pupils, answers: answers))
      try folder.remove(activity)
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
