import Classroom
import GameSession
import QuizModel
import ScoreStore

/// A game in the room with a real log: effects are performed in their order, and kept.
struct RoomTable {
  let activity: ClassActivity
  let participants: [Participant]
  let ledger: Ledger
  private(set) var game: RoomGame
  /// Everything that the game wanted done.
  private(set) var effects: [RoomEffect] = []
  private var minutes = 0

  /// A game; gone on with where the ledger has answers of it.
  init(_ activity: ClassActivity, _ participants: [Participant], ledger: Ledger) throws {
    self.activity = activity
    self.participants = participants
    self.ledger = ledger
    game = RoomGame(
      activity: activity,
      participants: participants,
      answers: try ledger.answers(in: activity, by: participants.map(\.id))
    )
    // Another day than that of any game before.
    minutes = try ledger.log.recordCount() * 1_000
    try perform(game.apply(.started))
  }

  /// Types lines, and returns what came of the last one.
  @discardableResult
  mutating func type(_ lines: String...) throws -> [RoomEffect] {
    var last: [RoomEffect] = []
    for line in lines {
      minutes += 1
      let instant = SampleActivity.moment.instant.advanced(byMilliseconds: Int64(minutes) * 60_000)
      last = game.apply(.line(line, at: LocalInstant(instant: instant, zone: "UTC", offset: 0)))
      try perform(last)
    }
    return last
  }

  /// Lets the input end, and returns what came of it.
  @discardableResult
  mutating func endInput() throws -> [RoomEffect] {
    let last = game.apply(.ended)
    try perform(last)
    return last
  }

  private mutating func perform(_ new: [RoomEffect]) throws {
    for effect in new {
      effects.append(effect)
      if case .record(let records) = effect { try ledger.log.insert(records) }
    }
  }

  /// The standings as the game tells them when it is stopped; `nil` where it does not.
  func standings() -> [Count]? {
    // Of a copy: nobody looked.
    var game = game
    for effect in game.apply(.ended) {
      if case .say(.summary(let standings, _, _, _)) = effect { return standings.map(Count.init) }
    }
    return nil
  }

  /// The standings that were told at the end; `nil` before it.
  var summary: [Count]? {
    for case .say(.summary(let standings, _, _, _)) in effects { return standings.map(Count.init) }
    return nil
  }

  /// The standings that follow from the log alone.
  func standingsOfLog() throws -> [Count] {
    try participants.map { who in
      let answers = try ledger.answers(in: activity, by: [who.id]).filter { !$0.isRetracted }
      return Count(
        name: who.name,
        right: answers.count { $0.isRight },
        answered: answers.count,
        points: answers.reduce(0) { $0 + $1.points }
      )
    }
  }

  /// Where somebody stands.
  struct Count: Hashable {
    let name: String
    let right: Int
    let answered: Int
    let points: Int
  }

  /// The number of the question that was asked last.
  var questionNumber: Int? {
    effects.reversed().lazy.compactMap { effect -> Int? in
      if case .say(.question(_, let number, _, _)) = effect { return number }
      return nil
    }.first
  }

  /// Whether it is over.
  var isOver: Bool { effects.last == .finish }
}

extension RoomTable.Count {
  init(_ standing: RoomStanding) {
    self.init(
      name: standing.name,
      right: standing.right,
      answered: standing.answered,
      points: standing.points
    )
  }
}

extension [RoomEffect] {
  /// Who chose what, where a line was noted: names and labels.
  var noted: [String]? {
    for case .say(.noted(let notes, _)) in self {
      return notes.map { "\($0.name) \($0.label ?? "-")" }
    }
    return nil
  }

  /// Whose answer was overridden by a line that was noted: names and labels.
  var overridden: [String] {
    for case .say(.noted(let notes, _)) in self {
      return notes.compactMap { note in note.overridden.map { "\(note.name) \($0)" } }
    }
    return []
  }

  /// What was wrong with a line.
  var problem: RoomLineProblem? {
    for case .say(.problem(let problem)) in self { return problem }
    return nil
  }

  /// Each effect in a word.
  var outline: [String] {
    map { effect in
      switch effect {
      case .record(let records): "record \(records.count)"
      case .ask(.answers(let given, let all)): "ask \(given)/\(all)"
      case .ask(.goAhead(let isLast)): isLast ? "ask last" : "ask go-ahead"
      case .finish: "finish"
      case .say(let message): "say \(message.outline)"
      }
    }
  }
}

extension RoomMessage {
  fileprivate var outline: String {
    switch self {
    case .question(_, let number, let total, _): "question \(number)/\(total)"
    case .noted: "noted"
    case .reveal: "reveal"
    case .session(.whys(_)): "whys"
    case .session(.sources(_)): "sources"
    case .session: "something of a session"
    case .standings: "standings"
    case .missing(let names): "missing \(names.joined(separator: ", "))"
    case .skipped: "skipped"
    case .undone: "undone"
    case .nothingToUndo: "nothing to undo"
    case .onlyBefore(let command): "\(command.rawValue) only before"
    case .onlyAfter(let command): "\(command.rawValue) only after"
    case .notAll(let names): "not all: \(names.joined(separator: ", "))"
    case .problem: "problem"
    case .help(let isRevealed): isRevealed ? "help after" : "help before"
    case .summary(_, let asked, let total, let isOver):
      "summary \(asked)/\(total)\(isOver ? "" : ", stopped")"
    }
  }
}
