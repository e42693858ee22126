import LineEditing
import QuestionBank
import TerminalUI

/// Asks which topic is wanted.
struct TopicChoice {
  let topics: [TopicCount]
  let environment: Environment
  let reader: any LineReading
  let renderer: ScreenRenderer

  /// The topic that is chosen; `nil` if nobody wants one.
  ///
  /// - Throws: ``ProgramExit`` where a signal ends the program.
  func topic() throws -> Topic? {
    let search = TopicSearch(topics.map { Topic(id: $0.id, title: $0.title) })
    let request = LineRequest(
      prompt: Prompt(plain: BriefingWords.whichTopic),
      completions: topics.map(\.title) + topics.map(\.id)
    )
    while true {
      let input = reader.readLine(request)
      guard case .line(let line) = input else {
        if let exit = ProgramExit(signalIn: input) { throw exit }
        return nil
      }
      switch line.lowercased() {
      case "q", "quit", "exit", "leave": return nil
      case "", "?", "help": say(BriefingWords.nothingChosen(topics.count))
      default:
        do throws(TopicSearch.Problem) {
          return try search.topic(line)
        } catch {
          say(words(for: error))
        }
      }
    }
  }

  private func words(for problem: TopicSearch.Problem) -> String {
    switch problem {
    case .unknown(let name, let nearest, _):
      return BriefingWords.noTopic(
        ErrorPresenter.shown(name),
        nearest: nearest?.title,
        count: topics.count
      )
    case .ambiguous(let name, let candidates):
      let titles = candidates.map { candidate in
        let place = topics.firstIndex { $0.id == candidate.id }
        return "\((place ?? 0) + 1) (\(candidate.title))"
      }
      return BriefingWords.severalTopics(ErrorPresenter.shown(name), titles)
    }
  }

  private func say(_ sentence: String) {
    environment.output(renderer.text(Screen([Line(sentence)])))
  }
}
