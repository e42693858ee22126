import QuizModel

/// What is to be different in a plan; what is not named stays.
struct PlanChange {
  /// How much is done each day.
  enum Pace {
    /// So many questions, 1 or more.
    case questions(Int)
    /// So many minutes, 1 or more.
    case minutes(Int)
  }

  /// The day of departure.
  var departure: CalendarDay?
  /// How much is done each day; of questions and minutes the one replaces the other.
  var pace: Pace?
  /// The topics planned; empty for all.
  var topics: [String]?

  /// Whether anything is to be different.
  var isEmpty: Bool { departure == nil && pace == nil && topics == nil }

  /// The plan that comes of it; `nil` where no day of departure is known.
  ///
  /// - Parameters:
  ///   - plan: The plan so far, if there is one that was not cleared.
  ///   - learner: Whose plan it is.
  /// - Returns: The plan.
  func applied(to plan: Plan?, of learner: LearnerID) -> Plan? {
    guard let departure = departure?.description ?? plan?.departure else { return nil }
    let questions: Int?
    let minutes: Int?
    switch pace {
    case .questions(let count): (questions, minutes) = (count, nil)
    case .minutes(let count): (questions, minutes) = (nil, count)
    case nil: (questions, minutes) = (plan?.questionsPerDay, plan?.minutesPerDay)
    }
    return Plan(
      learner: learner,
      departure: departure,
      questionsPerDay: questions,
      minutesPerDay: minutes,
      topics: topics ?? plan?.topics ?? []
    )
  }
}

extension Plan {
  /// The plan of somebody who goes nowhere any more.
  static func cleared(of learner: LearnerID) -> Plan {
    Plan(
      learner: learner,
      departure: nil,
      questionsPerDay: nil,
      minutesPerDay: nil,
      topics: []
    )
  }
}
