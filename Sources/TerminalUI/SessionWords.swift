import GameSession
package import QuizModel

/// Every word that a game says.
enum SessionWords {
  static func position(_ number: Int, of total: Int) -> String { "\(number) of \(total)" }
  static func spokenPosition(_ number: Int, of total: Int) -> String {
    "Question \(number) of \(total)."
  }
  static func points(_ points: Int) -> String { points == 1 ? "1 point" : "\(points) points" }
  /// What stands above a stem.
  static func lead(_ item: Item) -> String? {
    switch item.form {
    case .multipleChoice: nil
    case .trueFalse: "True or false?"
    case .typed: item.typed?.isYear == true ? "Type the year." : "Type the answer."
    }
  }
  static func clue(_ clue: TypedClue) -> String {
    let lengths = clue.wordLengths.map(String.init)
    let words = lengths.count == 1 ? "" : "\(lengths.count) words of "
    return "Hint: it begins with \(clue.firstLetter) and has \(words)"
      + "\(listed(lengths, by: "and")) letters."
  }
  static let removed = "(taken away by a hint)"
  static func right(_ points: Int, spelling: String?) -> String {
    let bare = spelling.map { $0.hasPrefix("the ") ? String($0.dropFirst(4)) : $0 }
    return "Right, +\(points)" + (bare.map { "; it is spelt \($0)." } ?? ".")
  }
  static let wrong = "No."
  static func answerIs(_ option: String) -> String {
    let isClosed = option.last.map { ".!?".contains($0) } ?? false
    return "The answer is \(option)\(isClosed ? "" : ".")"
  }
  static let statementHolds = "The statement is true."
  static let statementFails = "The statement is false."
  static let skipped = "No harm done."
  static let timedOut = "Time is up."
  static let mayBeOutdated = "This may be out of date; check before you rely on it."
  static let noSource = "No source is given."
  static func more(_ count: Int) -> String {
    "and \(count == 1 ? "one" : "\(count)") more; type source to see them."
  }
  static func asOf(_ date: String) -> String { "As of \(date)." }
  /// What a question was on.
  static func topic(_ title: String) -> String { "Topic: \(title)" }
  /// The first source of an item, and how to see the others.
  static func source(_ source: Source, of item: Item) -> String {
    let more = item.sources.count - 1
    let text =
      "Source: \(SourceLines.cited(source))" + (more > 0 ? ", \(SessionWords.more(more))" : ".")
    return item.shownAsOf.map { "\(text) \(asOf(DateWords.text($0)))" } ?? text
  }
  static let undated = "undated"
  static let undone =
    "Taken back: the answer earns nothing, and the question will not come again in this game."
  static let nothingToUndo =
    "There is nothing to take back; undo works until the next question is shown."
  static let noHint = "A hint would give the answer away here."
  static func onlyBefore(_ command: Command) -> String {
    "\(command.rawValue) is for questions that are still open; press Enter for the next one."
  }
  static func onlyAfter(_ command: Command) -> String {
    "\(command.rawValue) comes after you have answered; skip if you do not know."
  }
  static func ambiguous(_ names: [String]) -> String {
    "That could be \(listed(names)); type more of it, or the letter in front."
  }
  static func unknown(_ text: String, item: Item?, removed: Set<Int>) -> String {
    guard let item else {
      return "\(quoted(text)) is no command here; press Enter to go on, or type help."
    }
    return "\(quoted(text)) is no answer to this; \(choices(item, removed: removed)), or help."
  }
  static func unknownName(_ text: String) -> String {
    "\(quoted(text)) is no name that I know. Mend the spelling, or type it again to stand by it."
  }
  static func partOfName(_ text: String) -> String {
    "\(quoted(text)) is only a part of a name; type the name in full."
  }
  static func removedOption(_ text: String) -> String {
    "\(text) was taken away by a hint; choose another."
  }
  static func answerWanted(_ item: Item, removed: Set<Int>) -> String {
    "Please \(choices(item, removed: removed)), or skip."
  }
  static let exhausted = "There are no more questions of this kind."
  static func flagged(_ note: String) -> String {
    note.isEmpty
      ? "Flagged for the author. You can say why: flag, then your words."
      : "Flagged for the author: \(note)"
  }
  static func score(_ score: ScoreSoFar) -> String {
    "\(score.right) of \(score.answered) right, \(points(score.points))."
  }
  static let kept = "Kept."
  static func notWhileGraded(_ command: Command) -> String {
    switch command {
    case .undo: "undo is not for work that is handed in."
    case .hint: "hint is not for work that counts."
    default: "\(command.rawValue) is not for work that counts; what was right is told at the end."
    }
  }
  static func stopped(_ answered: Int) -> String {
    answered == 0
      ? nothingAnswered
      : "Stopped after \(answered) \(answered == 1 ? "answer" : "answers"), all kept."
  }
  static let nothingAnswered = "Nothing answered this time; nothing lost."
  static let missed = "To look at again:"
  static func rank(_ rank: Rank, points: Int) -> String {
    "You are \(name(rank)), with \(standing(rank, points))"
  }
  static func promoted(_ rank: Rank, points: Int) -> String {
    "Promoted! You are \(name(rank)) now, with \(standing(rank, points))"
  }
  private static func standing(_ rank: Rank, _ points: Int) -> String {
    guard let next = rank.next else { return "\(SessionWords.points(points))." }
    let missing = next.points - points
    return "\(SessionWords.points(points)); "
      + "\(missing) more \(missing == 1 ? "makes" : "make") you \(name(next))."
  }
  static func goOn(_ command: String, topic: String) -> String {
    "Go on: \(command) --topic \(topic)"
  }
  static func playAgain(_ command: String) -> String {
    "Go on: \(command), or attache scores for where you stand."
  }
  static func goAhead(isLast: Bool, canUndo: Bool) -> String {
    (isLast ? "Enter to finish" : "Enter for next") + (canUndo ? ", or undo > " : " > ")
  }
  static func seconds(_ limit: Int?) -> String { limit.map { "\($0) s > " } ?? "> " }

