import Classroom
import QuizModel

/// Writes what a class answered on a paper, and takes it back; nothing is replaced in silence.
struct PaperMarker {
  /// What marking came to.
  struct Marked {
    /// Which sitting the answers are of.
    let sitting: Int
    /// How many records were new.
    let new: Int
    /// Of whom there are answers in the sitting now.
    let standing: Set<LearnerID>
  }

  /// What marking would do.
  private struct Marking {
    let sitting: Int
    let records: [Record]
    let replacement: Replacement?
    let standing: Set<LearnerID>
  }

  let environment: Environment
  let folder: ClassFolder
  let ledger: ClassLedger
  /// The paper.
  let paper: ClassActivity
  /// Whose pupils wrote it.
  let schoolClass: SchoolClass
  /// Which sitting it is; `nil` for the only one, or the one that says the same.
  let sitting: Int?

  /// Takes sheets in.
  ///
  /// - Parameters:
  ///   - sheets: What was answered.
  ///   - moment: When it was written.
  ///   - replacing: Whether they may take the place of answers that are there, unasked.
  /// - Returns: What it came to; `nil` where the teacher said no.
  /// - Throws: ``ClassCommandError/wouldReplace(_:)`` where nobody can be asked: nothing is written
  ///   then.
  func mark(
    _ sheets: [MarkedSheet],
    at moment: LocalInstant,
    replacing: Bool
  ) throws -> Marked? {
    let agreed = try marking(sheets, at: moment).replacement
    if let agreed, !replacing {
      guard try agrees(to: agreed) else { return nil }
    }
    return try folder.locked {
      let marking = try marking(sheets, at: moment)
      guard replacing || marking.replacement == agreed else {
        throw ClassCommandError.changedMeanwhile
      }
      let new = try ledger.write(marking.records)
      return Marked(
        sitting: marking.sitting,
        new: new,
        standing: marking.standing.union(sheets.map(\.pupil.id))
      )
    }
  }

  /// Takes back what a pupil answered, and says so.
  ///
  /// - Throws: ``ClassCommandError`` where that is nobody, nothing, or not clear.
  func remove(_ text: String) throws {
    let pupil: Pupil
    do throws(RosterProblem) {
      pupil = try schoolClass.withFormer.pupil(text)
    } catch {
      throw ClassCommandError.roster(error)
    }
    let (number, count) = try folder.locked { try removed(pupil) }
    environment.tell(ClassWords.removed(count, of: pupil, in: paper, sitting: number))
  }

  private func removed(_ pupil: Pupil) throws -> (sitting: Int, answers: Int) {
    let answers = try ledger.answers(in: paper, by: [pupil.id])
    let sittings = paper.sittings(of: [pupil.id], in: answers)
    guard let first = sittings.first, sitting.map({ sittings.contains($0) }) ?? true else {
      throw ClassCommandError.nothingToRemove(paper.id, pupil: pupil.name)
    }
    guard sitting != nil || sittings.count == 1 else {
      throw ClassCommandError.whichSitting(paper.id, sittings)
    }
    let number = sitting ?? first
    let withdrawal = ActivityWithdrawal(
      activity: paper,
      sitting: number,
      moment: environment.now()
    )
    let records = withdrawal.records(of: [pupil.id], answers: answers)
    try ledger.write(records)
    return (number, records.count)
  }

  // MARK: - What would be done

  private func marking(_ sheets: [MarkedSheet], at moment: LocalInstant) throws -> Marking {
    let people = schoolClass.everybody.map(\.id)
    let known = try ledger.answers(in: paper, by: people)
    let sittings = paper.sittings(of: people, in: known)
    func records(_ sitting: Int) -> MarkingRecords {
      MarkingRecords(paper: paper, sitting: sitting, moment: moment, known: known)
    }
    // Of several it is the one that says the very same, so that marking twice changes nothing.
    let same = sittings.first { sheets.flatMap(records($0).records).isEmpty }
    guard let number = sitting ?? same ?? (sittings.count > 1 ? nil : sittings.first ?? 1) else {
      throw ClassCommandError.whichSitting(paper.id, sittings)
    }
    let maker = records(number)
    let replaced = sheets.map { maker.replaced(by: $0) }.filter { !$0.isEmpty }
    return Marking(
      sitting: number,
      records: sheets.flatMap(maker.records),
      replacement: Replacement(
        of: replaced,
        in: paper.id,
        by: schoolClass.name,
        sitting: number,
        next: sittings.last.map { $0 + 1 } ?? 2
      ),
      standing: Set(people.filter { paper.sittings(of: [$0], in: known).contains(number) })
    )
  }

  private func agrees(to replacement: Replacement) throws -> Bool {
    guard environment.isInputTerminal else { throw ClassCommandError.wouldReplace(replacement) }
    environment.tell(ClassWords.asksToReplace(replacement))
    switch YesNoQuestion(reader: try environment.makeReader()).answer() {
    case .yes: return true
    case .no:
      environment.say(ClassWords.nothingMarked)
      return false
    case .none(let input):
      environment.say(ClassWords.nothingMarked)
      if let exit = ProgramExit(signalIn: input) { throw exit }
      throw ClassCommandError.wouldReplace(replacement)
    }
  }
}

/// Answers whose place others would take.
struct Replacement: Hashable {
  /// The paper.
  let paper: ActivityID
  /// The class's name.
  let className: String
  /// Which sitting they are of.
  let sitting: Int
  /// The number that another sitting would have.
  let next: Int
  /// How many there are.
  let answers: Int
  /// Of how many pupils.
  let pupils: Int
  /// The first day on which any of them was written, and the last.
  let days: ClosedRange<CalendarDay>
}

extension Replacement {
  /// What would be replaced; `nil` if nothing.
  ///
  /// - Parameters:
  ///   - answers: By pupil, of each at least one.
  ///   - paper: The paper.
  ///   - className: The class's name.
  ///   - sitting: Which sitting they are of.
  ///   - next: The number that another sitting would have.
  init?(
    of answers: [[SittingAnswer]],
    in paper: ActivityID,
    by className: String,
    sitting: Int,
    next: Int
  ) {
    let days = answers.joined().map { answer in
      CalendarDay(LocalInstant(instant: answer.instant, zone: "", offset: answer.utcOffset))
    }
    guard let first = days.min(), let last = days.max() else { return nil }
    self.init(
      paper: paper,
      className: className,
      sitting: sitting,
      next: next,
      answers: days.count,
      pupils: answers.count,
      days: first...last
    )
  }
}
