import Classroom
import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

/// Marking on two machines, whose logs are united later.
@Suite struct TwoMachinesTests {
  private let scratch: ScratchFolder
  private let schoolClass: SchoolClass
  private let paper: ClassActivity

  init() throws {
    scratch = try ScratchFolder()
    schoolClass = try SampleClass.make()
    paper = try SampleActivity.paper(5)
  }

  private var people: [LearnerID] { schoolClass.everybody.map(\.id) }

  private func machine(_ name: String) throws -> Ledger {
    try Ledger(in: scratch.url.appendingPathComponent(name))
  }

  private func file(_ ledger: Ledger) throws -> URL { try #require(ledger.log.location).log }

  @Test("the same file makes the same records, and the logs unite", arguments: 0..<4)
  func sameFile(_ seed: UInt64) throws {
    let (one, two) = (try machine("one"), try machine("two"))
    var random = SplitMix64(seed: seed)
    let file = AnswerFile.drawn(of: paper, by: schoolClass.pupils, using: &random)
    for ledger in [one, two] {
      let style = AnswerFile.Style.drawn(using: &random)
      try ledger.mark(file.bytes(style, using: &random), of: paper, by: schoolClass)
    }
    let records = try one.log.records()
    #expect(try two.log.records() == records)
    #expect(try one.log.uniteAgreeing(with: self.file(two)).records.added == 0)
    #expect(try two.log.insert(records).added == 0)
    #expect(try one.standing(in: paper, by: people) == file.expected(in: paper))
  }

  @Test("whatever two machines mark and unite, in whatever order, unites", arguments: 0..<12)
  func differentFiles(_ seed: UInt64) throws {
    let machines = [try machine("one"), try machine("two")]
    var random = SplitMix64(seed: seed)
    let few = Array(schoolClass.pupils.prefix(3))
    let files = (0..<4).map { _ in AnswerFile.drawn(of: paper, by: few, using: &random) }
    for _ in 0..<14 {
      let own = random.below(2)
      if random.below(4) == 0 {
        try machines[own].log.insert(machines[1 - own].log.records())
      } else {
        let bytes = files[random.below(files.count)].bytes(using: &random)
        try machines[own].mark(bytes, of: paper, by: schoolClass)
      }
    }
    try machines[0].log.uniteAgreeing(with: file(machines[1]))
    try machines[1].log.insert(machines[0].log.records())
    let states = try machines.map { Set(try $0.answers(in: paper, by: people)) }
    #expect(states[0] == states[1])
    for machine in machines { #expect(try machine.log.check().isEmpty) }
    let last = files[random.below(files.count)]
    try machines[1].mark(last.bytes(using: &random), of: paper, by: schoolClass)
    try machines[0].log.uniteAgreeing(with: file(machines[1]))
    for machine in machines {
      #expect(try machine.standing(in: paper, by: people) == last.expected(in: paper))
    }
  }

  @Test("where both said something else, results count one answer a question")
  func bothSaidSomethingElse() throws {
    let (one, two) = (try machine("one"), try machine("two"))
    let key = paper.questions[0].key
    let sheet = try #require(paper.sheets.first)
    let right = sheet.entries.map { $0.labels[$0.item.key] }.joined()
    let wrong = sheet.entries[0].labels[key == 0 ? 1 : 0] + right.dropFirst()
    try one.mark(Array("1,A,\(right)".utf8), of: paper, by: schoolClass)
    // The same answers, but on another day: other records that say the same.
    let later = LocalInstant(
      instant: SampleActivity.moment.instant.advanced(byDays: 1),
      zone: "UTC",
      offset: 0
    )
    try two.mark(Array("1,A,\(right)".utf8), of: paper, by: schoolClass, at: later)
    func points(_ ledger: Ledger) throws -> [Int] {
      ClassResults(
        activity: paper,
        participants: schoolClass.participants,
        answers: try ledger.answers(in: paper, by: people)
      ).rows.map(\.points)
    }
    let alone = try points(one)
    try one.log.uniteAgreeing(with: file(two))
    #expect(try points(one) == alone)
    try one.mark(Array("1,A,\(wrong)".utf8), of: paper, by: schoolClass)
    #expect(try points(one)[0] < alone[0])
    try two.log.uniteAgreeing(with: file(one))
    #expect(try points(two) == points(one))
  }
}
