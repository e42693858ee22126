import Classroom
import Foundation
import QuizModel

/// Takes files that pupils hand in, one after the other, each for its own homework.
struct Collector {
  /// Why a file is not taken, beside what is wrong with it.
  enum Problem: Error {
    /// No homework of its id is known here.
    case unknownHomework(ActivityID)
    /// It rests on the records of another pupil's file.
    case copied(from: Pupil)

    /// What is said of it.
    var text: String {
      switch self {
      case .unknownHomework(let id): "is for homework \(id), which is not known here"
      case .copied(let pupil):
        "holds the very answers of \(pupil.name): two pupils shared a profile, or a file; nothing of "
          + "it was taken"
      }
    }
  }

  /// How far a homework is in.
  struct Summary {
    /// The homework.
    let homework: ClassActivity
    /// Who was to do it.
    let schoolClass: SchoolClass
    /// Pupils whose files were taken now.
    let pupils: Int
    /// Pupils of the list of whom anything is in.
    let altogether: Int
  }

  private let choice: ActivityChoice
  private let ledger: ClassLedger
  private let className: String?
  private let wanted: ClassActivity?
  private var classes: [ActivityID: (homework: ClassActivity, schoolClass: SchoolClass)] = [:]
  private var pupils: [ActivityID: Set<LearnerID>] = [:]
  /// Whose file brought each record of a pupil's own log.
  private var owners: [RecordID: Pupil] = [:]

  /// A collector.
  ///
  /// - Parameters:
  ///   - choice: Finds homework and classes.
  ///   - ledger: Where answers go.
  ///   - className: The class; `nil` for each homework's own.
  ///   - wanted: The homework that files have to be for; `nil` for any.
  init(
    choice: ActivityChoice,
    ledger: ClassLedger,
    className: String?,
    wanted: ClassActivity?
  ) {
    self.choice = choice
    self.ledger = ledger
    self.className = className
    self.wanted = wanted
  }

  /// Takes a file.
  ///
  /// - Parameters:
  ///   - path: Where it stands.
  ///   - pupil: Whose it is; `nil` for whom it names.
  /// - Returns: What came of it, for which homework, and how many records are new.
  /// - Throws: ``Problem``, what is wrong with the file, or what the log throws.
  mutating func take(
    _ path: String,
    of pupil: String?
  ) throws -> (HomeworkCollection.Taken, ClassActivity, new: Int) {
    let bytes = try TeacherFile.bytes(of: URL(fileURLWithPath: path), limit: 16 << 20)
    let id = try wanted?.id ?? HomeworkCollection.result(in: bytes).homework
    let (homework, schoolClass) = try homework(id)
    return try choice.folder.locked {
      // Each file is held against what is in the log by then, the files before it included.
      let known = try ledger.answers(in: homework, by: schoolClass.everybody.map(\.id))
      let taken = try HomeworkCollection(
        homework: homework,
        schoolClass: schoolClass,
        known: known
      ).take(bytes, of: pupil)
      let other = taken.originals.compactMap { owners[$0] }.first { $0 != taken.pupil }
      if let other { throw Problem.copied(from: other) }
      for record in taken.originals { owners[record] = taken.pupil }
      let new = try ledger.write(taken.records)
      pupils[id, default: []].insert(taken.pupil.id)
      return (taken, homework, new)
    }
  }

  /// For each homework, by its id, how many pupils handed it in now, and of how many of the list
  /// anything is in.
  ///
  /// - Throws: What the log throws.
  func summary() throws -> [Summary] {
    try classes.sorted { $0.key.description < $1.key.description }.map { id, found in
      let people = found.schoolClass.pupils.map(\.id)
      let known = try ledger.answers(in: found.homework, by: people)
      return Summary(
        homework: found.homework,
        schoolClass: found.schoolClass,
        pupils: pupils[id]?.count ?? 0,
        altogether: people.count { !found.homework.sittings(of: [$0], in: known).isEmpty }
      )
    }
  }

  private mutating func homework(
    _ id: ActivityID
  ) throws -> (homework: ClassActivity, schoolClass: SchoolClass) {
    if let known = classes[id] { return known }
    let activity = try choice.folder.activity(id)
    guard let activity, ActivityChoice.Wanted.homework.fits(activity) else {
      throw Problem.unknownHomework(id)
    }
    let schoolClass = try ledger.withoutForgotten(choice.schoolClass(className, of: activity))
    classes[id] = (activity, schoolClass)
    return (activity, schoolClass)
  }
}
