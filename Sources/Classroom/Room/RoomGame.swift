import GameSession
package import QuizModel

/// A game in the room as a state machine: events in, effects out, no clock, no terminal, no file.
package struct RoomGame: Sendable {
  private enum Phase: Hashable {
    case asking
    case revealed
    case over
  }

  /// What one of them answered a question with.
  private struct Given: Hashable {
    /// The place of the option.
    let option: Int
    let record: RecordID
  }

  private let activity: ClassActivity
  private let participants: [Participant]
  private var phase = Phase.asking
  private var place: Int
  /// What was noted of the present question, in the order in which it was typed.
  private var noted: [RoomLine.Entry] = []
  /// What ``noted`` was before each line that changed it.
  private var before: [[RoomLine.Entry]] = []
  /// What is in the log: by question, then by participant.
  private var given: [Int: [LearnerID: Given]] = [:]
  /// How many answers to a question were ever written, by question, then by participant.
  private var revisions: [Int: [LearnerID: Int]] = [:]
  private var opened: Set<LearnerID> = []

  /// A game, new or gone on with.
  ///
  /// - Parameters:
  ///   - activity: The questions.
  ///   - participants: Who takes part, by number; at least one.
  ///   - answers: What is in the log of it, also what was taken back.
  package init(
    activity: ClassActivity,
    participants: [Participant],
    answers: [SittingAnswer]
  ) {
    self.activity = activity
    self.participants = participants
    var last = -1
    let bySession = Dictionary(
      participants.map { (ActivityRecords.session(of: $0.id, in: activity.id), $0.id) }
    ) { first, _ in first }
    for answer in answers {
      guard let who = bySession[answer.session],
        let question = activity.questions.firstIndex(where: { $0.fact == answer.fact })
      else { continue }
      opened.insert(who)
      revisions[question, default: [:]][who, default: 0] += 1
      guard !answer.isRetracted, let option = activity.questions[question].option(of: answer)
      else { continue }
      given[question, default: [:]][who] = Given(option: option, record: answer.record)
      last = max(last, question)
    }
    // The room sees once more where it stopped, and may still take that back.
    place = max(last, 0)
    if last >= 0 { phase = .revealed }
  }

  /// Takes an event in, and says what is to be done; nothing, once the game is over.
  package mutating func apply(_ event: RoomEvent) -> [RoomEffect] {
    guard phase != .over else { return [] }
    switch event {
    case .started: return phase == .revealed ? show() : ask()
    case .ended(let moment): return stop(at: moment)
    case .line(let line, let moment):
      guard activity.questions.indices.contains(place) else { return end() }
      return phase == .asking ? note(line, at: moment) : goAhead(line, at: moment)
    }
  }

  // MARK: - Before the answer is shown

  private var item: Item { activity.questions[place].item }

  private var missing: [Participant] {
    participants.filter { who in !noted.contains { $0.participant == who } }
  }

  private var prompt: RoomEffect {
    switch phase {
    case .revealed: .ask(.goAhead(isLast: place + 1 >= activity.questions.count))
    default: .ask(.answers(given: noted.count, of: participants.count))
    }
  }

  private mutating func ask() -> [RoomEffect] {
    guard activity.questions.indices.contains(place) else { return end() }
    phase = .asking
    let message = RoomMessage.question(
      item: item,
      number: place + 1,
      total: activity.questions.count,
      standings: standings
    )
    return [.say(message), prompt]
  }

  private mutating func note(_ line: String, at moment: LocalInstant) -> [RoomEffect] {
    switch RoomLine(line, item: item, participants: participants) {
    case .empty where missing.isEmpty: return reveal(at: moment)
    case .empty: return [.say(.notAll(missing: missing.map(\.name))), prompt]
    case .entries(let entries): return note(entries)
    case .problem(let problem): return [.say(.problem(problem)), prompt]
    case .command(.reveal): return reveal(at: moment)
    case .command(.skip):
      forgetNotes()
      place += 1
      return [.say(.skipped)] + ask()
    case .command(.undo): return undo(at: moment)
    case .command(.missing): return [.say(.missing(missing.map(\.name))), prompt]
    case .command(let command) where [.next, .why, .source].contains(command):
      return [.say(.onlyAfter(command)), prompt]
    case .command(let command): return common(command, at: moment)
    }
  }

  private mutating func note(_ entries: [RoomLine.Entry]) -> [RoomEffect] {
    before.append(noted)
    for entry in entries {
      noted.removeAll { $0.participant == entry.participant }
      if entry.option != nil { noted.append(entry) }
    }
    let labels = item.labels
    let notes = entries.map { entry in
      RoomNote(name: entry.participant.name, label: entry.option.map { labels[$0] })
    }
    return [.say(.noted(notes, missing: missing.map(\.name))), prompt]
  }

  private mutating func reveal(at moment: LocalInstant) -> [RoomEffect] {
    let written = write(at: moment)
    return written + show()
  }

  /// Writes what was noted; the question counts as answered then.
  private mutating func write(at moment: LocalInstant) -> [RoomEffect] {
    var records: [Record] = []
    var standing: [LearnerID: Given] = [:]
    for who in participants {
      guard let option = noted.first(where: { $0.participant == who })?.option else { continue }
      let maker = ActivityRecords(activity: activity, participant: who.id, moment: moment)
      if opened.insert(who.id).inserted {
        records.append(maker.opening(questions: activity.questions.count))
      }
      let revision = revisions[place]?[who.id] ?? 0
      let record = maker.answer(.option(option), to: item, question: place, revision: revision)
      revisions[place, default: [:]][who.id] = revision + 1
      standing[who.id] = Given(option: option, record: record.id)
      records.append(record)
    }
    given[place] = standing
    phase = .revealed
    return records.isEmpty ? [] : [.record(records)]
  }

  /// Shows the answer of the present question.
  private func show() -> [RoomEffect] {
    let message = RoomMessage.reveal(item: item, choices: choices, standings: standings)
    return [.say(message), prompt]
  }

  /// Writes what was noted of a question that is still open, so that stopping costs nobody's answer.
  private mutating func keep(at moment: LocalInstant) -> [RoomEffect] {
    guard phase == .asking, !noted.isEmpty, activity.questions.indices.contains(place) else {
      return []
    }
    return write(at: moment)
  }

  private var choices: [RoomChoice] {
    let (item, labels) = (item, item.labels)
    let points = Scoring.points(for: item, hints: 0)
    return participants.map { who in
      let option = given[place]?[who.id]?.option
      let isRight = option == item.key
      return RoomChoice(
        name: who.name,
        label: option.map { labels[$0] },
        isRight: isRight,
        points: isRight ? points : 0
      )
    }
  }

  // MARK: - Once it is shown

  private mutating func goAhead(_ line: String, at moment: LocalInstant) -> [RoomEffect] {
    switch RoomLine(line, item: item, participants: participants) {
    case .empty, .command(.next):
      forgetNotes()
      place += 1
      return ask()
    case .command(.undo): return undo(at: moment)
    case .command(.why): return [.say(.session(.whys(item))), prompt]
    case .command(.source): return [.say(.session(.sources(item))), prompt]
    case .command(let command) where [.reveal, .skip, .missing].contains(command):
      return [.say(.onlyBefore(command)), prompt]
    case .command(let command): return common(command, at: moment)
    case .entries, .problem: return [.say(.help(isRevealed: true)), prompt]
    }
  }

  private mutating func common(_ command: RoomCommand, at moment: LocalInstant) -> [RoomEffect] {
    switch command {
    case .score: [.say(.standings(standings)), prompt]
    case .quit: stop(at: moment)
    case .again: phase == .revealed ? show() : ask()
    default: [.say(.help(isRevealed: phase == .revealed)), prompt]
    }
  }

  private mutating func forgetNotes() {
    noted = []
    before = []
  }

  /// Takes the last line back, or opens the last question whose answer was shown again.
  private mutating func undo(at moment: LocalInstant) -> [RoomEffect] {
    if phase == .asking, let earlier = before.popLast() {
      noted = earlier
      return [.say(.undone), prompt]
    }
    let shown = phase == .revealed ? place : place - 1
    guard shown >= 0 else { return [.say(.nothingToUndo), prompt] }
    let taken = given.removeValue(forKey: shown) ?? [:]
    place = shown
    var records: [Record] = []
    noted = participants.compactMap { who in
      guard let answer = taken[who.id] else { return nil }
      let maker = ActivityRecords(activity: activity, participant: who.id, moment: moment)
      let revision = (revisions[shown]?[who.id] ?? 1) - 1
      records.append(maker.retraction(of: answer.record, question: shown, revision: revision))
      return RoomLine.Entry(participant: who, option: answer.option)
    }
    // Another undo takes back one answer at a time, before it opens the question before this one.
    before = noted.indices.map { Array(noted[..<$0]) }
    let write: [RoomEffect] = records.isEmpty ? [] : [.record(records)]
    return write + [.say(.undone)] + ask()
  }

  private var standings: [RoomStanding] {
    participants.map { who in
      var (right, answered, points) = (0, 0, 0)
      for (question, answers) in given {
        guard let option = answers[who.id]?.option else { continue }
        answered += 1
        guard option == activity.questions[question].key else { continue }
        right += 1
        points += Scoring.points(for: activity.questions[question].item, hints: 0)
      }
      return RoomStanding(
        number: who.number,
        name: who.name,
        right: right,
        answered: answered,
        points: points
      )
    }
  }

  /// Ends before the end; letters that were kept of the last question were not answered by it yet.
  private mutating func stop(at moment: LocalInstant) -> [RoomEffect] {
    let isOver = isOver
    return keep(at: moment) + end(isOver: isOver)
  }

  /// Whether the answer to every question was shown, or the question left out.
  private var isOver: Bool {
    place + (phase == .revealed ? 1 : 0) >= activity.questions.count
  }

  private mutating func end() -> [RoomEffect] { end(isOver: isOver) }

  private mutating func end(isOver: Bool) -> [RoomEffect] {
    phase = .over
    let asked = given.values.count { !$0.isEmpty }
    let summary = RoomMessage.summary(
      standings,
      asked: asked,
      total: activity.questions.count,
      isOver: isOver
    )
    return [.say(summary), .finish]
  }
}
