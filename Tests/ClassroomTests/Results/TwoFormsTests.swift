import Classroom
import QuizModel
import ScoreStore
import Testing

/// Results where one sheet was marked under two forms, on two machines that knew nothing of it.
@Suite struct TwoFormsTests {
  private let schoolClass: SchoolClass
  private let paper: ClassActivity

  init() throws {
    schoolClass = try SampleClass.make(Array(SampleClass.names.prefix(5)))
    paper = try SampleActivity.parallelPaper(4, forms: 3)
  }

  private func results(_ ledger: Ledger) throws -> ClassResults {
    ClassResults(
      activity: paper,
      participants: schoolClass.participants,
      answers: try ledger.answers(in: paper, by: schoolClass.everybody.map(\.id))
    )
  }

  private func file(_ letters: [String], using random: inout SplitMix64) throws -> AnswerFile {
    AnswerFile(
      sheets: try zip(schoolClass.pupils, letters).map { pupil, letter in
        let form = try #require(paper.sheets.first { $0.letter == letter })
        let choices = AnswerFile.choices(on: form, using: &random)
        return AnswerFile.Sheet(pupil: pupil, form: form, choices: choices)
      }
    )
  }

  private func moment(day: Int) -> LocalInstant {
    let instant = SampleActivity.moment.instant.advanced(byDays: Double(day))
    return LocalInstant(instant: instant, zone: "UTC", offset: 0)
  }

  /// What a row has to say of a sheet.
  private func expect(_ row: ClassResults.Row, tells sheet: AnswerFile.Sheet) {
    let asked = sheet.form.entries.map(\.question)
    #expect(row.asked == asked.sorted())
    var points = 0
    for (entry, choice) in zip(sheet.form.entries, sheet.choices) {
      #expect(row.choices[entry.question] == choice.map { entry.optionOrder[$0] })
      if choice == entry.item.key { points += paperPoints(entry.question) }
    }
    #expect(row.points == points)
    for place in paper.questions.indices where !asked.contains(place) {
      #expect(row.choices[place] == nil)
    }
  }

  /// The points of a question, as a record of it says.
  private func paperPoints(_ question: Int) -> Int {
    let asked = paper.questions[question]
    let maker = ActivityRecords(
      activity: paper,
      participant: schoolClass.pupils[0].id,
      moment: moment(day: 0)
    )
    let record = maker.answer(
      .option(asked.key),
      to: asked.item,
      question: question,
      revision: 0
    )
    guard case .answered(let answer) = record.body else { return 0 }
    return answer.points
  }

  @Test("count one form of each, the one that was marked later", arguments: 0..<12)
  func later(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let machines = [try Ledger(), try Ledger()]
    let days = random.shuffled([0, 1])
    let files = try (0..<2).map { _ in
      try file((0..<5).map { _ in ["A", "B", "C"][random.below(3)] }, using: &random)
    }
    for (machine, (file, day)) in zip(machines, zip(files, days)) {
      let bytes = file.bytes(using: &random)
      try machine.mark(bytes, of: paper, by: schoolClass, at: moment(day: day))
    }
    try machines[0].log.insert(machines[1].log.records())
    try machines[1].log.insert(machines[0].log.records())
    let last = days[0] == 1 ? files[0] : files[1]
    for machine in machines {
      let rows = try results(machine).rows
      #expect(rows.count == 5)
      for (row, sheet) in zip(rows, last.sheets) { expect(row, tells: sheet) }
      #expect(try machine.log.check().isEmpty)
    }
    // Marking it once more settles it, whichever form it was.
    let settled = files[random.below(2)]
    try machines[0].mark(settled.bytes(using: &random), of: paper, by: schoolClass)
    for (row, sheet) in zip(try results(machines[0]).rows, settled.sheets) {
      expect(row, tells: sheet)
    }
  }

  @Test("count one form of each where both were marked for the same day", arguments: 0..<6)
  func sameDay(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let machines = [try Ledger(), try Ledger()]
    let files = [
      try file(Array(repeating: "A", count: 5), using: &random),
      try file(Array(repeating: "B", count: 5), using: &random),
    ]
    for (machine, file) in zip(machines, files) {
      try machine.mark(file.bytes(using: &random), of: paper, by: schoolClass)
    }
    try machines[0].log.insert(machines[1].log.records())
    try machines[1].log.insert(machines[0].log.records())
    let rows = try machines.map { try results($0).rows }
    #expect(rows[0] == rows[1])
    for (place, row) in rows[0].enumerated() {
      let sheet = files.map { $0.sheets[place] }.first { sheet in
        sheet.form.entries.map(\.question).sorted() == row.asked
      }
      expect(row, tells: try #require(sheet))
    }
    let report = ClassReport(try results(machines[0]), className: nil, scale: nil)
    #expect(report.pupils.map(\.asked) == [4, 4, 4, 4, 4])
    #expect(report.sections.count == 3)
  }
}
