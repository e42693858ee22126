import LineEditing

/// Asks until the answer is yes or no.
struct YesNoQuestion {
  /// What came of it.
  enum Answer: Equatable {
    case yes
    case no
    /// Nothing was answered: the input ended, or a signal came.
    case none(LineInput)
  }

  let reader: any LineReading

  /// Asks for the answer to a question that was printed.
  ///
  /// - Returns: The answer, or why there is none.
  func answer() -> Answer {
    while true {
      let request = LineRequest(prompt: "yes or no > ", completions: ["yes", "no"])
      let input = reader.readLine(request)
      guard case .line(let line) = input else { return .none(input) }
      switch line.lowercased() {
      case "y", "yes": return .yes
      case "n", "no": return .no
      default: continue
      }
    }
  }
}