  static func help(_ item: Item?) -> [(String, String)] {
    guard let item else {
      return [
        ("Enter or next", "goes on"), ("why", "what is true of each option"),
        ("source", "everything this rests on"), ("undo", "takes the answer back"),
        ("flag and your words", "tells the author what is wrong"), ("score", "where you stand"),
        ("quit", "ends the game; what you answered is kept"),
      ]
    }
    return answering(item) + [
      ("skip", "\"don't know\", without penalty"),
      ("flag and your words", "tells the author what is wrong"), ("score", "where you stand"),
      ("quit", "ends the game; what you answered is kept"),
    ]
  }

  private static func answering(_ item: Item) -> [(String, String)] {
    switch item.form {
    case .trueFalse: return [("t or f", "true or false")]
    case .multipleChoice:
      return [
        ("a letter or number", "chooses an option; so does its name"),
        ("hint", "takes one wrong option away, for half the points"),
      ]
    case .typed where item.typed?.isYear == true: return [("four digits", "the year")]
    case .typed:
      return [
        ("a name", "the answer, in full; capitals and accents do not matter"),
        ("hint", "tells the first letter and the number of letters, for half the points"),
        ("= and a word", "an answer that is a command as well, such as =hint"),
      ]
    }
  }

  static func name(_ rank: Rank) -> String {
    switch rank {
    case .attache: "Attaché"
    case .thirdSecretary: "Third Secretary"
    case .secondSecretary: "Second Secretary"
    case .firstSecretary: "First Secretary"
    case .counsellor: "Counsellor"
    case .minister: "Minister"
    case .ambassador: "Ambassador"
    }
  }

  private static func choices(_ item: Item, removed: Set<Int>) -> String {
    switch item.form {
    case .multipleChoice:
      let left = item.labels.indices.filter { !removed.contains($0) }.map { item.labels[$0] }
      return "type \(listed(left))"
    case .trueFalse: return "type t or f"
    case .typed:
      return item.typed?.isYear == true ? "type the year in four digits" : "type the answer"
    }
  }

  private static func listed(_ names: [String], by word: String = "or") -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) \(last)"
  }

  private static func quoted(_ text: String) -> String { "\"\(text.prefix(40))\"" }
}

/// The name of a rank as people read it.
package enum RankWords {
  /// Such as `Attaché`.
  package static func name(_ rank: Rank) -> String { SessionWords.name(rank) }
}
