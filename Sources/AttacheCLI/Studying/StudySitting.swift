import LearningModel
import LineEditing
import QuizModel
import ScoreStore
import TerminalUI

/// One sitting of study: what has changed, the questions, and what comes tomorrow.
struct StudySitting {
  let environment: Environment
  let terminal: TerminalOptions
  let reader: any LineReading
  let playCommand: String
  let seed: UInt64?
  let learner: String?

  /// Studies.
  ///
  /// - Parameters:
  ///   - desk: Learner, bank and history.
  ///   - questions: How many now; what is left of the day's number where it is not given.
  ///   - topics: Only these; as planned where it is not given.
  ///   - isMixUps: Whether only what was taken for something else is asked.
  /// - Throws: What bank and log throw; ``ProgramExit`` where the program ends in another way.
  func sit(
    at desk: StudyDesk,
    questions: Int? = nil,
    topics: [String]? = nil,
    isMixUps: Bool = false
  ) throws {
    let done = desk.history.days.answers(on: desk.today.number)
    let isBeyond = questions == nil && done >= desk.perDay
    let count = questions ?? (isBeyond ? desk.perDay : desk.perDay - done)
    var plan = StudyPlan(desk: desk, count: count, topics: topics, at: desk.moment)
    if isMixUps { plan = plan.onlyMixUps(of: desk, count: count) }
    guard plan.count > 0 else { return show([Line(nothing(at: desk, isMixUps: isMixUps))]) }
    show(opening(plan, at: desk, isBeyond: isBeyond, isMixUps: isMixUps))
    let launcher = GameLauncher(environment: environment, terminal: terminal, reader: reader)
    let wishes = GameWishes(
      mode: .study,
      topics: topics ?? [],
      questions: plan.count,
      seed: seed,
      learner: learner,
      playCommand: playCommand
    )
    try launcher.play(wishes, bank: desk.bank) { generator, seed in
      StudyDraw(
        desk: desk,
        generator: generator,
        planner: plan.planner,
        numbers: plan.numbers,
        count: plan.count,
        seed: seed
      )
    } afterwards: { _ in
      try closing(for: desk)
    }
  }

  private func opening(
    _ plan: StudyPlan,
    at desk: StudyDesk,
    isBeyond: Bool,
    isMixUps: Bool
  ) -> [Line] {
    if isMixUps { return [Line(StudyWords.mixUps(plan.count))] }
    var lines: [Line] = []
    if isBeyond { lines.append(Line(StudyWords.beyond(desk.perDay), .faint)) }
    let changed = desk.changed
    if !changed.isEmpty {
      lines.append(Line(StudyWords.changed(changed.count)))
      lines += ChangedFacts(desk: desk).lines(of: changed)
    }
    lines.append(Line(StudyWords.ahead(known: plan.known, new: plan.count - plan.known)))
    return lines
  }

  private func nothing(at desk: StudyDesk, isMixUps: Bool) -> String {
    if isMixUps { return StudyWords.noMixUps }
    let planner = desk.planner(over: desk.plannedNumbers())
    let days = planner.facts.compactMap { fact -> Double? in
      guard let memory = fact.memory, case .retention(let level) = desk.goal else { return nil }
      let interval = planner.belief.middle.interval(stability: memory.stability, retention: level)
      return memory.lastAnswered + interval - desk.moment
    }
    return StudyWords.nothingDue(StudyWords.comesNext(inDays: Int((days.min() ?? 0).rounded(.up))))
  }

  private func closing(for before: StudyDesk) throws -> [Line] {
    // The sitting has closed its log.
    let log = try LogOpening.open(in: environment)
    let desk = try StudyDesk(of: before.learner, bank: before.bank, log: log, in: environment)
    var lines: [Line] = []
    if let forecast = DepartureForecast(desk: desk), let departure = desk.departure {
      let days = Planner.daysLeft(from: desk.moment, to: StudyDesk.days(departure))
      lines.append(Line(StudyWords.movedTo(forecast.shares.asThingsStand.share, days: days)))
    }
    let tomorrow = StudyPlan(desk: desk, count: desk.perDay, at: desk.moment + 1)
    lines.append(
      Line(StudyWords.tomorrow(known: tomorrow.known, new: tomorrow.count - tomorrow.known))
    )
    return lines
  }

  private func show(_ lines: [Line]) {
    let traits = terminal.traits(in: environment)
    environment.output(ScreenRenderer(traits: traits).text(Screen(lines)))
  }
}

extension StudyPlan {
  /// The facts in which the learner took one thing for another, lately missed ones first.
  fileprivate func onlyMixUps(of desk: StudyDesk, count: Int) -> StudyPlan {
    let confused = desk.plannedNumbers().filter {
      !(desk.history.trails[$0]?.confusions.isEmpty ?? true)
    }
    .sorted { left, right in
      let (one, other) = (desk.history.trails[left], desk.history.trails[right])
      return (one?.run ?? 0, -Int64(one?.last.milliseconds ?? 0), left)
        < (other?.run ?? 0, -Int64(other?.last.milliseconds ?? 0), right)
    }
    return StudyPlan(
      numbers: confused,
      count: min(count, confused.count),
      known: min(count, confused.count),
      planner: planner
    )
  }

  private init(numbers: [Int], count: Int, known: Int, planner: Planner) {
    self.numbers = numbers
    self.count = count
    self.known = known
    self.planner = planner
  }
}
