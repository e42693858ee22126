import QuizModel

extension LineMeaning {
  /// What stands in front of an answer that is a command's word, such as `=skip`.
  package static let answerMark: Character = "="

  /// Reads a line as an answer that is typed, or as a command.
  ///
  /// The whole line is the answer, unless its first word is a command in full: two letters stand for
  /// no command here, since "so" could be on the way to "Somalia". After `=` everything is an
  /// answer.
  ///
  /// - Parameter line: What was typed.
  init(typedAnswer line: String) {
    let typed = LineMeaning.squeezed(line)
    if typed.first == LineMeaning.answerMark {
      let answer = LineMeaning.squeezed(String(typed.dropFirst()))
      self = Spelling(answer).isEmpty ? .empty : .typed(answer)
      return
    }
    let words = Folding.folded(typed).split(separator: " ", maxSplits: 1)
    if typed == "?" {
      self = .command(.help, note: "")
    } else if let command = words.first.flatMap({ Command(rawValue: String($0)) }),
      words.count == 1 || command == .flag
    {
      let note = typed.split(separator: " ", maxSplits: 1).dropFirst().first
      self = .command(command, note: note.map(String.init) ?? "")
    } else {
      self = Spelling(typed).isEmpty ? .empty : .typed(typed)
    }
  }
}
