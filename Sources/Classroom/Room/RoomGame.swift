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
  /// What stands in the log: by question, then by participant; of the present one what is noted.
  private var given: [Int: [LearnerID: Given]] = [:]
  /// How many answers to a question were ever written, by question, then by participant.
  private var revisions: [Int: [LearnerID: Int]] = [:]
  private var opened: Set<LearnerID> = []

  /// A game, new or gone on with; where it was stopped in the middle of a question, with what was
  /// entered of that.
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
    }
    place = given.keys.max() ?? 0
    guard !given.isEmpty else { return }
    if isWhole {
      // The room sees once more where it stopped, and may still take that back.
      phase = .revealed
    } else {
      reopen()
    }
  }

  /// Whether there is anything left to ask.
  package var goesOn: Bool {
    phase == .asking && activity.questions.indices.contains(place)
      || place + 1 < activity.questions.count
  }

  /// Whether everybody has answered the present question who answered any before it, or at the first
  /// one everybody: who was never there is not waited for.
  private var isWhole: Bool {
    let before = given.filter { $0.key < place }.flatMap(\.value.keys)
    let expected = before.isEmpty ? Set(participants.map(\.id)) : Set(before)
    return expected.isSubset(of: given[place, default: [:]].keys)
  }

  /// Takes an event in, and says what is to be done; nothing, once the game is over.
  package mutating func apply(_ event: RoomEvent) -> [RoomEffect] {
    guard phase != .over else { return [] }
    switch event {
    case .started: return phase == .revealed ? show() : ask()
    case .ended: return stop()
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
    case .empty where missing.isEmpty: return reveal()
    case .empty: return [.say(.notAll(missing: missing.map(\.name))), prompt]
    case .entries(let entries): return note(entries, at: moment)
    case .problem(let problem): return [.say(.problem(problem)), prompt]
    case .command(.reveal): return reveal()
    case .command(.skip):
      forgetNotes()
      let written = write(at: moment)
      place += 1
      return written + [.say(.skipped)] + ask()
    case .command(.undo): return undo(at: moment)
    case .command(.missing): return [.say(.missing(missing.map(\.name))), prompt]
    case .command(let command) where [.next, .why, .source].contains(command):
      return [.say(.onlyAfter(command)), prompt]
    case .command(let command): return common(command)
    }
  }

  private mutating func note(_ entries: [RoomLine.Entry], at moment: LocalInstant) -> [RoomEffect] {
    let earlier = noted
    before.append(noted)
    for entry in entries {
      noted.removeAll { $0.participant == entry.participant }
      if entry.option != nil { noted.append(entry) }
    }
    let labels = item.labels
    let notes = entries.map { entry in
      let overridden = earlier.first { $0.participant == entry.participant }?.option
      return RoomNote(
        name: entry.participant.name,
        label: entry.option.map { labels[$0] },
        overridden: overridden == entry.option ? nil : overridden.map { labels[$0] }
      )
    }
    return write(at: moment) + [.say(.noted(notes, missing: missing.map(\.name))), prompt]
  }

  private mutating func reveal() -> [RoomEffect] {
    phase = .revealed
    return show()
  }

  /// Brings the log to what is noted of the present question, before anybody is told of it.
  private mutating func write(at moment: LocalInstant) -> [RoomEffect] {
    var records: [Record] = []
    for who in participants {
      let option = noted.first { $0.participant == who }?.option
      let standing = given[place]?[who.id]
      guard standing?.option != option else { continue }
      let maker = ActivityRecords(activity: activity, participant: who.id, moment: moment)
      let revision = revisions[place]?[who.id] ?? 0
      if let standing {
        records.append(
          maker.retraction(of: standing.record, question: place, revision: revision - 1)
        )
        given[place]?[who.id] = nil
      }
      guard let option else { continue }
      if opened.insert(who.id).inserted {
        records.append(maker.opening(questions: activity.questions.count))
      }
      let record = maker.answer(.option(option), to: item, question: place, revision: revision)
      revisions[place, default: [:]][who.id] = revision + 1
      given[place, default: [:]][who.id] = Given(option: option, record: record.id)
      records.append(record)
    }
    return records.isEmpty ? [] : [.record(records)]
  }

  /// Shows the answer of the present question.
  private func show() -> [RoomEffect] {
    let message = RoomMessage.reveal(item: item, choices: choices, standings: standings)
    return [.say(message), prompt]
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
    case .command(let command): return common(command)
    case .entries, .problem: return [.say(.help(isRevealed: true)), prompt]
    }
  }

  private mutating func common(_ command: RoomCommand) -> [RoomEffect] {
    switch command {
    case .score: [.say(.standings(standings)), prompt]
    case .quit: stop()
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
      return write(at: moment) + [.say(.undone), prompt]
    }
    let shown = phase == .revealed ? place : place - 1
    guard shown >= 0 else { return [.say(.nothingToUndo), prompt] }
    place = shown
    reopen()
    return [.say(.undone)] + ask()
  }

  /// Goes on with what stands of the present question.
  private mutating func reopen() {
    phase = .asking
    noted = participants.compactMap { who in
      given[place]?[who.id].map { RoomLine.Entry(participant: who, option: $0.option) }
    }
    // Each undo takes back one answer, before one opens the question before this one.
    before = noted.indices.map { Array(noted[..<$0]) }
  }

  /// Where they stand; what is noted of a question that is still open would tell its answer.
  private var standings: [RoomStanding] {
    standings(without: phase == .asking ? place : nil)
  }

  private func standings(without open: Int?) -> [RoomStanding] {
    participants.map { who in
      var options: [Int: Int] = [:]
      for (question, answers) in given where question != open {
        options[question] = answers[who.id]?.option
      }
      let counted = activity.questionsThatCount(answered: Set(options.keys))
      let right = counted.filter { options[$0] == activity.questions[$0].key }
      return RoomStanding(
        number: who.number,
        name: who.name,
        right: right.count,
        answered: counted.count,
        points: right.reduce(0) { $0 + Scoring.points(for: activity.questions[$1].item, hints: 0) }
      )
    }
  }

  /// Ends before the end; a question of which letters are noted was not answered by it yet.
  private mutating func stop() -> [RoomEffect] { end(isOver: isOver) }

  /// Whether the answer to every question was shown, or the question left out.
  private var isOver: Bool {
    place + (phase == .revealed ? 1 : 0) >= activity.questions.count
  }

  private mutating func end() -> [RoomEffect] { end(isOver: isOver) }

  private mutating func end(isOver: Bool) -> [RoomEffect] {
    phase = .over
    let asked = given.values.count { !$0.isEmpty }
    let summary = RoomMessage.summary(
      standings(without: nil),
      asked: asked,
      total: activity.questions.count,
      isOver: isOver
    )
    return [.say(summary), .finish]
  }
}
