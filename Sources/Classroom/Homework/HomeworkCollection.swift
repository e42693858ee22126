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
    /// Of every try in it other answers of the same pupil are in already, more of them or earlier.
    case contradicts(Pupil, attempt: Int)
  }

  /// What came of a file.
  package struct Taken: Hashable, Sendable {
    /// Whose it is.
    package let pupil: Pupil
    /// The tries that were taken and hold every answer.
    package let finished: Int
    /// How many answers were taken.
    package let answers: Int
    /// Whether any of them was given after the last day.
    package let isLate: Bool
    /// Whether it takes the place of other answers of the pupil, which were fewer or later.
    package let replaces: Bool
    /// The tries that were not taken, as other answers to them are in, more of them or earlier.
    package let passedOver: [Int]
    /// The records of the pupil's own log that it rests on.
    package let originals: Set<RecordID>
    /// What is to be written; that tries began and ended may be in the log already.
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
  /// equals the one that was begun first: whichever comes in first. Each try is decided alone, and
  /// one of which any answer is late beside one in time: both stand.
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
    return try taken(result, from: pupil)
  }

  private func taken(_ result: HandIn, from pupil: Pupil) throws(Problem) -> Taken {
    var records: [Record] = []
    var replaces = false
    var attempts: [HandIn.Attempt] = []
    var passedOver: [Int] = []
    for attempt in result.attempts where !attempt.answers.isEmpty {
      let sitting = HomeworkSittingRecords(homework, of: pupil, attempt: attempt, known: known)
      switch sitting.verdict {
      case .isWorse: passedOver.append(attempt.number)
      case .agrees, .replaces:
        attempts.append(attempt)
        records += sitting.records
        replaces = replaces || sitting.verdict == .replaces
      }
    }
    if let first = passedOver.first, attempts.isEmpty {
      throw .contradicts(pupil, attempt: first)
    }
    let answers = attempts.flatMap(\.answers)
    return Taken(
      pupil: pupil,
      finished: attempts.count { $0.answers.count == homework.questions.count },
      answers: answers.count,
      isLate: attempts.contains { $0.isLate(after: terms.lastDay) },
      replaces: replaces,
      passedOver: passedOver,
      originals: Set(result.attempts.flatMap(\.answers).map(\.record)),
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
}
