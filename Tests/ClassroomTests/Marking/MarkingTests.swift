import Classroom
import QuizModel
import ScoreStore
import Testing

/// Marking a paper into a real log, and marking it again after corrections.
@Suite struct MarkingTests {
  private let schoolClass: SchoolClass
  private let paper: ClassActivity
  private let ledger: Ledger

  init() throws {
    schoolClass = try SampleClass.make()
    paper = try SampleActivity.paper(8)
    ledger = try Ledger()
  }

  private var people: [LearnerID] { schoolClass.everybody.map(\.id) }

  @Test("what a file says stands in the log, and marking it twice writes nothing", arguments: 0..<8)
  func markingTwice(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let file = AnswerFile.drawn(of: paper, by: schoolClass.pupils, using: &random)
    let first = try ledger.mark(file.bytes(using: &random), of: paper, by: schoolClass)
    #expect(first.problems.isEmpty)
    // An opening, a closing and eight answers of each.
    #expect(first.new == schoolClass.pupils.count * 10)
    #expect(try ledger.standing(in: paper, by: people) == file.expected(in: paper))
    for _ in 0..<3 {
      let style = AnswerFile.Style.drawn(using: &random)
      let again = try ledger.mark(file.bytes(style, using: &random), of: paper, by: schoolClass)
      #expect(again.new == 0)
    }
    #expect(try ledger.log.check().isEmpty)
  }

  @Test("corrections back and forth end in what the last file says", arguments: 0..<12)
  func backAndForth(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var files: [AnswerFile] = []
    for _ in 0..<3 {
      let some = schoolClass.pupils.filter { _ in files.isEmpty || random.below(3) > 0 }
      files.append(AnswerFile.drawn(of: paper, by: some, using: &random))
    }
    var expected: [SessionID: [FactID: [Standing]]] = [:]
    for _ in 0..<10 {
      let file = files[random.below(files.count)]
      // The day that is named when a paper is marked again moves no answer.
      let later = LocalInstant(
        instant: SampleActivity.moment.instant.advanced(byDays: Double(random.below(3))),
        zone: SampleActivity.moment.zone,
        offset: SampleActivity.moment.offset
      )
      try ledger.mark(file.bytes(using: &random), of: paper, by: schoolClass, at: later)
      expected.merge(file.expected(in: paper)) { _, last in last }
      #expect(try ledger.standing(in: paper, by: people) == expected)
    }
    #expect(try ledger.log.check().isEmpty)
  }

  @Test("a corrected letter takes back one answer and puts another in its place")
  func oneCorrection() throws {
    try ledger.mark(Array("1,A,abtaatab".utf8), of: paper, by: schoolClass)
    let before = try ledger.answers(in: paper, by: people)
    let report = try ledger.mark(Array("1,A,actaatab".utf8), of: paper, by: schoolClass)
    #expect(report.new == 2)
    let after = try ledger.answers(in: paper, by: people)
    let taken = after.filter(\.isRetracted)
    #expect(taken.map(\.fact) == [paper.questions[1].fact])
    #expect(taken.map(\.record) == before.filter { $0.fact == taken.first?.fact }.map(\.record))
    #expect(Set(after.map(\.instant)) == Set(before.map(\.instant)))
  }

  @Test("a corrected form leaves no answer of the wrong one", arguments: [false, true])
  func wrongForm(_ isParallel: Bool) throws {
    let paper = try isParallel ? SampleActivity.parallelPaper(6, forms: 2) : paper
    var random = SplitMix64(seed: 5)
    let pupil = try #require(schoolClass.pupils.first)
    for letter in ["A", "B", "A", "A", "B"] {
      let form = try #require(paper.sheets.first { $0.letter == letter })
      let file = AnswerFile(
        sheets: [
          AnswerFile.Sheet(
            pupil: pupil,
            form: form,
            choices: AnswerFile.choices(on: form, using: &random)
          )
        ]
      )
      try ledger.mark(file.bytes(using: &random), of: paper, by: schoolClass)
      #expect(try ledger.standing(in: paper, by: people) == file.expected(in: paper))
    }
    let session = ActivityRecords.session(of: pupil.id, in: paper.id)
    let openings = try ledger.log.records().compactMap { record -> SessionID? in
      if case .sessionOpened(let opening) = record.body { return opening.session }
      return nil
    }
    #expect(openings == [session])
  }

  @Test("who is marked later is added, and nobody else changes")
  func latecomer() throws {
    try ledger.mark(Array("1,A,abtaatab".utf8), of: paper, by: schoolClass)
    let first = try ledger.answers(in: paper, by: people)
    try ledger.mark(Array("2,B,--------".utf8), of: paper, by: schoolClass)
    let both = try ledger.answers(in: paper, by: people)
    #expect(both.filter { first.map(\.record).contains($0.record) } == first)
    #expect(both.count == 16)
  }
}
