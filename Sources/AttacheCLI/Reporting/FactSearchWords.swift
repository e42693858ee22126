import Study
import TerminalUI

/// What is said where no fact was found.
enum FactSearchWords {
  /// What was looked for, and what there is.
  static func text(_ problem: FactSearch.Problem) -> String {
    switch problem {
    case .noWords:
      return "name a fact by its id, such as established/dza, or by words of it, such as cuba 1960"
    case .noSuchFact(let name, let nearest):
      return "no fact \(ErrorPresenter.shown(name)); near it are: "
        + nearest.joined(separator: ", ")
    case .noHit(let text, let found, let nearest):
      let meant = nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: " or "))?"
      guard !found.isEmpty else {
        return "no fact has \(ErrorPresenter.shown(text)) in it"
          + (meant.isEmpty ? "; try fewer or other words" : meant)
      }
      let counts = found.map {
        "\(ErrorPresenter.shown($0.text)) is in \(CountWords.count($0.facts, "fact"))"
      }
      return "no fact has all of \(ErrorPresenter.shown(text)) in it; "
        + counts.joined(separator: ", ") + meant
    }
  }
}
