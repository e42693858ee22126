import ArgumentParser
import LineEditing
import QuizModel
import ScoreStore
import TerminalUI

/// Keeps the local profiles.
struct LearnerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learner",
    abstract: "Add, list, rename, choose, unite and forget learners.",
    subcommands: [
      Add.self, List.self, Rename.self, Use.self, LearnerUniteCommand.self, Forget.self,
    ]
  )

  /// Adds a learner, who plays from now on.
  struct Add: EnvironmentCommand {
    static let configuration = CommandConfiguration(abstract: "Add a learner, who plays next.")

    @Argument(help: "The name.")
    var name: String

    func run(in environment: Environment) throws {
      let learner = try LogOpening.open(in: environment).addLearner(named: name)
      environment.say("Added \(learner.name), who plays next.")
    }
  }

  /// Lists the learners.
  struct List: EnvironmentCommand {
    static let configuration = CommandConfiguration(abstract: "List the learners.")

    @Flag(help: "Print JSON.")
    var json = false

    func run(in environment: Environment) throws {
      let scores = try LogOpening.open(in: environment).scores()
      if json { return try environment.outputJSON(scores) }
      let names = Dictionary(grouping: scores) { $0.learner.name.lowercased() }
      for score in scores {
        let isShared = names[score.learner.name.lowercased(), default: []].count > 1
        // Two of one name may have come together from two machines.
        let id = isShared ? " \(score.learner.id.description.prefix(8))" : ""
        let mark = score.isCurrent ? " (plays now)" : ""
        environment.say(
          "\(score.learner.name)\(id)\(mark): "
            + "\(RankWords.name(score.rank)), \(CountWords.count(score.points, "point"))"
        )
      }
      if scores.isEmpty { environment.say("Nobody yet; attache play adds you.") }
    }
  }

  /// Renames a learner.
  struct Rename: EnvironmentCommand {
    static let configuration = CommandConfiguration(abstract: "Give a learner another name.")

    @Argument(help: "The name or id so far.")
    var name: String

    @Argument(help: "The new name.")
    var newName: String

    func run(in environment: Environment) throws {
      let learner = try LogOpening.open(in: environment)
        .renameLearner(named: name, to: newName)
      environment.say("Renamed to \(learner.name).")
    }
  }

  /// Chooses who plays.
  struct Use: EnvironmentCommand {
    static let configuration = CommandConfiguration(abstract: "Choose who plays from now on.")

    @Argument(help: "The name or id.")
    var name: String

    func run(in environment: Environment) throws {
      let learner = try LogOpening.open(in: environment).useLearner(named: name)
      environment.say("\(learner.name) plays from now on.")
    }
  }

  /// Erases a learner.
  struct Forget: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      abstract: "Erase everything of a learner, from the automatic backups too."
    )

    @Argument(help: "The name or id.")
    var name: String

    @Flag(help: "Do not ask.")
    var yes = false

    func run(in environment: Environment) throws {
      let log = try LogOpening.open(in: environment)
      let learner = try log.learner(named: name)
      let shown = SafeText.cleaned(learner.name)
      if !yes {
        let reader = try environment.makeReader()
        let request = LineRequest(
          prompt: Prompt(plain: "Erase everything of \(shown)? This cannot be undone. Type yes > ")
        )
        let input = reader.readLine(request)
        guard input == .line("yes") else {
          environment.say("Nothing was erased.")
          if let exit = ProgramExit(signalIn: input) { throw exit }
          return
        }
      }
      let report = try log.forget(learner.id)
      environment.say("Erased \(shown).")
      for path in report.untouched {
        environment.talk("\(path) could not be rewritten and may still hold \(shown)\n")
      }
    }
  }
}
