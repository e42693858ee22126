import LineEditing
import QuizModel
import TerminalUI

/// Waits after a reading until the room is ready for the questions.
struct ReadingPause {
  /// How many questions follow.
  let questions: Int
  /// What the reading rests on.
  let sources: [Source]
  let environment: Environment
  let reader: any LineReading
  let traits: TerminalTraits

  /// Waits for Enter.
  ///
  /// - Returns: Whether to go on.
  /// - Throws: ``ProgramExit`` where a signal ends the program.
  func goesOn() throws -> Bool {
    let request = LineRequest(
      prompt: Prompt(plain: BriefingWords.goAhead(questions)),
      completions: ["source", "help", "quit"]
    )
    while true {
      let input = reader.readLine(request)
      guard case .line(let line) = input else {
        if let exit = ProgramExit(signalIn: input) { throw exit }
        return false
      }
      switch line.lowercased() {
      case "": return true
      case "q", "quit", "exit", "leave": return false
      case "source", "sources", "s": show(BriefingScreen(traits: traits).sources(sources))
      case "?", "h", "help": show([Line(BriefingWords.help(questions))])
      default: show([Line(BriefingWords.unknown(ErrorPresenter.shown(line), questions))])
      }
    }
  }

  private func show(_ lines: [Line]) {
    environment.output(ScreenRenderer(traits: traits).text(Screen(lines)))
  }
}
