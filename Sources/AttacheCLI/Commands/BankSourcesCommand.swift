import ArgumentParser
import QuestionBank
import QuizModel
import TerminalUI

/// Lists what a bank rests on.
struct BankSourcesCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Everything that a bank rests on."
  )

  @OptionGroup var bank: BankOptions

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var terminal: TerminalOptions

  func run(in environment: Environment) throws {
    let sources = try bank.open(in: environment).allSources()
    if json { return try environment.outputJSON(sources) }
    guard !sources.isEmpty else { return environment.say("This bank lists no sources.") }
    let lines = sources.flatMap { source -> [Line] in
      let publisher = source.publisher.isEmpty ? "" : ", \(source.publisher)"
      let date = source.date.isEmpty ? "undated" : BankWords.date(source.date)
      let line = Line("\(source.id): \(source.title)\(publisher) (\(date))", hanging: 2)
      return source.url.isEmpty ? [line] : [line, Line(source.url, .faint, indent: 2)]
    }
    environment.output(
      ScreenRenderer(traits: terminal.traits(in: environment)).text(Screen(lines))
    )
  }
}
