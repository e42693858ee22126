/// Every word around a briefing.
package enum BriefingWords {
  /// `1 question`, `8 questions`.
  package static func questions(_ count: Int) -> String {
    "\(count) question\(count == 1 ? "" : "s")"
  }

  /// Above the list of topics.
  package static let heading =
    "A briefing is a reading, then questions on it, then what was missed."
  /// Below the list, where nobody can be asked.
  package static func howToChoose(_ command: String) -> String {
    "\(command) and a number, or words of a title, starts one."
  }
  /// Asks for a topic.
  package static let whichTopic = "Number or title, q to leave > "
  /// Where nothing was typed for a topic.
  package static func nothingChosen(_ count: Int) -> String {
    "Type a number from 1 to \(count), or words of a title; q leaves."
  }
  /// Where no topic is called so; `nearest` is a title.
  package static func noTopic(_ typed: String, nearest: String?, count: Int) -> String {
    let guess = nearest.map { " Did you mean \($0)?" } ?? ""
    return "There is no topic \(typed).\(guess) \(nothingChosen(count))"
  }
  /// Where several topics are called so.
  package static func severalTopics(_ typed: String, _ candidates: [String]) -> String {
    "\(typed) could be \(candidates.joined(separator: ", or ")); type the number."
  }

  /// Asks to go on to the questions.
  package static func goAhead(_ count: Int) -> String {
    "Enter for \(questions(count)), q to leave > "
  }
  /// What can be typed after a reading.
  package static func help(_ count: Int) -> String {
    "Enter goes on to \(questions(count)); source lists what the reading rests on; q leaves."
  }
  /// What was typed after a reading, and means nothing.
  package static func unknown(_ typed: String, _ count: Int) -> String {
    "\(typed) means nothing here. \(help(count))"
  }
  /// Where a topic has no questions.
  package static let noQuestions = "There are no questions on this topic."

  static let noReading = "There is no reading on this topic."
  static let sources = "Sources:"
  static let noSources = "No sources are given."
  static func sourceCount(_ count: Int) -> String {
    count == 1
      ? "It rests on one source; type source to see it."
      : "It rests on \(count) sources; type source to see them."
  }
}
