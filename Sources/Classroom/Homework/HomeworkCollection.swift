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
    /// Other answers of the same pupil to the same try are in already.
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
    /// What is to be written; what is in the log already stands among it.
    package let records: [Record]
  }

  private let homework: ClassActivity
  private let terms: HomeworkTerms
  private let schoolClass: SchoolClass
  private let known: [SessionID: [FactID: SittingAnswer]]

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
    self.known = Dictionary(grouping: known.filter { !$0.isRetracted }, by: \.session)
      .mapValues { Dictionary($0.map { ($0.fact, $0) }) { first, _ in first } }
  }

  /// Reads a file.
  ///
  /// - Throws: ``Problem``; nothing of the file is taken then.
  package func take(_ bytes: [UInt8]) throws(Problem) -> Taken {
    let result: HandIn
    do throws(SealedFile<HandIn>.Problem) {
      result = try SealedFile.content(of: bytes, format: HandIn.format, version: HandIn.version)
    } catch {
      throw .file(error)
    }
    guard result.homework == homework.id else { throw .otherHomework(result.homework) }
    let pupil: Pupil
    do throws(RosterProblem) {
      pupil = try schoolClass.pupil(result.pupil)
    } catch {
      throw .pupil(error)
    }
    guard fits(result) else { throw .doesNotFit }
    var records: [Record] = []
    for attempt in result.attempts {
      records += try self.records(of: attempt, by: pupil)
    }
    let answers = result.attempts.flatMap(\.answers)
    return Taken(
      pupil: pupil,
      finished: result.attempts.count { $0.answers.count == homework.questions.count },
      answers: answers.count,
      isLate: answers.contains { answer in
        terms.lastDay.map { CalendarDay(answer.shownAt) > $0 } ?? false
      },
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
  ) throws(Problem) -> [Record] {
    guard let first = attempt.answers.first else { return [] }
    func maker(_ moment: LocalInstant) -> ActivityRecords {
      ActivityRecords(
        activity: homework,
        participant: pupil.id,
        attempt: attempt.number,
        moment: moment
      )
    }
    let opening = maker(first.shownAt)
    let known = known[opening.session] ?? [:]
    var records = [opening.opening(questions: homework.questions.count)]
    for answer in attempt.answers {
      let item = homework.questions[answer.question].item
      let given = answer.option.map { ActivityRecords.Given.option($0) } ?? .nothing
      if let earlier = known[item.fact] {
        guard earlier.says(given, to: item), earlier.instant == answer.shownAt.instant else {
          throw .contradicts(pupil, attempt: attempt.number)
        }
      }
      records.append(
        maker(answer.shownAt).answer(
          given,
          to: item,
          question: answer.question,
          revision: 0,
          taken: answer.taken
        )
      )
    }
    if attempt.answers.count == homework.questions.count {
      records.append(opening.closing())
    }
    return records
  }
}
