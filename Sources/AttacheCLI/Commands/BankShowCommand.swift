import ArgumentParser
import QuestionBank
import QuestionGenerator
import QuizModel
import TerminalUI

/// Shows what a bank holds.
struct BankShowCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "What a bank holds: its topics, and how much of each."
  )

  @OptionGroup var bank: BankOptions

  @Option(help: "Read the briefing of this topic.")
  var topic: String?

  @Flag(help: "Print the ids of all facts, as facts.lock holds those of a release.")
  var facts = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var terminal: TerminalOptions

  private struct Contents: Encodable {
    let description: BankDescription
    let topics: [TopicCount]
  }

  func run(in environment: Environment) throws {
    let bank = try bank.open(in: environment)
    if facts {
      let ids = try ItemFilter(bank: bank, topics: [], templates: [], fact: nil).factIDs()
      return environment.output(ids.map { "\($0)\n" }.joined())
    }
    let renderer = ScreenRenderer(traits: terminal.traits(in: environment))
    if let topic {
      guard let briefing = bank.briefing(of: topic) else {
        throw CommandError.noSuch(
          what: "topic",
          name: topic,
          known: bank.description.topics.map(\.id)
        )
      }
      let lines = briefing.split(separator: "\n", omittingEmptySubsequences: false)
        .reversed().drop(while: \.isEmpty).reversed()
        .map { line in
          line.hasPrefix("# ") ? Line(String(line.dropFirst(2)), .heading) : Line(String(line))
        }
      return environment.output(renderer.text(Screen(lines)))
    }
    let contents = Contents(description: bank.description, topics: try TopicCount.counts(of: bank))
    if json { return try environment.outputJSON(contents) }
    var lines = [
      Line("\(bank.description.title) (\(bank.description.name))", .heading),
      Line(
        "Version \(bank.description.version), facts checked up to "
          + "\(BankWords.date(bank.description.asOf)), "
          + "licence \(bank.description.licences.joined(separator: ", "))."
      ),
    ]
    for topic in contents.topics {
      lines.append(
        Line(
          "\(topic.id): \(topic.title), \(CountWords.count(topic.questions, "question")) from "
            + CountWords.count(topic.templates, "template"),
          indent: 2,
          hanging: 4
        )
      )
    }
    environment.output(renderer.text(Screen(lines)))
  }
}
