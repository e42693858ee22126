import LineEditing
import ScoreStore

/// Asks whether a game goes on although nothing can be saved.
struct UnsavedQuestion {
  /// What the player wants.
  enum Decision: Equatable {
    case playOn
    /// The program ends with this code.
    case leave(code: Int32)
  }

  let environment: Environment
  let reader: any LineReading

  /// Says what is wrong, and asks; where nobody can be asked the answer is no.
  func decision(after error: ScoreStoreError) -> Decision {
    environment.talk(ErrorPresenter.words(for: error) + "\n")
    let no = Decision.leave(code: ErrorPresenter.exitCode(of: error))
    guard environment.isInputTerminal else { return no }
    while true {
      let request = LineRequest(prompt: "Play on without saving? (yes or no) > ")
      switch reader.readLine(request) {
      case .line(let line):
        switch line.lowercased() {
        case "y", "yes": return .playOn
        case "n", "no", "q", "quit": return no
        default: continue
        }
      case .interrupted: return .leave(code: 130)
      case .terminated(let signal): return .leave(code: 128 + signal)
      case .endOfInput, .timedOut: return no
      }
    }
  }
}
