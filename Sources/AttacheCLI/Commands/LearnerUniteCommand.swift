import ArgumentParser
import LineEditing
import QuizModel
import ScoreStore
import TerminalUI

/// Makes two learners one.
struct LearnerUniteCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "unite",
    abstract: "Say that two learners are the same person, as after merging two machines.",
    discussion: "Their answers count together from now on, on every machine. It cannot be undone."
  )

  @Argument(help: "A name or id.")
  var name: String

  @Argument(help: "The other name or id.")
  var otherName: String

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var terminal: TerminalOptions

  func run(in environment: Environment) throws {
    let log = try LogOpening.open(in: environment)
    let (first, second) = (try log.learner(named: name), try log.learner(named: otherName))
    guard first.id != second.id else {
      return environment.say("\(first.name) is one person already.")
    }
    if !yes {
      let question =
        "Are \(words(first, try log.score(of: first.id).answers)) and "
        + "\(words(second, try log.score(of: second.id).answers)) the same person? "
        + "This cannot be undone."
      let reader = try environment.makeReader()
      let renderer = ScreenRenderer(traits: terminal.traits(in: environment))
      environment.output(renderer.text(Screen([Line(question)])))
      let answer = YesNoQuestion(reader: reader).answer()
      guard answer == .yes else {
        environment.say("Nothing was changed.")
        if case .none(let input) = answer, let exit = ProgramExit(signalIn: input) { throw exit }
        return
      }
    }
    let (person, _) = try log.uniteLearners(
      named: first.id.description,
      and: second.id.description
    )
    environment.say("They are one person now: \(person.name).")
  }

  private func words(_ learner: Learner, _ answers: Int) -> String {
    "\(learner.name) (\(CountWords.count(answers, "answer")))"
  }
}
