import ArgumentParser
import LineEditing
import QuestionGenerator

/// Plays a game.
struct PlayCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Play a game of questions.",
    discussion: """
      Answer with the letter in front of an option, its number, or its name. Other words are hint, \
      skip, next, why, source, flag, score, undo, help and quit. With --form typed there are no \
      options, and the answer is typed.
      """
  )

  @OptionGroup var bank: BankOptions

  @Option(help: "Only this topic; may be given more than once.")
  var topic: [String] = []

  @Option(help: "How many questions, 1 to 1000.")
  var questions = 10

  @Option(help: "multiple-choice, true-false, typed or mixed.")
  var form = FormChoice.mixed

  @Option(help: "The number of options, 3 to 5.")
  var options = 3

  @Option(help: "Play the same game again: the number that all draws start from.")
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Seconds for each answer, 1 to 3600; no limit without it.",
      valueName: "seconds"
    )
  )
  var timeLimit: Int?

  @Option(help: ArgumentHelp("Who plays; the one who played last where it is not given."))
  var learner: String?

  @Option(
    help: ArgumentHelp(
      "Play the homework in this file; the questions are the teacher's then.",
      valueName: "file"
    )
  )
  var assignment: String?

  @Option(help: "With --assignment: what your teacher calls you; asked where it is not given.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "With --assignment: the file to hand in; named after homework and pupil without it.",
      valueName: "file"
    )
  )
  var output: String?

  @OptionGroup var replacing: ReplaceOptions

  @Flag(help: "At the end, name the sources of what was missed.")
  var sources = false

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    guard (1...1000).contains(questions) else {
      throw ValidationError("--questions is 1 to 1000.")
    }
    guard (3...5).contains(options) else { throw ValidationError("--options is 3 to 5.") }
    if let timeLimit, !(1...3600).contains(timeLimit) {
      throw ValidationError("--time-limit is 1 to 3600 seconds.")
    }
    if assignment == nil, name != nil || output != nil {
      throw ValidationError("--name and --output go with --assignment.")
    }
  }

  func run(in environment: Environment) throws {
    if let assignment {
      let player = try HomeworkPlayer(
        file: assignment,
        environment: environment,
        terminal: terminal,
        reader: try environment.makeReader()
      )
      return try player.play(learnerName: learner, pupilName: name, output: output, replacing)
    }
    let bank = try bank.open(in: environment)
    let launcher = GameLauncher(
      environment: environment,
      terminal: terminal,
      reader: try environment.makeReader()
    )
    try launcher.play(
      GameWishes(
        topics: topic,
        questions: questions,
        form: form,
        options: options,
        seed: seed,
        timeLimit: timeLimit,
        player: .named(learner),
        playCommand: self.bank.playCommand,
        citesMissed: sources
      ),
      bank: bank
    )
  }
}
