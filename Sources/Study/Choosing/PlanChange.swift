package import QuizModel

/// What is to be different in a plan; what is not named stays.
package struct PlanChange {
  /// How much is done each day.
  package enum Pace {
    /// So many questions, 1 or more.
    case questions(Int)
    /// So many minutes, 1 or more.
    case minutes(Int)
  }

  /// The day of departure.
  package var departure: CalendarDay?
  /// How much is done each day; of questions and minutes the one replaces the other.
  package var pace: Pace?
  /// The topics planned; empty for all.
  package var topics: [String]?
  /// The chance of recall above which facts are kept where there is no day, 0.7 to 0.97.
  package var retention: Double?

  /// Everything stays.
  package init() {}

  /// Whether nothing is to be different.
  package var isEmpty: Bool { departure == nil && pace == nil && topics == nil && retention == nil }

  /// The plan that comes of it.
  ///
  /// - Parameters:
  ///   - plan: The plan so far, if there is one that was not cleared.
  ///   - learner: Whose plan it is.
  /// - Returns: The plan.
  package func applied(to plan: Plan?, of learner: LearnerID) -> Plan {
    let questions: Int?
    let minutes: Int?
    switch pace {
    case .questions(let count): (questions, minutes) = (count, nil)
    case .minutes(let count): (questions, minutes) = (nil, count)
    case nil: (questions, minutes) = (plan?.questionsPerDay, plan?.minutesPerDay)
    }
    return Plan(
      learner: learner,
      departure: departure?.description ?? plan?.departure,
      questionsPerDay: questions,
      minutesPerDay: minutes,
      topics: topics ?? plan?.topics ?? [],
      retention: retention ?? plan?.retention
    )
  }
}

extension Plan {
  /// The plan of somebody who goes nowhere any more.
  package static func cleared(of learner: LearnerID) -> Plan {
    Plan(
      learner: learner,
      departure: nil,
      questionsPerDay: nil,
      minutesPerDay: nil,
      topics: []
    )
  }
}
