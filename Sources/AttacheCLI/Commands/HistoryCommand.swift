import ArgumentParser
import QuizModel
import ScoreStore
import TerminalUI

/// Lists the last sessions, and what was answered in them.
struct HistoryCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "The last sessions and their answers."
  )

  @Option(help: "How many sessions.")
  var sessions = 10

  @Option(help: "Only this learner.")
  var learner: String?

  @Flag(help: "Every answer, not the sessions alone.")
  var answers = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var terminal: TerminalOptions

  private struct Entry: Encodable {
    let session: PastSession
    let answers: [AnswerEntry]
  }

  func validate() throws {
    guard (1...100_000).contains(sessions) else {
      throw ValidationError("--sessions is 1 to 100000.")
    }
  }

  func run(in environment: Environment) throws {
    let log = try LogOpening.open(in: environment)
    let id = try learner.map { try log.learner(named: $0).id }
    var entries: [Entry] = []
    for session in try log.sessions(of: id, limit: sessions) {
      let given = answers || json ? try log.answers(in: session.opening.session) : []
      entries.append(Entry(session: session, answers: given))
    }
    if json { return try environment.outputJSON(entries) }
    guard !entries.isEmpty else {
      return environment.say("Nothing has been played yet; attache play starts a game.")
    }
    let offset = environment.now()
    let lines = entries.flatMap { entry in self.lines(of: entry, zone: offset) }
    environment.output(
      ScreenRenderer(traits: terminal.traits(in: environment)).text(Screen(lines))
    )
  }

  /// The right option; of a statement, whether it holds.
  private func solution(_ item: ShownItem) -> String {
    item.options.indices.contains(item.key) ? "(\(item.options[item.key]))" : ""
  }

  private func lines(of entry: Entry, zone: LocalInstant) -> [Line] {
    let session = entry.session
    let opened = LocalInstant(instant: session.opened, zone: zone.zone, offset: zone.offset)
    let topics =
      session.opening.topics.isEmpty
      ? "all topics" : session.opening.topics.joined(separator: ", ")
    let open =
      (session.closed == nil ? ", not closed" : "")
      + (session.isFromTheFuture ? ", from the future: the clock was wrong" : "")
    var lines = [
      Line(
        "\(DateWords.text(PartialDate(opened))): \(session.learner.name), \(topics): "
          + "\(session.right) of \(session.answers) right, "
          + "\(CountWords.count(session.points, "point"))\(open)",
        hanging: 2
      )
    ]
    for entry in entry.answers {
      let answer = entry.answer
      let mark = entry.isRetracted ? "taken back" : answer.isRight ? "right" : "missed"
      lines.append(
        Line("\(mark): \(answer.item.stem) \(solution(answer.item))", indent: 2, hanging: 4)
      )
    }
    return lines
  }
}
