import ItemStatistics
package import QuizModel

/// What a class did in one activity: for each who sat, which option of each question.
package struct ClassResults: Sendable {
  /// One who sat.
  package struct Row: Hashable, Sendable {
    /// Who.
    package let participant: Participant
    /// For each question of the activity, the place of the option that was chosen; `nil` where none
    /// was, or the question was not asked.
    package let choices: [Int?]
    /// The questions that were asked, by their places, ascending.
    package let asked: [Int]
    /// The points, 0 or more.
    package let points: Int
    /// Which try this is, 1 but for homework that was done more than once.
    package let attempt: Int
    /// Whether any answer was given after the last day of a homework.
    package let isLate: Bool
  }

  /// What was done.
  package let activity: ClassActivity
  /// Who sat, by number.
  package let rows: [Row]
  /// Who did not.
  package let absent: [Participant]

  /// Results from the log.
  ///
  /// Of several tries of a homework the one with most right answers counts, the first of equals.
  ///
  /// - Parameters:
  ///   - activity: What was done.
  ///   - participants: Who was to do it.
  ///   - answers: What is in the log of it.
  package init(
    activity: ClassActivity,
    participants: [Participant],
    answers: [SittingAnswer]
  ) {
    self.activity = activity
    let standing = answers.filter { !$0.isRetracted }
    let bySession = Dictionary(grouping: standing, by: \.session)
    var places: [FactID: Int] = [:]
    for (place, question) in activity.questions.enumerated() { places[question.fact] = place }
    let sessions = Set(activity.sessions(of: participants.map(\.id)))
    let answered = standing.filter { sessions.contains($0.session) }.compactMap { places[$0.fact] }
    // A game may leave questions out, or stop before them; nobody was asked those.
    let shown = activity.isGame ? Set(answered) : Set(activity.questions.indices)
    var rows: [Row] = []
    var absent: [Participant] = []
    for participant in participants {
      let tries = (1...activity.tries).compactMap { attempt -> Row? in
        let session = ActivityRecords.session(
          of: participant.id,
          in: activity.id,
          attempt: attempt
        )
        guard let answers = bySession[session] else { return nil }
        return Row(
          participant,
          answers: answers,
          attempt: attempt,
          activity: activity,
          places: places,
          shown: shown
        )
      }
      func right(_ row: Row) -> Int {
        row.asked.count { row.choices[$0] == activity.questions[$0].key }
      }
      let best = tries.max { (right($0), -$0.attempt) < (right($1), -$1.attempt) }
      if let best { rows.append(best) } else { absent.append(participant) }
    }
    self.rows = rows
    self.absent = absent
  }

  /// The questions that anybody was asked, by their places; all of them where nobody sat.
  package var asked: [Int] {
    rows.isEmpty ? Array(activity.questions.indices) : Set(rows.flatMap(\.asked)).sorted()
  }

  /// The sets of questions that are told of apart: one, but for the forms of a parallel paper.
  package var sections: [Section] {
    let forms = activity.forms
    let sets = forms.map { $0.questions.sorted() }
    guard Set(sets).count > 1 else {
      return [Section(letter: nil, questions: asked, rows: rows)]
    }
    return zip(forms, sets).map { form, questions in
      let asked = Set(questions)
      return Section(
        letter: form.letter,
        questions: questions,
        rows: rows.filter { row in row.asked.contains { asked.contains($0) } }
      )
    }
  }

  /// Questions that the same people were asked, and those people.
  package struct Section: Sendable {
    /// The letter of the form; `nil` where there is one set alone.
    package let letter: String?
    /// The places of the questions in the activity.
    package let questions: [Int]
    /// Who was asked them.
    package let rows: [Row]
  }

  /// The responses of a section, for its figures.
  func responses(of section: Section) -> TestResponses {
    TestResponses(
      questions: section.questions.map { place in
        let question = activity.questions[place]
        return TestResponses.Question(options: question.options.count, key: question.key)
      },
      choices: section.rows.map { row in section.questions.map { row.choices[$0] } }
    )
  }
}

extension ClassResults.Row {
  fileprivate init(
    _ participant: Participant,
    answers: [SittingAnswer],
    attempt: Int,
    activity: ClassActivity,
    places: [FactID: Int],
    shown: Set<Int>
  ) {
    var choices = [Int?](repeating: nil, count: activity.questions.count)
    // Two machines may have marked the same sheet before their logs met: the last answer counts.
    var counted: [Int: SittingAnswer] = [:]
    for answer in answers {
      if let place = places[answer.fact] { counted[place] = answer }
    }
    // And one of them may have taken the sheet for another form.
    let last = answers.last.flatMap { places[$0.fact] }
    let form = activity.forms.first { form in last.map(form.questions.contains) ?? false }
    if let form { counted = counted.filter { form.questions.contains($0.key) } }
    for (place, answer) in counted {
      choices[place] = activity.questions[place].option(of: answer)
    }
    // What was left blank was asked all the same, but for other forms of parallel papers.
    let asked = Set(counted.keys).union(form.map { Set($0.questions) } ?? shown)
    self.participant = participant
    self.choices = choices
    self.asked = asked.sorted()
    points = counted.values.reduce(0) { $0 + $1.points }
    self.attempt = attempt
    let lastDay = activity.terms?.lastDay
    isLate = answers.contains { answer in
      // The pupil's calendar counts, as it does where the result is collected.
      let moment = LocalInstant(instant: answer.instant, zone: "", offset: answer.utcOffset)
      return lastDay.map { CalendarDay(moment) > $0 } ?? false
    }
  }
}

extension ClassActivity {
  /// Whether it is a game in the room.
  fileprivate var isGame: Bool {
    if case .game = kind { return true }
    return false
  }

  /// How often it may be done, 1 or more.
  package var tries: Int { terms?.tries ?? 1 }

  /// How a homework is to be done; `nil` of what is none.
  package var terms: HomeworkTerms? {
    if case .homework(let terms) = kind { return terms }
    return nil
  }

  /// The sittings of people in it, every try of them.
  package func sessions(of people: [LearnerID]) -> [SessionID] {
    people.flatMap { person in
      (1...tries).map { ActivityRecords.session(of: person, in: id, attempt: $0) }
    }
  }
}
