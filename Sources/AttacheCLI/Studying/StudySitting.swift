import LearningModel
import LineEditing
import QuestionBank
import QuizModel
import ScoreStore
import Study
import TerminalUI

/// One sitting of study: what has changed, the questions, and what comes tomorrow.
struct StudySitting {
  /// What is wanted of it.
  struct Wishes {
    /// How many questions; what is left of the day's number where it is not given.
    var questions: Int?
    /// Only these topics; as planned where it is not given.
    var topics: [String]?
    /// Whether only what was taken for something else is asked.
    var isOfMixUps = false
    /// The number that all draws start from; drawn where it is not given.
    var seed: UInt64?
    /// Whether what was missed is listed with its sources at the end.
    var citesMissed = false
    /// What starts another sitting.
    var playCommand = "attache study"
  }

  /// The world outside.
  let environment: Environment
  /// How output looks.
  let terminal: TerminalOptions
  /// Where answers are typed.
  let reader: any LineReading
  /// Where the answers go, open; it is closed with the questions.
  let log: ScoreLog

  /// Studies.
  ///
  /// - Parameters:
  ///   - desk: Learner, bank and history.
  ///   - wishes: What is wanted.
  ///   - planned: What was chosen already of the day's questions, where nothing else is wished.
  /// - Throws: What bank and log throw; `nothingToAsk` where the topics have no facts;
  ///   ``ProgramExit`` where the program ends in another way.
  func sit(at desk: StudyDesk, wishes: Wishes, planned: StudyPlan? = nil) throws {
    guard !desk.plannedNumbers(topics: wishes.topics).isEmpty else {
      throw CommandError.nothingToAsk(bank: desk.bank.description.name)
    }
    let plan = planned ?? chosen(at: desk, wishes: wishes)
    guard plan.count > 0 else { return show([Line(nothing(at: desk, wishes: wishes))]) }
    show(opening(plan, at: desk, isBeyond: wishes.questions == nil && desk.leftToday == 0))
    let launcher = GameLauncher(
      environment: environment,
      terminal: terminal,
      reader: reader,
      log: log
    )
    let game = GameWishes(
      mode: .study,
      topics: wishes.topics ?? [],
      questions: plan.count,
      seed: wishes.seed,
      player: .known(desk.learner),
      playCommand: wishes.playCommand,
      citesMissed: wishes.citesMissed
    )
    try launcher.play(game, bank: desk.bank) { generator, seed in
      StudyDraw(plan: plan, desk: desk, generator: generator, seed: seed)
    } afterwards: { _ in
      closing(for: desk)
    }
  }

  private func chosen(at desk: StudyDesk, wishes: Wishes) -> StudyPlan {
    let count = wishes.questions ?? desk.nextCount
    return wishes.isOfMixUps
      ? StudyPlan(mixUpsOf: desk, count: count, topics: wishes.topics)
      : StudyPlan(desk: desk, count: count, topics: wishes.topics, at: desk.moment)
  }

  private func opening(_ plan: StudyPlan, at desk: StudyDesk, isBeyond: Bool) -> [Line] {
    if plan.isOfMixUps { return [Line(StudyWords.mixUps(plan.count))] }
    var lines: [Line] = []
    if isBeyond { lines.append(Line(StudyWords.beyond(desk.perDay))) }
    if !plan.changed.isEmpty {
      lines.append(Line(StudyWords.changed(plan.changed.count)))
      lines += ChangedFacts(desk: desk).lines(of: plan.changed)
    }
    lines.append(Line(StudyWords.now(known: plan.known, new: plan.new)))
    return lines
  }

  /// What is said where there is nothing to ask.
  private func nothing(at desk: StudyDesk, wishes: Wishes) -> String {
    if wishes.isOfMixUps { return StudyWords.noMixUps }
    return StudyWords.nothingDue(inDays: desk.daysToNext(topics: wishes.topics))
  }

  /// What is said at the end: how far the learner is, and what comes tomorrow.
  private func closing(for before: StudyDesk) -> [Line] {
    // Where the log cannot be read any more the questions were answered all the same.
    guard
      let desk = try? StudyDesk(of: before.learner, bank: before.bank, log: log, in: environment)
    else { return [] }
    var lines: [Line] = []
    if let days = desk.daysToDeparture, let share = DepartureForecast(desk: desk)?.asThingsStand {
      let earlier = DepartureForecast(desk: before)?.asThingsStand
      lines.append(Line(StudyWords.moved(to: share, from: earlier, days: days)))
      if days == 0 { return lines + [Line(StudyWords.farewell)] }
    }
    if desk.leftToday > 0 { lines.append(Line(StudyWords.leftToday(desk.leftToday))) }
    let tomorrow = StudyPlan(desk: desk, count: desk.perDay, at: desk.moment + 1)
    lines.append(Line(StudyWords.tomorrow(known: tomorrow.known, new: tomorrow.new)))
    return lines
  }

  private func show(_ lines: [Line]) {
    let traits = terminal.traits(in: environment)
    environment.output(ScreenRenderer(traits: traits).text(Screen(lines)))
  }
}
