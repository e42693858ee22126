import LineEditing
import ScoreStore

/// Asks whether a game goes on although nothing can be saved.
struct UnsavedQuestion {
  /// What the player wants.
  enum Decision: Equatable {
    case playOn
    /// What could not be saved is to be saved once more.
    case tryAgain
    /// The program ends with this code.
    case leave(code: Int32)
  }

  let environment: Environment
  let reader: any LineReading
  /// Whether what could not be saved is still there to be saved once more.
  var canTryAgain = false

  /// Says what is wrong, and asks; where nobody can be asked the answer is no.
  func decision(after error: ScoreStoreError) -> Decision {
    environment.talk(ErrorPresenter.words(for: error) + "\n")
    let no = Decision.leave(code: ErrorPresenter.exitCode(of: error))
    guard environment.isInputTerminal else { return no }
    while true {
      let request = LineRequest(
        prompt: canTryAgain
          ? "Play on without saving? (yes, no, or again to try once more) > "
          : "Play on without saving? (yes or no) > "
      )
      switch reader.readLine(request) {
      case .line(let line):
        switch line.lowercased() {
        case "y", "yes": return .playOn
        case "n", "no", "q", "quit": return no
        case "a",
          "again" where canTryAgain:
          return .tryAgain
        default: continue
        }
      case .interrupted: return .leave(code: 130)
      case .terminated(let signal): return .leave(code: 128 + signal)
      case .endOfInput, .timedOut: return no
      }
    }
  }
}
