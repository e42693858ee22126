package import LearningModel
package import QuestionBank
package import QuizModel

/// A learner at their facts: what they know of a bank, and what they plan.
package struct StudyDesk {
  /// The bank.
  package let bank: QuestionBank
  /// Who studies.
  package let learner: Learner
  /// The facts of the bank, by number.
  package let catalogue: FactCatalogue
  /// What follows from the learner's answers.
  package let history: LearnerHistory
  /// How the learner is believed to forget; worked out once, since it takes long.
  package let belief: ForgettingBelief
  /// What was planned; `nil` without a plan.
  package let plan: Plan?
  /// The moment it is.
  package let now: LocalInstant
  /// The noon of the day of departure, if that day has not passed.
  package let departure: Instant?

  /// Questions a day where nobody has said how many.
  package static let usualPerDay = 12
  /// The chance of recall above which facts are kept where there is no day.
  package static let usualRetention = 0.9

  /// Sits a learner down.
  ///
  /// - Parameters:
  ///   - learner: Who.
  ///   - bank: The bank.
  ///   - catalogue: The facts of the bank.
  ///   - history: What follows from the learner's answers; see ``HistoryReader``.
  ///   - plan: What was planned; `nil` without a plan.
  ///   - now: The moment it is, where the learner is.
  ///   - noon: The moment of a day's noon, where the learner is.
  package init(
    of learner: Learner,
    bank: QuestionBank,
    catalogue: FactCatalogue,
    history: LearnerHistory,
    plan: Plan?,
    now: LocalInstant,
    noon: (CalendarDay) -> Instant
  ) {
    self.bank = bank
    self.learner = learner
    self.catalogue = catalogue
    self.history = history
    self.plan = plan
    self.now = now
    belief = ForgettingBelief(history.memory.evidence)
    let today = CalendarDay(now)
    departure = plan?.departure.flatMap { CalendarDay($0) }
      .flatMap { $0 < today ? nil : noon($0) }
  }

  /// The day it is, where the learner is.
  package var today: CalendarDay { CalendarDay(now) }

  /// The moment it is, in days since 1970-01-01 00:00 UTC.
  package var moment: Double { now.instant.days }

  /// The days until the chance of recalling a fact has fallen to a level; negative if it has.
  ///
  /// - Parameters:
  ///   - memory: Of the fact.
  ///   - level: 0 to 1, neither included.
  /// - Returns: Days of 24 hours.
  package func wait(for memory: FactMemory, until level: Double) -> Double {
    memory.lastAnswered + belief.middle.interval(stability: memory.stability, retention: level)
      - moment
  }

  /// The day that it will be here after a number of days of 24 hours.
  package func day(after days: Double) -> CalendarDay {
    CalendarDay(
      LocalInstant(
        instant: now.instant.advanced(byDays: days),
        zone: now.zone,
        offset: now.offset
      )
    )
  }

  /// The days from today to that of departure; `nil` without one that is still to come.
  package var daysToDeparture: Int? {
    guard departure != nil else { return nil }
    return plan?.departure.flatMap { CalendarDay($0) }.map { today.days(until: $0) }
  }

  /// Questions of this bank answered today.
  package var answeredToday: Int { history.days.answers(on: today.number) }

  /// What is left of the day's questions, 0 or more.
  package var leftToday: Int { max(0, perDay - answeredToday) }

  /// How many questions come next where nobody says: what is left of the day's, else another day's.
  package var nextCount: Int { leftToday > 0 ? leftToday : perDay }

  /// Questions a day, as planned, 1 or more.
  package var perDay: Int {
    plan?.questionsPerDay
      ?? plan?.minutesPerDay.map { history.pace.questions(inMinutes: $0) }
      ?? StudyDesk.usualPerDay
  }

  /// What is aimed at.
  package var goal: Planner.Goal {
    departure.map { .day($0.days) }
      ?? .retention(plan?.retention ?? StudyDesk.usualRetention)
  }

  /// The numbers of the facts that are planned, in the order in which new ones come.
  ///
  /// - Parameter topics: Only facts on these; as planned where it is not given.
  /// - Returns: Numbers of facts.
  package func plannedNumbers(topics: [String]? = nil) -> [Int] {
    let wanted = Set(topics ?? plan?.topics ?? [])
    return catalogue.entries.indices.filter { number in
      wanted.isEmpty || !wanted.isDisjoint(with: catalogue.entries[number].topics)
    }
  }

  /// A planner over some facts.
  ///
  /// - Parameters:
  ///   - numbers: Which.
  ///   - perDay: Questions a day; as planned where it is not given.
  /// - Returns: A planner whose places follow `numbers`.
  package func planner(over numbers: [Int], perDay: Int? = nil) -> Planner {
    Planner(
      facts: numbers.map { number in
        history.memory.planned(
          number,
          group: catalogue.group(of: number),
          difficulty: catalogue.entries[number].difficulty,
          seconds: history.pace.seconds(of: catalogue.entries[number].templates)
        )
      },
      memory: history.memory,
      goal: goal,
      perDay: perDay ?? self.perDay,
      belief: belief
    )
  }

  /// The numbers of the facts whose answer or sources are others than when the learner saw them.
  package var changed: [Int] {
    history.trails.indices.filter { history.trails[$0]?.changed.isEmpty == false }
  }
}
