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
    /// Which try of a homework this is, 1 of anything else.
    package let attempt: Int
    /// Whether any answer was given after the last day of a homework.
    package let isLate: Bool
  }

  /// What was done.
  package let activity: ClassActivity
  /// Which sitting of a paper is told of, 1 or more; 1 of anything else.
  package let sitting: Int
  /// The sittings of a paper of which there are any answers, ascending.
  package let sittings: [Int]
  /// Who sat, by number.
  package let rows: [Row]
  /// The best late try of who has one in time too, by number.
  package let late: [Row]
  /// Who did not.
  package let absent: [Participant]

  /// Results from the log.
  ///
  /// Of several tries of a homework the one in time with most right answers counts, the first of
  /// equals; a late one where there is none in time.
  ///
  /// - Parameters:
  ///   - activity: What was done.
  ///   - participants: Who was to do it.
  ///   - former: Who of them is expected no longer, and so is not absent.
  ///   - answers: What is in the log of it.
  ///   - sitting: Which sitting of a paper; the latest where it is `nil`.
  ///   - onTime: Whether late tries of a homework are left out.
  package init(
    activity: ClassActivity,
    participants: [Participant],
    former: Set<LearnerID> = [],
    answers: [SittingAnswer],
    sitting: Int? = nil,
    onTime: Bool = false
  ) {
    self.activity = activity
    let standing = answers.filter { !$0.isRetracted }
    let bySession = Dictionary(grouping: standing, by: \.session)
    var places: [FactID: Int] = [:]
    for (place, question) in activity.questions.enumerated() { places[question.fact] = place }
    let isHomework = activity.terms != nil
    sittings =
      isHomework
      ? [1] : activity.sittings(of: participants.map(\.id), in: standing)
    self.sitting = sitting ?? sittings.last ?? 1
    let numbers = isHomework ? activity.sittingNumbers : [self.sitting]
    var rows: [Row] = []
    var late: [Row] = []
    var absent: [Participant] = []
    for participant in participants {
      let tries = numbers.compactMap { number -> Row? in
        let session = ActivityRecords.session(
          of: participant.id,
          in: activity.id,
          attempt: number
        )
        guard let answers = bySession[session] else { return nil }
        return Row(
          participant,
          answers: answers,
          attempt: isHomework ? (number - 1) % ClassActivity.lateNumbers + 1 : 1,
          activity: activity,
          places: places
        )
      }
      func best(_ tries: [Row]) -> Row? {
        func right(_ row: Row) -> Int {
          row.asked.count { row.choices[$0] == activity.questions[$0].key }
        }
        return tries.max { (right($0), -$0.attempt) < (right($1), -$1.attempt) }
      }
      let inTime = best(tries.filter { !$0.isLate })
      let afterwards = onTime ? nil : best(tries.filter(\.isLate))
      if let row = inTime ?? afterwards {
        rows.append(row)
      } else if !former.contains(participant.id) {
        absent.append(participant)
      }
      if inTime != nil, let afterwards { late.append(afterwards) }
    }
    self.rows = rows
    self.late = late
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
}

extension ClassResults.Row {
  fileprivate init(
    _ participant: Participant,
    answers: [SittingAnswer],
    attempt: Int,
    activity: ClassActivity,
    places: [FactID: Int]
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
    let asked = activity.questionsThatCount(answered: Set(counted.keys), on: form)
    self.participant = participant
    self.choices = choices
    self.asked = asked.sorted()
    points = counted.values.reduce(0) { $0 + $1.points }
    self.attempt = attempt
    let lastDay = activity.terms?.lastDay
    isLate = answers.contains { $0.isLate(after: lastDay) }
  }
}

extension SittingAnswer {
  /// Whether it was given after a day, by the pupil's calendar; never without one.
  func isLate(after lastDay: CalendarDay?) -> Bool {
    let moment = LocalInstant(instant: instant, zone: "", offset: utcOffset)
    return lastDay.map { CalendarDay(moment) > $0 } ?? false
  }
}

extension ClassActivity {
  /// The questions that count for one who answered some: the one rule of the room and of reports.
  ///
  /// Who has no letter in a game was not there for that question. What is left blank on a paper or in
  /// a homework was asked all the same, but for what stands on other forms of parallel papers alone.
  ///
  /// - Parameters:
  ///   - answered: The places of the questions that were answered.
  ///   - form: The form of a paper that was answered.
  /// - Returns: The places of the questions, of which those not answered rightly are missed.
  func questionsThatCount(answered: Set<Int>, on form: PaperForm? = nil) -> Set<Int> {
    if case .game = kind { return answered }
    return answered.union(form?.questions ?? Array(questions.indices))
  }

  /// How often it may be done, 1 or more.
  package var tries: Int { terms?.tries ?? 1 }

  /// How a homework is to be done; `nil` of what is none.
  package var terms: HomeworkTerms? {
    if case .homework(let terms) = kind { return terms }
    return nil
  }
}
