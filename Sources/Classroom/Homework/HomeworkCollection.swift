package import QuizModel

/// Takes what pupils hand in of a homework, in any order and as often as it comes.
package struct HomeworkCollection {
  /// Why a file is not taken.
  package enum Problem: Error, Hashable, Sendable {
    /// It is no result, damaged, edited, or of a later version.
    case file(SealedFile<HandIn>.Problem)
    /// It is for another homework.
    case otherHomework(ActivityID)
    /// Its pupil is not on the class list, or not the only one of that name.
    case pupil(RosterProblem)
    /// It answers what the homework does not ask, or more often than it may.
    case doesNotFit
    /// Other answers of the same pupil to the same try are in already, more of them or earlier.
    case contradicts(Pupil, attempt: Int)
  }

  /// What came of a file.
  package struct Taken: Hashable, Sendable {
    /// Whose it is.
    package let pupil: Pupil
    /// The tries in it that hold every answer.
    package let finished: Int
    /// How many answers it holds.
    package let answers: Int
    /// Whether any answer was given after the last day.
    package let isLate: Bool
    /// Whether it takes the place of other answers of the pupil, which were fewer or later.
    package let replaces: Bool
    /// The records of the pupil's own log that it rests on.
    package let originals: Set<RecordID>
    /// What is to be written; what is in the log already stands among it.
    package let records: [Record]
  }

  private let homework: ClassActivity
  private let terms: HomeworkTerms
  private let schoolClass: SchoolClass
  private let known: [SessionID: [SittingAnswer]]

  /// A collection.
  ///
  /// - Parameters:
  ///   - homework: What was to be done; nothing is taken for what is no homework.
  ///   - schoolClass: Who was to do it.
  ///   - known: What is in the log of it.
  package init(
    homework: ClassActivity,
    schoolClass: SchoolClass,
    known: [SittingAnswer]
  ) {
    self.homework = homework
    self.schoolClass = schoolClass
    if case .homework(let terms) = homework.kind {
      self.terms = terms
    } else {
      terms = HomeworkTerms(deadline: nil, tries: 1, isGraded: false)
    }
    self.known = Dictionary(grouping: known, by: \.session)
  }

  /// The result in a file.
  ///
  /// - Throws: ``Problem/file(_:)``.
  package static func result(in bytes: [UInt8]) throws(Problem) -> HandIn {
    do throws(SealedFile<HandIn>.Problem) {
      return try SealedFile.content(of: bytes, format: HandIn.format, version: HandIn.version)
    } catch {
      throw .file(error)
    }
  }

  /// Reads a file.
  ///
  /// Of two results of a pupil that contradict each other the one with more answers counts, of
  /// equals the one that was begun first: whichever comes in first.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: Whose it is; `nil` for whom it names.
  /// - Returns: What came of it.
  /// - Throws: ``Problem``; nothing of the file is taken then.
  package func take(_ bytes: [UInt8], of name: String? = nil) throws(Problem) -> Taken {
    let result = try HomeworkCollection.result(in: bytes)
    guard result.homework == homework.id else { throw .otherHomework(result.homework) }
    let pupil: Pupil
    do throws(RosterProblem) {
      if let name {
        pupil = try schoolClass.pupil(beginning: name)
      } else {
        pupil = try schoolClass.pupil(result.pupil)
      }
    } catch {
      throw .pupil(error)
    }
    guard fits(result) else { throw .doesNotFit }
    var records: [Record] = []
    var replaces = false
    for attempt in result.attempts {
      let (new, isReplacement) = try self.records(of: attempt, by: pupil)
      records += new
      replaces = replaces || isReplacement
    }
    let answers = result.attempts.flatMap(\.answers)
    return Taken(
      pupil: pupil,
      finished: result.attempts.count { $0.answers.count == homework.questions.count },
      answers: answers.count,
      isLate: answers.contains { answer in
        terms.lastDay.map { CalendarDay(answer.shownAt) > $0 } ?? false
      },
      replaces: replaces,
      originals: Set(answers.map(\.record)),
      records: records
    )
  }

  private func fits(_ result: HandIn) -> Bool {
    let numbers = result.attempts.map(\.number)
    return Set(numbers).count == numbers.count
      && numbers.allSatisfy((1...terms.tries).contains)
      && result.attempts.allSatisfy { attempt in
        Set(attempt.answers.map(\.question)).count == attempt.answers.count
          && attempt.answers.allSatisfy { answer in
            homework.questions.indices.contains(answer.question) && answer.isPlausible
              && (answer.option.map {
                homework.questions[answer.question].options.indices.contains($0)
              } ?? true)
          }
      }
  }

  private func records(
    of attempt: HandIn.Attempt,
    by pupil: Pupil
  ) throws(Problem) -> (records: [Record], replaces: Bool) {
    guard let first = attempt.answers.first else { return ([], false) }
    func maker(_ moment: LocalInstant) -> ActivityRecords {
      ActivityRecords(
        activity: homework,
        participant: pupil.id,
        attempt: attempt.number,
        moment: moment
      )
    }
    let opening = maker(first.shownAt)
    let known = known[opening.session] ?? []
    let standing = known.filter { !$0.isRetracted }
    let replaces = !agrees(attempt, with: standing)
    if replaces, !isBetter(attempt, than: standing) {
      throw .contradicts(pupil, attempt: attempt.number)
    }
    var records = [opening.opening(questions: homework.questions.count)]
    if replaces { records += retractions(of: known, by: opening) }
    let earlier = Dictionary(grouping: known, by: \.fact)
    for answer in attempt.answers {
      let item = homework.questions[answer.question].item
      let given = answer.option.map { ActivityRecords.Given.option($0) } ?? .nothing
      // What stands already is written once more as it was.
      let before = earlier[item.fact] ?? []
      let revision = replaces ? before.count : before.firstIndex { !$0.isRetracted } ?? before.count
      records.append(
        maker(answer.shownAt).answer(
          given,
          to: item,
          question: answer.question,
          revision: revision,
          taken: answer.taken
        )
      )
    }
    if attempt.answers.count == homework.questions.count {
      records.append(opening.closing())
    }
    return (records, replaces)
  }

  /// Whether a try says the same as what stands, as far as both say anything.
  private func agrees(_ attempt: HandIn.Attempt, with standing: [SittingAnswer]) -> Bool {
    let byFact = Dictionary(standing.map { ($0.fact, $0) }) { first, _ in first }
    let isSame = attempt.answers.allSatisfy { answer in
      let item = homework.questions[answer.question].item
      guard let known = byFact[item.fact] else { return true }
      let given = answer.option.map { ActivityRecords.Given.option($0) } ?? .nothing
      return known.says(given, to: item) && known.instant == answer.shownAt.instant
    }
    let facts = Set(attempt.answers.map { homework.questions[$0.question].fact })
    // One that has nothing in common with what stands was begun on another machine.
    return isSame && (standing.isEmpty || standing.contains { facts.contains($0.fact) })
  }

  /// Whether a try has more answers than what stands, or was begun before it.
  private func isBetter(_ attempt: HandIn.Attempt, than standing: [SittingAnswer]) -> Bool {
    guard attempt.answers.count == standing.count else {
      return attempt.answers.count > standing.count
    }
    let begun = attempt.answers.map(\.shownAt.instant).min()
    let known = standing.map(\.instant).min()
    guard let begun, let known else { return false }
    return begun < known
  }

  private func retractions(of known: [SittingAnswer], by maker: ActivityRecords) -> [Record] {
    Dictionary(grouping: known, by: \.fact).sorted { $0.key < $1.key }.flatMap { fact, answers in
      guard let question = homework.questions.firstIndex(where: { $0.fact == fact }) else {
        return [Record]()
      }
      return answers.enumerated().filter { !$0.element.isRetracted }.map { revision, answer in
        maker.retraction(of: answer.record, question: question, revision: revision)
      }
    }
  }
}
