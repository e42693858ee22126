import LineEditing
import ScoreStore

/// Asks whether a game goes on although nothing can be saved.
struct UnsavedQuestion {
  let environment: Environment
  let reader: any LineReading

  /// Says what is wrong, and asks; where nobody can be asked the answer is no.
  func goesOn(after error: ScoreStoreError) -> Bool {
    environment.talk(ErrorPresenter.words(for: error) + "\n")
    guard environment.isInputTerminal else { return false }
    while true {
      let request = LineRequest(prompt: "Play on without saving? (yes or no) > ")
      guard case .line(let line) = reader.readLine(request) else { return false }
      switch line.lowercased() {
      case "y", "yes": return true
      case "n", "no": return false
      default: continue
      }
    }
  }
}
