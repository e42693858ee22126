import QuizModel

/// A game as a state machine: events in, effects out, no clock, no terminal, no file.
package struct GameSession: Sendable {
  private enum Phase: Hashable {
    case drawing
    case asking(Item)
    case answered(Item)
    case over
  }

  /// After how many months what can change may be out of date.
  private static let freshMonths = 24

  private let settings: SessionSettings
  private var phase = Phase.drawing
  private var number = 0
  private var removed: Set<Int> = []
  private var clue: TypedClue?
  /// A typed text that is no name, about which the player was asked.
  private var doubted: String?
  private var shownAt: LocalInstant?
  private var results: [Result] = []
  private var lastRecord: RecordID?
  private var awaitsAnswerRecord = false
  private var warnedTopics: Set<String> = []

  private struct Result: Hashable {
    let item: Item
    let outcome: Outcome
    let points: Int
    var isRetracted = false
  }

  /// A session about to start.
  package init(settings: SessionSettings) {
    self.settings = settings
    number = settings.earlier.count
    results = settings.earlier.map { earlier in
      Result(
        item: earlier.item,
        outcome: earlier.isRight ? .right : .skipped,
        points: earlier.points
      )
    }
  }

  /// Takes an event in, and says what is to be done; nothing, once the session is over.
  package mutating func apply(_ event: SessionEvent) -> [SessionEffect] {
    guard phase != .over else { return [] }
    return switch event {
    // A session that goes on may have been stopped after its last answer.
    case .started: number < settings.questions ? [.draw] : end(.finished)
    case .drawn(let item): begin(item)
    case .shown(let instant): note(instant)
    case .line(let line, let taken): read(line, taken: taken)
    case .timedOut(let taken): timeOut(taken: taken)
    case .recorded(let id): keep(id)
    case .ended(let reason): end(reason)
    }
  }

  private var score: ScoreSoFar {
    let counted = results.filter { !$0.isRetracted }
    return ScoreSoFar(
      answered: counted.count,
      right: counted.count { $0.outcome == .right },
      points: counted.reduce(0) { $0 + $1.points }
    )
  }

  private mutating func begin(_ item: Item?) -> [SessionEffect] {
    guard let item else { return [.say(.exhausted)] + end(.finished) }
    number += 1
    removed = []
    clue = nil
    doubted = nil
    lastRecord = nil
    shownAt = nil
    phase = .asking(item)
    return [.say(question(item)), .noteShown, .ask(.answer)]
  }

  private func question(_ item: Item) -> SessionMessage {
    .question(
      ShownQuestion(
        number: number,
        total: settings.questions,
        item: item,
        removed: removed,
        clue: clue,
        points: settings.isGraded ? nil : score.points
      )
    )
  }

  private mutating func note(_ instant: LocalInstant) -> [SessionEffect] {
    shownAt = instant
    return []
  }

  private mutating func keep(_ id: RecordID) -> [SessionEffect] {
    if awaitsAnswerRecord { lastRecord = id }
    awaitsAnswerRecord = false
    return []
  }

  private mutating func read(_ line: String, taken: Int) -> [SessionEffect] {
    switch phase {
    case .asking(let item): answer(line, to: item, taken: taken)
    case .answered(let item): goAhead(line, after: item)
    case .drawing, .over: []
    }
  }

  private mutating func answer(_ line: String, to item: Item, taken: Int) -> [SessionEffect] {
    switch LineMeaning(line, item: item, removed: removed) {
    case .option(let place):
      return settle(
        item,
        choice: .option(place),
        outcome: place == item.key ? .right : .wrong(place),
        taken: taken
      )
    case .typed(let text):
      return judge(text, of: item, taken: taken)
    case .command(.skip, _):
      return settle(item, choice: .dontKnow, outcome: .skipped, taken: taken)
    case .command(.hint, _):
      return settings.isGraded ? [.say(.notWhileGraded(.hint))] + again(.answer) : hint(item)
    case .command(let command, let note):
      return common(command, note: note, item: item, isAnswered: false) + again(.answer)
    case .removedOption(let place):
      return [.say(.removedOption(item.options[place].text))] + again(.answer)
    case .ambiguous(let names):
      return [.say(.ambiguous(names))] + again(.answer)
    case .unknown(let text):
      return [.say(.unknown(text, answering: item, removed: removed))] + again(.answer)
    case .empty:
      return [.say(.answerWanted(item, removed: removed))] + again(.answer)
    }
  }

  private mutating func goAhead(_ line: String, after item: Item) -> [SessionEffect] {
    let prompt = goAheadPrompt
    switch LineMeaning(line, item: nil) {
    case .empty, .command(.next, _):
      guard number < settings.questions else { return end(.finished) }
      phase = .drawing
      return [.draw]
    case .command(.undo, _):
      let effects = settings.allowsUndo ? undo() : [.say(.notWhileGraded(.undo))]
      return effects + again(goAheadPrompt)
    case .command(let command, let note):
      return common(command, note: note, item: item, isAnswered: true) + again(prompt)
    case .ambiguous(let names):
      return [.say(.ambiguous(names))] + again(prompt)
    case .unknown(let text):
      return [.say(.unknown(text, answering: nil, removed: []))] + again(prompt)
    case .option, .removedOption, .typed:
      return again(prompt)
    }
  }

  private var goAheadPrompt: SessionPrompt {
    .goAhead(
      isLast: number >= settings.questions,
      canUndo: settings.allowsUndo && results.last.map { !$0.isRetracted } ?? false
    )
  }

  /// Asks once more, unless the session has ended meanwhile.
  private func again(_ prompt: SessionPrompt) -> [SessionEffect] {
    phase == .over ? [] : [.ask(prompt)]
  }

  private mutating func common(
    _ command: Command,
    note: String,
    item: Item,
    isAnswered: Bool
  ) -> [SessionEffect] {
    let tellsTheAnswer = [Command.why, .source, .score].contains(command)
    if settings.isGraded && tellsTheAnswer || command == .undo && !settings.allowsUndo {
      return [.say(.notWhileGraded(command))]
    }
    switch command {
    case .hint, .skip:
      return [.say(.onlyBeforeAnswer(command))]
    case .next:
      return [.say(.onlyAfterAnswer(command))]
    case .why:
      return [.say(isAnswered ? .whys(item) : .onlyAfterAnswer(command))]
    case .source:
      return [.say(isAnswered ? .sources(item) : .onlyAfterAnswer(command))]
    case .undo:
      return [.say(.nothingToUndo)]
    case .score:
      return [.say(.score(score))]
    case .help:
      return [.say(.help(answering: isAnswered ? nil : item))]
    case .quit:
      return end(.quit)
    case .flag:
      let flag = ItemFlag(
        learner: settings.learner,
        item: item.id.description,
        fact: item.fact,
        bank: settings.bank,
        bankVersion: settings.bankVersion,
        stem: item.stem,
        note: note
      )
      return [.record(.flagged(flag)), .say(.flagged(note: note))]
    }
  }

  private mutating func hint(_ item: Item) -> [SessionEffect] {
    if item.form == .typed {
      guard clue == nil, let told = TypedClue(item) else { return [.say(.noHint)] + again(.answer) }
      clue = told
      return [.say(question(item)), .ask(.answer)]
    }
    let wrong = item.options.indices.filter { $0 != item.key && !removed.contains($0) }
    guard item.form == .multipleChoice, wrong.count >= 2 else {
      return [.say(.noHint)] + again(.answer)
    }
    var random = SplitMix64(seed: item.id.seed &+ UInt64(removed.count))
    removed.insert(wrong[random.below(wrong.count)])
    return [.say(question(item)), .ask(.answer)]
  }

  private mutating func judge(_ text: String, of item: Item, taken: Int) -> [SessionEffect] {
    guard let key = item.typed else { return again(.answer) }
    switch TypedJudgement(of: text, to: item, key: key, doubted: doubted) {
    case .settled(let choice, let outcome, let spelling):
      return settle(item, choice: choice, outcome: outcome, spelling: spelling, taken: taken)
    case .doubted(let text):
      doubted = text
      return [.say(.unknownName(text))] + again(.answer)
    case .refused(let message):
      return [.say(message)] + again(.answer)
    }
  }

  private mutating func timeOut(taken: Int) -> [SessionEffect] {
    guard case .asking(let item) = phase else { return [] }
    return settle(item, choice: .timedOut, outcome: .timedOut, taken: taken)
  }

  private mutating func settle(
    _ item: Item,
    choice: Choice,
    outcome: Outcome,
    spelling: String? = nil,
    taken: Int
  ) -> [SessionEffect] {
    guard let shownAt else { return again(.answer) }
    let isRight = outcome == .right
    let hints = removed.count + (clue == nil ? 0 : 1)
    let points = isRight ? Scoring.points(for: item, hints: hints) : 0
    results.append(Result(item: item, outcome: outcome, points: points))
    phase = .answered(item)
    awaitsAnswerRecord = true
    let answer = Answer(
      session: settings.session,
      learner: settings.learner,
      item: ShownItem(item),
      fact: item.fact,
      template: item.id.template,
      topic: item.topic,
      bank: settings.bank,
      bankVersion: settings.bankVersion,
      choice: choice,
      isRight: isRight,
      hints: hints,
      points: points,
      shownAt: shownAt,
      taken: max(0, taken),
      correctAnswer: item.answer,
      digest: item.knowledgeDigest
    )
    let verdict = Verdict(
      outcome: outcome,
      item: item,
      points: points,
      mayBeOutdated: warns(of: item),
      spelling: spelling
    )
    return [
      .record(.answered(answer)), .say(settings.isGraded ? .kept : .verdict(verdict)),
      .ask(goAheadPrompt),
    ]
  }

  private mutating func warns(of item: Item) -> Bool {
    guard item.changes, let asOf = PartialDate(item.asOf),
      asOf.months(until: settings.today) > GameSession.freshMonths
    else { return false }
    return warnedTopics.insert(item.topic).inserted
  }

  private mutating func undo() -> [SessionEffect] {
    guard let record = lastRecord, let last = results.indices.last, !results[last].isRetracted
    else { return [.say(.nothingToUndo)] }
    results[last].isRetracted = true
    lastRecord = nil
    let retraction = Retraction(learner: settings.learner, answer: record)
    return [.record(.retracted(retraction)), .say(.undone)]
  }

  private mutating func end(_ reason: SessionClosing.Reason) -> [SessionEffect] {
    phase = .over
    let closing = SessionClosing(session: settings.session, reason: reason)
    // Who stops in the middle may go on; the marks would tell what was wrong.
    guard !settings.isGraded || number >= settings.questions && results.count >= number else {
      return [.record(.sessionClosed(closing)), .say(.stopped(answered: results.count)), .finish]
    }
    let missed = results.filter { !$0.isRetracted && $0.outcome != .right }.map(\.item)
    let summary = SessionSummary(
      score: score,
      missed: settings.tellsMissed ? missed : [],
      pointsBefore: settings.pointsBefore,
      reason: reason
    )
    return [.record(.sessionClosed(closing)), .say(.summary(summary)), .finish]
  }
}
