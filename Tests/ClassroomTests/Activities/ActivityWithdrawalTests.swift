import Classroom
import QuizModel
import ScoreStore
import Testing

/// Taking back everything that pupils answered in an activity.
@Suite struct ActivityWithdrawalTests {
  private let schoolClass: SchoolClass
  private let ledger: Ledger

  init() throws {
    schoolClass = try SampleClass.make()
    ledger = try Ledger()
  }

  private var people: [LearnerID] { schoolClass.everybody.map(\.id) }

  private func moment(day: Int) -> LocalInstant {
    let instant = SampleActivity.moment.instant.advanced(byDays: Double(day))
    return LocalInstant(instant: instant, zone: "UTC", offset: 0)
  }

  /// - Returns: How many records were new.
  private func withdraw(_ activity: ClassActivity, of people: [LearnerID], day: Int) throws -> Int {
    let withdrawal = ActivityWithdrawal(activity: activity, moment: moment(day: day))
    let answers = try ledger.answers(in: activity, by: people)
    return try ledger.log.insert(withdrawal.records(of: people, answers: answers)).added
  }

  @Test("leaves nothing standing, and doing it again changes nothing", arguments: [false, true])
  func papers(_ isParallel: Bool) throws {
    for seed in UInt64(0)..<4 {
      let ledger = try Ledger()
      let paper =
        try isParallel ? SampleActivity.parallelPaper(5, forms: 3) : SampleActivity.paper(5)
      var random = SplitMix64(seed: seed)
      for round in 0..<3 {
        let file = AnswerFile.drawn(of: paper, by: schoolClass.pupils, using: &random)
        let when = moment(day: random.below(3))
        try ledger.mark(file.bytes(using: &random), of: paper, by: schoolClass, at: when)
        // Marking anew stands anew, also where the very same was marked before.
        #expect(try ledger.standing(in: paper, by: people) == file.expected(in: paper))
        let withdrawal = ActivityWithdrawal(activity: paper, moment: moment(day: 5 + round))
        let first = withdrawal.records(
          of: people,
          answers: try ledger.answers(in: paper, by: people)
        )
        #expect(first.count == schoolClass.pupils.count * 5)
        #expect(try ledger.log.insert(first).added == first.count)
        #expect(try ledger.standing(in: paper, by: people).isEmpty)
        let again = withdrawal.records(
          of: people,
          answers: try ledger.answers(in: paper, by: people)
        )
        #expect(again.isEmpty)
        guard random.below(2) == 0 else { continue }
        try ledger.mark(file.bytes(using: &random), of: paper, by: schoolClass, at: when)
        #expect(try ledger.standing(in: paper, by: people) == file.expected(in: paper))
      }
      #expect(try ledger.log.check().isEmpty)
    }
  }

  @Test("takes back every try of a homework, which may be collected again")
  func homework() throws {
    let homework = try SampleActivity.homework(4, tries: 3)
    let results = HandIns(homework, schoolClass, seed: 3)
    func collect() throws {
      for place in results.whole.indices {
        try ledger.collect(results.bytes(place, tries: 3), of: homework, by: schoolClass)
      }
    }
    try collect()
    let before = try ledger.standing(in: homework, by: people)
    #expect(before.count == people.count * 3)
    #expect(try withdraw(homework, of: people, day: 9) == people.count * 12)
    #expect(try ledger.standing(in: homework, by: people).isEmpty)
    #expect(try withdraw(homework, of: people, day: 10) == 0)
    try collect()
    #expect(try ledger.standing(in: homework, by: people) == before)
    #expect(try ledger.log.check().isEmpty)
  }

  @Test("touches nobody else, and no other activity")
  func othersStay() throws {
    let (paper, other) = (try SampleActivity.paper(3), try SampleActivity.homework(3))
    var random = SplitMix64(seed: 2)
    let file = AnswerFile.drawn(of: paper, by: schoolClass.pupils, using: &random)
    try ledger.mark(file.bytes(using: &random), of: paper, by: schoolClass)
    let results = HandIns(other, schoolClass, seed: 3)
    try ledger.collect(results.bytes(0, tries: 1), of: other, by: schoolClass)
    let homework = try ledger.answers(in: other, by: people)
    let one = try #require(people.first)
    #expect(try withdraw(paper, of: [one], day: 9) == 3)
    let rest = file.expected(in: paper).filter {
      $0.key != ActivityRecords.session(of: one, in: paper.id)
    }
    #expect(try ledger.standing(in: paper, by: people) == rest)
    #expect(try ledger.answers(in: other, by: people) == homework)
  }

  @Test("of a game leaves nothing to go on with")
  func game() throws {
    let teams = SampleClass.participants(["Red", "Blue"])
    let game = try SampleActivity.game(3, teams)
    var table = try RoomTable(game, teams, ledger: ledger)
    try table.type("ab", "", "", "b-", "reveal", "undo", "reveal", "quit")
    #expect(try withdraw(game, of: teams.map(\.id), day: 9) == 3)
    let again = try RoomTable(game, teams, ledger: ledger)
    #expect(again.effects.outline == ["say question 1/3", "ask 0/2"])
    #expect(again.standings()?.map(\.answered) == [0, 0])
  }
}
