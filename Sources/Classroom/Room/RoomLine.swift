import GameSession
import QuizModel

/// What a line means that a teacher types in a game in the room.
enum RoomLine: Hashable {
  /// Nothing.
  case empty
  /// A command.
  case command(RoomCommand)
  /// Who chose which option, in the order typed; `nil` takes an entry away.
  case entries([Entry])
  /// It cannot be read.
  case problem(RoomLineProblem)

  /// One answer.
  struct Entry: Hashable {
    /// Who.
    let participant: Participant
    /// The place of the option; `nil` for none.
    let option: Int?
  }
}

/// Why a line in a game in the room cannot be read.
package enum RoomLineProblem: Error, Hashable, Sendable {
  /// It is neither a command nor an answer.
  case unknown(String)
  /// Nobody takes part by that name or number.
  case noParticipant(String)
  /// Several names begin like that.
  case ambiguousParticipant(String, [String])
  /// The question has no such letter.
  case noOption(String, labels: [String])
  /// There are as many letters as stand here, for so many who take part.
  case wrongCount(letters: Int, participants: Int)
  /// Somebody is named without a letter.
  case noLetter(String)
  /// Its letters may be an answer a head, or some of them names with their answers behind them: how
  /// to type the one, and how the other, which is about these people.
  case twoReadings(String, all: String, named: String, people: [String])
}

extension RoomLine {
  private static let none = "-"
  /// The shortest start of a command that stands for it, in letters.
  private static let shortestCommand = 2

  /// Reads a line.
  ///
  /// All answers at once are a letter for each who takes part, in the order of their numbers, with
  /// or without blanks; otherwise each letter stands behind a number or a name, or the beginning of
  /// one: `3 b`, `3b`, `red a, green c`. A dash is no answer. Letters with blanks that could be either
  /// are neither; run together they are an answer a head.
  ///
  /// - Parameters:
  ///   - line: What was typed.
  ///   - item: What is asked.
  ///   - participants: Who takes part, by number.
  init(_ line: String, item: Item, participants: [Participant]) {
    let labels = item.labels
    let words = RoomLine.words(line)
    guard let first = words.first else {
      self = .empty
      return
    }
    if words.count == 1, let command = RoomLine.command(first) {
      self = .command(command)
      return
    }
    let marks = labels + [RoomLine.none]
    let run = words.count == 1 ? first.map { String($0) } : words
    let names = participants.map { Folding.folded($0.name) }
    if run.allSatisfy(marks.contains) {
      let named = try? RoomLine.pairs(words, labels: labels, participants: participants)
      if run.count == participants.count {
        if let named {
          self = .problem(RoomLine.twoReadings(of: run, named: named, labels: labels))
          return
        }
        if !words.contains(where: names.contains) {
          self = .entries(
            zip(participants, run).map { Entry(participant: $0, option: labels.firstIndex(of: $1)) }
          )
          return
        }
      } else if !words.contains(where: names.contains) {
        // The beginning of a name, or of a line of all that lacks a letter: nobody is guessed.
        self = .problem(.wrongCount(letters: run.count, participants: participants.count))
        return
      }
    }
    do throws(RoomLineProblem) {
      self = .entries(try RoomLine.pairs(words, labels: labels, participants: participants))
    } catch {
      // A letter a head, of which one is none: what is wrong with the letter says more.
      guard run.count == participants.count,
        run.allSatisfy({ RoomLine.isMark($0, labels) && !names.contains($0) }),
        let stranger = run.first(where: { !marks.contains($0) })
      else {
        self = .problem(error)
        return
      }
      self = .problem(.noOption(stranger, labels: labels))
    }
  }

  /// What is said of a line that has a letter for each, and names with letters behind them.
  private static func twoReadings(
    of run: [String],
    named: [Entry],
    labels: [String]
  ) -> RoomLineProblem {
    // A number is never a letter; a name may be one.
    let numbered = named.map { "\($0.participant.number) \($0.option.map { labels[$0] } ?? none)" }
    return .twoReadings(
      run.joined(separator: " "),
      all: run.joined(),
      named: numbered.joined(separator: ", "),
      people: named.map(\.participant.name)
    )
  }

  /// The command that a word is, or begins.
  private static func command(_ word: String) -> RoomCommand? {
    if word == "?" { return .help }
    guard word.count >= shortestCommand else { return nil }
    return RoomCommand.allCases.first { $0.rawValue.hasPrefix(word) }
  }

  private static func pairs(
    _ words: [String],
    labels: [String],
    participants: [Participant]
  ) throws(RoomLineProblem) -> [Entry] {
    var entries: [Entry] = []
    var name: [String] = []
    for (place, word) in words.enumerated() {
      let next = place + 1 < words.count ? words[place + 1] : ""
      if let (number, mark) = numbered(word), name.isEmpty {
        let participant = try participant(number, among: participants)
        entries.append(Entry(participant: participant, option: try option(mark, labels: labels)))
      } else if !name.isEmpty, isMark(word, labels),
        !isMark(next, labels) || !goesOn(name + [word], among: participants)
      {
        let participant = try participant(name.joined(separator: " "), among: participants)
        entries.append(Entry(participant: participant, option: try option(word, labels: labels)))
        name = []
      } else {
        name.append(word)
      }
    }
    guard name.isEmpty else {
      let text = name.joined(separator: " ")
      guard let known = try? participant(text, among: participants) else {
        throw entries.isEmpty ? .unknown(words.joined(separator: " ")) : .noParticipant(text)
      }
      throw .noLetter(known.name)
    }
    return entries
  }

  /// Whether a word behind a name is what that one chose: an option, a dash, or a letter that no
  /// option has.
  private static func isMark(_ word: String, _ labels: [String]) -> Bool {
    labels.contains(word) || word == none || word.count == 1 && word.allSatisfy(\.isLetter)
  }

  /// Whether words begin a name, as in `Ann B a`, where the first letter is no answer.
  private static func goesOn(_ words: [String], among participants: [Participant]) -> Bool {
    let text = words.joined(separator: " ")
    return participants.contains { typed($0.name).hasPrefix(text) }
  }

  /// A name as the words of a line spell it.
  private static func typed(_ name: String) -> String {
    RoomLine.words(name).joined(separator: " ")
  }

  private static func words(_ line: String) -> [String] {
    Folding.folded(line).split { " ,;".contains($0) }.map(String.init)
  }

  /// `3b` as a number and a letter.
  private static func numbered(_ word: String) -> (number: String, mark: String)? {
    let digits = word.prefix { ("0"..."9").contains($0) }
    let rest = word.dropFirst(digits.count)
    return digits.isEmpty || rest.count != 1 ? nil : (String(digits), String(rest))
  }

  private static func option(
    _ mark: String,
    labels: [String]
  ) throws(RoomLineProblem) -> Int? {
    if mark == none { return nil }
    guard let place = labels.firstIndex(of: mark) else {
      throw .noOption(mark, labels: labels)
    }
    return place
  }

  private static func participant(
    _ text: String,
    among participants: [Participant]
  ) throws(RoomLineProblem) -> Participant {
    if let number = Int(text), let found = participants.first(where: { $0.number == number }) {
      return found
    }
    let named = participants.map { (participant: $0, name: typed($0.name)) }
    if let whole = named.first(where: { $0.name == text }) { return whole.participant }
    let begun = named.filter { $0.name.hasPrefix(text) }
    guard let first = begun.first else { throw .noParticipant(text) }
    guard begun.count == 1 else {
      throw .ambiguousParticipant(text, begun.map(\.participant.name))
    }
    return first.participant
  }
}
