package import QuizModel

/// Turns sheets into records of the log: new answers, and corrections of those that are there.
package struct MarkingRecords {
  private let paper: ClassActivity
  private let sitting: Int
  private let moment: LocalInstant
  private let known: [SessionID: [SittingAnswer]]

  /// Records of a paper.
  ///
  /// - Parameters:
  ///   - paper: The paper.
  ///   - sitting: Which sitting of it, 1 or more.
  ///   - moment: When it was written, for pupils of whom nothing is in the log yet.
  ///   - known: What is in the log of it, also what was taken back.
  package init(
    paper: ClassActivity,
    sitting: Int = 1,
    moment: LocalInstant,
    known: [SittingAnswer]
  ) {
    self.paper = paper
    self.sitting = sitting
    self.moment = moment
    self.known = Dictionary(grouping: known, by: \.session)
  }

  /// The answers that stand and of which a sheet says something else.
  package func replaced(by sheet: MarkedSheet) -> [SittingAnswer] {
    let standing = answers(of: sheet.pupil).filter { !$0.isRetracted }
    var said: [FactID: (given: ActivityRecords.Given, item: Item)] = [:]
    for (entry, choice) in zip(sheet.sheet.entries, sheet.choices) {
      said[entry.item.fact] = (choice.map { .option($0) } ?? .nothing, entry.item)
    }
    return Dictionary(grouping: standing, by: \.fact).values.compactMap { answers in
      // Where two machines have written the same, it stands twice.
      let stays = answers.contains { answer in
        said[answer.fact].map { answer.says($0.given, to: $0.item) } ?? false
      }
      return stays ? nil : answers.last
    }
  }

  private func answers(of pupil: Pupil) -> [SittingAnswer] {
    known[ActivityRecords.session(of: pupil.id, in: paper.id, attempt: sitting)] ?? []
  }

  /// The records of a sheet.
  ///
  /// - Returns: Nothing where all of it is in the log already.
  package func records(of sheet: MarkedSheet) -> [Record] {
    let answers = answers(of: sheet.pupil)
    // Who had written the paper before wrote it then, whenever it is corrected.
    let standing = answers.filter { !$0.isRetracted }
    let when = standing.min { $0.instant < $1.instant }.map { first in
      LocalInstant(instant: first.instant, zone: moment.zone, offset: first.utcOffset)
    }
    let maker = ActivityRecords(
      activity: paper,
      participant: sheet.pupil.id,
      attempt: sitting,
      moment: when ?? moment
    )
    var byFact = Dictionary(grouping: answers, by: \.fact)
    var records: [Record] = []
    for (entry, choice) in zip(sheet.sheet.entries, sheet.choices) {
      let earlier = byFact.removeValue(forKey: entry.item.fact) ?? []
      records += self.records(of: choice, to: entry, earlier: earlier, by: maker)
    }
    // What stands on no sheet of the form: the form itself was corrected.
    for (fact, answers) in byFact.sorted(by: { $0.key < $1.key }) {
      guard let question = paper.questions.firstIndex(where: { $0.fact == fact }) else { continue }
      records += retractions(of: answers, question: question, by: maker)
    }
    guard answers.isEmpty else { return records }
    return [maker.opening(questions: sheet.sheet.entries.count)] + records + [maker.closing()]
  }

  private func records(
    of choice: Int?,
    to entry: PaperSheet.Entry,
    earlier: [SittingAnswer],
    by maker: ActivityRecords
  ) -> [Record] {
    let standing = earlier.filter { !$0.isRetracted }
    let given = choice.map { ActivityRecords.Given.option($0) } ?? .nothing
    if standing.count == 1, standing[0].says(given, to: entry.item) { return [] }
    return retractions(of: earlier, question: entry.question, by: maker)
      + [
        maker.answer(
          given,
          to: entry.item,
          question: entry.question,
          revision: earlier.count
        )
      ]
  }

  private func retractions(
    of answers: [SittingAnswer],
    question: Int,
    by maker: ActivityRecords
  ) -> [Record] {
    answers.enumerated().filter { !$0.element.isRetracted }.map { revision, answer in
      maker.retraction(of: answer.record, question: question, revision: revision)
    }
  }
}

extension SittingAnswer {
  /// Whether this is what somebody did with an item.
  func says(_ given: ActivityRecords.Given, to item: Item) -> Bool {
    switch given {
    case .nothing: isUnanswered
    case .option(item.key): isRight
    case .option(let place):
      !isRight && !isUnanswered && item.options.indices.contains(place)
        && item.options[place].answerID == chosen
    }
  }
}
