import ArgumentParser
import QuestionBank
import QuizModel
import ScoreStore
import TerminalUI

/// Tells where the learners stand.
struct ScoresCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "Points, ranks and topics of each learner."
  )

  @Option(help: "Only this learner.")
  var learner: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var terminal: TerminalOptions

  private struct Entry: Encodable {
    let score: Score
    let topics: [TopicScore]
  }

  func run(in environment: Environment) throws {
    let log = try LogOpening.open(in: environment)
    let scores =
      try learner.map { [try log.score(of: try log.learner(named: $0).id)] }
      ?? log.scores()
    var entries: [Entry] = []
    for score in scores {
      entries.append(Entry(score: score, topics: try log.topicScores(of: score.learner.id)))
    }
    if json { return try environment.outputJSON(entries) }
    guard !entries.isEmpty else {
      return environment.say("Nobody has played yet; attache play starts a game.")
    }
    let lines = entries.flatMap { entry in self.lines(of: entry) }
    environment.output(
      ScreenRenderer(traits: terminal.traits(in: environment)).text(Screen(lines))
    )
  }

  private func lines(of entry: Entry) -> [Line] {
    let score = entry.score
    let mark = score.isCurrent ? " (plays now)" : ""
    var lines = [
      Line("\(score.learner.name)\(mark)", .heading),
      Line(
        "\(RankWords.name(score.rank)), \(CountWords.count(score.points, "point")); "
          + "\(score.right) of \(CountWords.count(score.answers, "answer")) right",
        indent: 2
      ),
    ]
    for topic in entry.topics {
      lines.append(
        Line(
          "\(topic.topic): \(topic.right) of \(topic.answers) right, "
            + "\(CountWords.count(topic.facts, "fact")), \(CountWords.count(topic.points, "point"))",
          indent: 4,
          hanging: 6
        )
      )
    }
    return lines
  }
}
