import Classroom
import QuizModel
import ScoreStore

/// What the log holds of classes: read from it, and written to it in one go.
struct ClassLedger {
  private let log: ScoreLog

  /// The ledger of an environment's log.
  ///
  /// - Throws: What the log throws.
  init(in environment: Environment) throws {
    log = try LogOpening.open(in: environment)
  }

  /// The answers of an activity.
  ///
  /// - Parameters:
  ///   - activity: What was done.
  ///   - people: Who may have done it.
  /// - Returns: Also those that were taken back.
  /// - Throws: What the log throws.
  func answers(
    in activity: ClassActivity,
    by people: [LearnerID]
  ) throws(ScoreStoreError) -> [SittingAnswer] {
    try log.sittingAnswers(in: activity.sessions(of: people))
  }

  /// Makes the weekly backup if it is due; one that fails is told of.
  func backUpIfDue(in environment: Environment) {
    WeeklyBackup(environment: environment).make(of: log)
  }

  /// Writes records, all of them or none; on the disk when this returns.
  ///
  /// - Returns: How many were new.
  /// - Throws: What the log throws.
  @discardableResult
  func write(_ records: [Record]) throws(ScoreStoreError) -> Int {
    guard !records.isEmpty else { return 0 }
    return try log.insert(records).added
  }

  /// A class without those who were forgotten: a list that came from elsewhere may still hold them.
  ///
  /// - Throws: What the log throws.
  func withoutForgotten(_ schoolClass: SchoolClass) throws(ScoreStoreError) -> SchoolClass {
    let forgotten = try log.forgotten(among: schoolClass.everybody.map(\.id))
    var left = schoolClass
    for pupil in schoolClass.everybody where forgotten.contains(pupil.id) { left.forget(pupil) }
    return left
  }

  /// Erases everything of people who have no name in the log.
  func forget(_ people: [LearnerID]) throws(ScoreStoreError) -> ErasureReport {
    try log.forget(nameless: people)
  }

  /// How questions of a bank went with those who met them first.
  ///
  /// - Throws: What the log throws.
  func facilities(in bank: String) throws(ScoreStoreError) -> MeasuredFacilities {
    var measured: [MeasuredFacilities.Key: Double] = [:]
    for answers in try log.firstAnswers(in: bank, fewest: MeasuredFacilities.fewest) {
      let key = MeasuredFacilities.Key(
        fact: answers.fact,
        template: answers.template,
        form: answers.form
      )
      measured[key] = Double(answers.right) / Double(answers.people)
    }
    return MeasuredFacilities(measured)
  }
}
