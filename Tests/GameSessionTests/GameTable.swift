import Foundation
import GameSession
import QuizModel
import TestSupport

/// A game without terminal, clock and log: it performs effects at once and keeps what it saw.
struct GameTable {
  static let learner = LearnerID(UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)))
  static let sitting = SessionID(UUID(uuid: (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)))
  static let start = Instant(milliseconds: 1_790_000_000_000)

  private(set) var session: GameSession
  /// Everything the session wanted done, in order.
  private(set) var effects: [SessionEffect] = []
  /// The ids given to the records, in order.
  private(set) var records: [RecordID] = []
  private var items: [Item]

  /// A table with items to be drawn; as many questions as there are items, unless told.
  init(
    _ items: [Item],
    questions: Int? = nil,
    pointsBefore: Int = 0,
    today: String = "2026-11",
    isGraded: Bool = false,
    allowsUndo: Bool = true,
    tellsMissed: Bool = true,
    earlier: [EarlierResult] = []
  ) {
    self.items = items
    session = GameSession(
      settings: SessionSettings(
        session: GameTable.sitting,
        learner: GameTable.learner,
        bank: "0cf3edea-a35e-4c0e-9dc6-e9071185ea98",
        bankVersion: "1.0.0",
        questions: questions ?? items.count,
        pointsBefore: pointsBefore,
        today: PartialDate(today)
          ?? PartialDate(
            LocalInstant(
              instant: GameTable.start,
              zone: "UTC",
              offset: 0
            )
          ),
        isGraded: isGraded,
        allowsUndo: allowsUndo,
        tellsMissed: tellsMissed,
        earlier: earlier
      )
    )
  }

  /// Begins, and returns what came of it.
  @discardableResult
  mutating func begin() -> [SessionEffect] { feed(.started) }

  /// Types lines, and returns what came of the last one.
  @discardableResult
  mutating func type(_ lines: String..., taken: Int = 1500) -> [SessionEffect] {
    var last: [SessionEffect] = []
    for line in lines { last = feed(.line(line, taken: taken)) }
    return last
  }

  /// Tells the session of an event, performs what it wants, and returns all of that.
  @discardableResult
  mutating func feed(_ event: SessionEvent) -> [SessionEffect] {
    let first = effects.count
    var pending = session.apply(event)
    while !pending.isEmpty {
      let effect = pending.removeFirst()
      effects.append(effect)
      if let answer = perform(effect) { pending = session.apply(answer) + pending }
    }
    return Array(effects[first...])
  }

  /// What was said, in order.
  var messages: [SessionMessage] {
    effects.compactMap { effect in
      if case .say(let message) = effect { message } else { nil }
    }
  }

  /// What was written, in order.
  var bodies: [RecordBody] {
    effects.compactMap { effect in
      if case .record(let body) = effect { body } else { nil }
    }
  }

  /// The answers among what was written.
  var answers: [Answer] {
    bodies.compactMap { body in
      if case .answered(let answer) = body { answer } else { nil }
    }
  }

  /// What the game came to, once it is over.
  var summary: SessionSummary? {
    messages.compactMap { message in
      if case .summary(let summary) = message { summary } else { nil }
    }.last
  }

  private mutating func perform(_ effect: SessionEffect) -> SessionEvent? {
    switch effect {
    case .draw:
      return .drawn(items.isEmpty ? nil : items.removeFirst())
    case .noteShown:
      return .shown(at: LocalInstant(instant: GameTable.start, zone: "Europe/Berlin", offset: 3600))
    case .record:
      let number = UInt8(truncatingIfNeeded: records.count + 1)
      let id = RecordID(UUID(uuid: (9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number)))
      records.append(id)
      return .recorded(id)
    case .say, .ask, .finish:
      return nil
    }
  }
}

extension SessionEffect {
  /// The effect in two or three words, so that a test can state an order.
  var outline: String {
    switch self {
    case .draw: "draw"
    case .noteShown: "note shown"
    case .finish: "finish"
    case .ask(.answer): "ask answer"
    case .ask(.goAhead(let isLast, let canUndo)):
      (isLast ? "ask last go-ahead" : "ask go-ahead") + (canUndo ? " or undo" : "")
    case .record(let body): "record \(body.outline)"
    case .say(let message): "say \(message.outline)"
    }
  }
}

extension RecordBody {
  fileprivate var outline: String {
    switch self {
    case .answered(let answer): answer.isRight ? "right answer" : "answer"
    case .retracted: "retraction"
    case .flagged: "flag"
    case .sessionClosed(let closing): "closing \(closing.reason.rawValue)"
    case .learnerCreated, .learnerRenamed, .learnersAreOne, .sessionOpened, .planSet, .forgotten:
      "something that is none of the game's"
    }
  }
}

extension SessionMessage {
  private func words(_ removed: Set<Int>) -> String {
    removed.isEmpty ? "" : ", without \(removed.sorted())"
  }

  fileprivate var outline: String {
    switch self {
    case .question(let question): "question \(question.number)/\(question.total)"
    case .verdict(let verdict):
      switch verdict.outcome {
      case .right: verdict.spelling.map { "right, spelt \($0)" } ?? "right"
      case .wrong(let place): "wrong \(place)"
      case .wrongTyped(let why): why.isEmpty ? "wrong" : "wrong \(why)"
      case .skipped: "skipped"
      case .timedOut: "timed out"
      }
    case .whys: "whys"
    case .sources: "sources"
    case .score(let score): "score \(score.right)/\(score.answered) \(score.points)"
    case .help(let item): item == nil ? "help for go-ahead" : "help for answer"
    case .flagged: "flagged"
    case .undone: "undone"
    case .nothingToUndo: "nothing to undo"
    case .noHint: "no hint"
    case .onlyBeforeAnswer(let command): "\(command.rawValue) only before"
    case .onlyAfterAnswer(let command): "\(command.rawValue) only after"
    case .ambiguous(let names): "ambiguous \(names.joined(separator: ", "))"
    case .unknown(let text, _, let removed): "unknown \(text)" + words(removed)
    case .unknownName(let text): "unknown name \(text)"
    case .partOfName(let text): "part of a name \(text)"
    case .removedOption(let text): "removed \(text)"
    case .answerWanted(_, let removed): "answer wanted" + words(removed)
    case .exhausted: "exhausted"
    case .kept: "kept"
    case .notWhileGraded(let command): "\(command.rawValue) not while graded"
    case .stopped(let answered): "stopped \(answered)"
    case .summary(let summary): "summary \(summary.score.points)"
    }
  }
}

extension [SessionEffect] {
  /// Each effect in a few words.
  var outline: [String] { map(\.outline) }
}
