import Classroom
import GameSession
import QuizModel

/// Every word that a game in the room says.
enum RoomWords {
  static func position(_ number: Int, of total: Int) -> String { "QUESTION \(number) OF \(total)" }
  static func spokenPosition(_ number: Int, of total: Int) -> String {
    "Question \(number) of \(total)."
  }
  static let trueOrFalse = "True or false?"
  /// The right answer; its text is left out where the explanation below names it.
  static func answerIs(_ label: String, _ text: String?) -> String {
    label.uppercased() + (text.map { ": \($0)" } ?? "")
  }

  static func prompt(_ prompt: RoomPrompt) -> String {
    switch prompt {
    case .answers(let given, let total):
      given < total ? "\(given) of \(total) answered > " : "all answered, Enter shows it > "
    case .goAhead(let isLast): isLast ? "Enter to finish > " : "Enter for the next question > "
    }
  }

  static func noted(_ notes: [RoomNote]) -> String {
    notes.map { note in
      guard let label = note.label else { return "\(note.name) taken away" }
      return note.overridden.map { "\(note.name): \($0) → \(label)" } ?? "\(note.name) \(label)"
    }.joined(separator: ", ") + "."
  }

  static func missing(_ names: [String]) -> String {
    names.isEmpty ? "All have answered." : "Still to answer: \(shortened(names))."
  }

  static func allMissing(_ names: [String]) -> String {
    names.isEmpty ? "All have answered." : "Still to answer: \(names.joined(separator: ", "))."
  }

  static func players(_ standings: [RoomStanding]) -> String {
    let numbered = standings.map { "\($0.number) \($0.name)" }
    return "Playing: \(numbered.joined(separator: ", "))."
  }

  static func notAll(_ names: [String]) -> String {
    "Still to answer: \(shortened(names)). Type reveal to show the answer now, or skip."
  }

  static let rightHeading = "Right:"
  static let wrongHeading = "Not this time:"
  static let nobodyRight = "Nobody had it:"
  static let allRight = "All had it."
  static func points(_ points: Int) -> String { "+\(points)" }
  static func chose(_ choice: RoomChoice) -> String {
    choice.label.map { "\(choice.name) (\($0))" } ?? choice.name
  }
  static let score = "Score"
  static func standing(_ standing: RoomStanding) -> String {
    "\(SessionWords.points(standing.points)), \(standing.right) of \(standing.answered) right"
  }

  static let skipped = "Left out."
  static let undone = "Taken back."
  static let nothingToUndo = "There is nothing to take back."
  static func onlyBefore(_ command: RoomCommand) -> String {
    "\(command.rawValue) is for a question that is still open; Enter brings the next one, "
      + "undo opens this one again."
  }
  static func onlyAfter(_ command: RoomCommand) -> String {
    "\(command.rawValue) comes once the answer was shown; type reveal to show it."
  }

  static func problem(_ problem: RoomLineProblem) -> String {
    switch problem {
    case .unknown(let text):
      "\(quoted(text)) is no answer and no command; type who answered what, such as 3 b, or help."
    case .noParticipant(let text): "Nobody here is called \(quoted(text))."
    case .ambiguousParticipant(let text, let names):
      "\(quoted(text)) could be \(names.prefix(4).joined(separator: ", or ")); type more of it."
    case .noOption(let text, let labels):
      "\(quoted(text)) is no letter of this question; there are \(labels.joined(separator: ", "))."
    case .wrongCount(let letters, let participants):
      letters == 1
        ? "Who answered that? Type a number or name and the letter, such as 3 b."
        : "\(letters) letters for \(participants) who take part; type - for who has no answer."
    case .twoReadings(let text, let all, let named, let people):
      "\(quoted(text)) could be a letter for each, or for "
        + "\(people.prefix(4).joined(separator: ", ")); nothing was taken. Type \(all) in one word for "
        + "all, or \(named)."
    case .noLetter(let name): "\(name) answered what? Type the letter behind the name."
    }
  }

  static func help(isRevealed: Bool) -> [(String, String)] {
    let always = [
      ("again", isRevealed ? "shows the answer once more" : "shows the question once more"),
      ("undo", "takes the last entry back, or opens the last question again"),
      ("score", "the running score"), ("quit", "stops; class play --resume goes on another day"),
    ]
    guard !isRevealed else {
      return [
        ("Enter or next", "the next question"), ("why", "what is true of each option"),
        ("source", "what it rests on"),
      ] + always
    }
    return [
      ("3 b or red b", "who answered what; several at once too: 3 b, 7 c"),
      ("bacb", "the letters of all, in the order of their numbers; - for none"),
      ("Enter or reveal", "shows the answer"), ("missing", "who has not answered yet"),
      ("skip", "leaves the question out"),
    ] + always
  }

  static func summary(asked: Int, of total: Int, isOver: Bool) -> String {
    guard isOver else {
      return "Stopped after \(asked) of \(total) questions; class play --resume goes on."
    }
    return asked < total
      ? "The end: \(asked) of \(total) questions were answered."
      : "The end, after \(total) question\(total == 1 ? "" : "s")."
  }

  private static func shortened(_ names: [String]) -> String {
    names.prefix(8).joined(separator: ", ")
      + (names.count > 8 ? " and \(names.count - 8) more" : "")
  }

  private static func quoted(_ text: String) -> String { "\"\(text.prefix(40))\"" }
}
