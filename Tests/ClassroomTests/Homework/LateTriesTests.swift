import Classroom
import QuizModel
import ScoreStore
import Testing

/// Tries of a homework after its last day: beside those in time, never instead of them.
@Suite struct LateTriesTests {
  private let schoolClass: SchoolClass
  private let homework: ClassActivity
  private let results: HandIns

  init() throws {
    schoolClass = try SampleClass.make()
    // The first try of every pupil is on the 22nd, the second on the 23rd.
    homework = try SampleActivity.homework(
      6,
      deadline: try #require(CalendarDay("2026-09-22")),
      tries: 2
    )
    results = HandIns(homework, schoolClass, seed: 5)
  }

  private func read(_ ledger: Ledger, onTime: Bool = false) throws -> ClassResults {
    let people = schoolClass.pupils.map {
      Participant(id: $0.id, number: $0.number, name: $0.name)
    }
    return ClassResults(
      activity: homework,
      participants: people,
      answers: try ledger.answers(in: homework, by: people.map(\.id)),
      onTime: onTime
    )
  }

  /// A try under the number and with the first answers of another one.
  private func bytes(_ place: Int, _ attempt: Int, as number: Int, answers: Int = 6) throws
    -> [UInt8]
  {
    let (pupil, attempts) = results.whole[place]
    let some = Array(attempts[attempt - 1].answers.prefix(answers))
    return try HandIns.bytes(
      homework.id,
      pupil.name,
      [HandIn.Attempt(number: number, answers: some)]
    )
  }

  @Test("the one in time counts, and the late one stands beside it")
  func besideEachOther() throws {
    let ledger = try Ledger()
    let taken = try ledger.collect(results.bytes(0, tries: 2), of: homework, by: schoolClass)
    #expect(taken.isLate && !taken.replaces)
    let told = try read(ledger)
    #expect(told.rows.map(\.attempt) == [1])
    #expect(told.rows.map(\.isLate) == [false])
    #expect(told.late.map(\.attempt) == [2])
    #expect(told.late.map(\.isLate) == [true])
    #expect(told.rows[0].choices == results.whole[0].attempts[0].answers.map(\.option))
    #expect(told.late[0].choices == results.whole[0].attempts[1].answers.map(\.option))
    let report = ClassReport(told, className: "7b", scale: nil)
    #expect(report.pupils[0].lateTry?.attempt == 2)
    #expect(try read(ledger, onTime: true).late.isEmpty)
    #expect(try read(ledger, onTime: true).rows == told.rows)
    // Once more it is nothing new.
    let count = try ledger.log.recordCount()
    try ledger.collect(results.bytes(0, tries: 2), of: homework, by: schoolClass)
    #expect(try ledger.log.recordCount() == count)
  }

  @Test("where none is in time the late one counts, unless only those in time do")
  func onlyLate() throws {
    let ledger = try Ledger()
    try ledger.collect(bytes(1, 2, as: 1), of: homework, by: schoolClass)
    #expect(try read(ledger).rows.map(\.isLate) == [true])
    #expect(try read(ledger).rows.map(\.attempt) == [1])
    #expect(try read(ledger).late.isEmpty)
    let strict = try read(ledger, onTime: true)
    #expect(strict.rows.isEmpty)
    #expect(strict.absent.count == schoolClass.pupils.count)
  }

  @Test("a late one from another machine replaces none in time, whichever comes first")
  func sameTry() throws {
    // Fewer answers in time, all of them late.
    let files = [try bytes(0, 1, as: 1, answers: 2), try bytes(0, 2, as: 1)]
    var standing: [[SessionID: [FactID: [Standing]]]] = []
    for order in [files, files.reversed()] {
      let ledger = try Ledger()
      for file in order {
        #expect(try ledger.collect(file, of: homework, by: schoolClass).replaces == false)
      }
      let told = try read(ledger)
      #expect(told.rows.map(\.isLate) == [false])
      #expect(told.rows[0].choices.compactMap { $0 }.count <= 2)
      #expect(told.late.map(\.isLate) == [true])
      standing.append(try ledger.standing(in: homework, by: schoolClass.pupils.map(\.id)))
      #expect(try ledger.log.check().isEmpty)
    }
    #expect(standing[0] == standing[1])
  }

  @Test("what is forgotten of a homework is the late try too")
  func withdrawal() throws {
    let ledger = try Ledger()
    try ledger.collect(results.bytes(0, tries: 2), of: homework, by: schoolClass)
    let people = schoolClass.pupils.map(\.id)
    let withdrawal = ActivityWithdrawal(activity: homework, moment: SampleActivity.moment)
    let answers = try ledger.answers(in: homework, by: people)
    #expect(answers.count == 12)
    try ledger.log.insert(withdrawal.records(of: people, answers: answers))
    #expect(try read(ledger).rows.isEmpty)
  }
}
