import ArgumentParser
import Classroom
import QuizModel
import ScoreStore
import TerminalUI

/// Plays a game in the room.
struct ClassPlayCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Play in the room: the question on the projector, you type who answered what.",
    discussion: """
      Type 3 b or red a, or the letters of all in one word: bacb. What is echoed is on the disk. Enter or reveal shows the \
      answer, skip leaves a question out, undo takes back, quit stops; --resume goes on another day.
      """
  )

  @OptionGroup var questions: ClassQuestionOptions

  @Option(name: .customLong("class"), help: "The class whose pupils answer one by one.")
  var className: String?

  @Option(help: "How many teams, 2 to 12; two where neither this nor a class is given.")
  var teams: Int?

  @Flag(help: "Go on with the game that was stopped last, or the one of --game.")
  var resume = false

  @Option(help: ArgumentHelp("Go on with this game.", valueName: "id"))
  var game: String?

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if let teams, !(2...Teams.names.count).contains(teams) {
      throw ValidationError("--teams is 2 to \(Teams.names.count).")
    }
  }

  func run(in environment: Environment) throws {
    let folder = try ClassFolder(in: environment)
    let ledger = try ClassLedger(in: environment)
    let activity =
      try resume || game != nil ? known(in: folder, ledger) : made(in: environment, folder)
    let participants =
      activity.participants.isEmpty
      ? try ledger.withoutForgotten(
        ActivityChoice(folder: folder).schoolClass(className, of: activity)
      ).pupils.map(\.participant)
      : activity.participants
    guard !participants.isEmpty else {
      throw ClassCommandError.nobodyInClass
    }
    let answers = try ledger.answers(in: activity, by: participants.map(\.id))
    var runner = RoomRunner(
      game: RoomGame(activity: activity, participants: participants, answers: answers),
      save: { records throws(ScoreStoreError) in try ledger.write(records) },
      environment: environment,
      reader: try environment.makeReader(),
      traits: terminal.traits(in: environment),
      topics: activity.topicTitles
    )
    defer { ledger.backUpIfDue(in: environment) }
    try runner.run()
    environment.tell(ClassWords.toReport(activity))
  }

  private func known(in folder: ClassFolder, _ ledger: ClassLedger) throws -> ClassActivity {
    let choice = ActivityChoice(folder: folder)
    if game == nil, let stopped = try stopped(choice, ledger) { return stopped }
    return try choice.activity(game, wanted: .game, className: className)
  }

  /// The latest game in which there is something left to ask.
  private func stopped(
    _ choice: ActivityChoice,
    _ ledger: ClassLedger
  ) throws -> ClassActivity? {
    try choice.activities(of: className).last { activity in
      guard ActivityChoice.Wanted.game.fits(activity) else { return false }
      let people =
        activity.participants.isEmpty
        ? try choice.schoolClass(className, of: activity).everybody.map(\.participant)
        : activity.participants
      let answers = try ledger.answers(in: activity, by: people.map(\.id))
      return RoomGame(activity: activity, participants: people, answers: answers).goesOn
    }
  }

  /// A new game, kept before its first question is shown.
  private func made(in environment: Environment, _ folder: ClassFolder) throws -> ClassActivity {
    let schoolClass = try className.map { try folder.schoolClass(named: $0) }
    if teams == nil, let schoolClass, schoolClass.pupils.isEmpty {
      throw ClassCommandError.nobodyInClass
    }
    let count = teams ?? (schoolClass == nil ? 2 : 0)
    let participants = Teams.names.prefix(count).enumerated().map { place, name in
      Participant(id: LearnerID(environment.makeUUID()), number: place + 1, name: name)
    }
    let maker = try ActivityMaker(questions, in: environment)
    let activity = try maker.activity(
      .game(Array(participants)),
      questions: maker.draw().questions,
      schoolClass: schoolClass,
      isRepeatable: false
    )
    try folder.save(activity)
    return activity
  }
}
