import Classroom
import Exchange
import Foundation
import ItemStatistics
import QuestionBank
import QuestionGenerator
import QuizModel
import ScoreStore

/// What the classroom takes: the sizes are those of Moodle's report that took half an hour.
struct ClassroomFigures: Encodable {
  /// Questions of the test.
  let questions: Int
  /// Pupils who sat it.
  let pupils: Int
  /// Milliseconds to write all of their answers into a log.
  var marking: Figure?
  /// Milliseconds to analyse every question and the test, from answers in memory.
  var analysis: Figure?
  /// Milliseconds to read the answers from the log, analyse them, and have the report.
  var report: Figure?
  /// Milliseconds to write the report's page.
  var page: Figure?
  /// Milliseconds to draw 30 forms of 40 questions, and to write their files and the key as HTML.
  var paper: Figure?
  /// The same with other facts of equal difficulty on 10 forms.
  var parallelPaper: Figure?
}

/// Measures it.
enum ClassroomBench {
  private static let questions = 26
  private static let pupils = 427
  private static let runs = 9

  static func run(_ bank: BankFolder, folder: URL, into figures: inout Figures) throws {
    let bank = try BankOpener(cache: folder, version: "bench").judging.open(bank)
    var result = ClassroomFigures(questions: questions, pupils: pupils)
    let paper = try activity(bank, questions: questions, forms: 4)
    var schoolClass = SchoolClass(id: ClassID(UUID()), name: "7b", usesPseudonyms: false)
    for number in 1...pupils {
      _ = try schoolClass.add("Pupil \(number)", id: LearnerID(UUID()))
    }
    let log = try ScoreLog(
      folder: folder.appendingPathComponent("classroom"),
      now: { Instant(milliseconds: 1_795_341_600_000) },
      makeUUID: { UUID() }
    )
    let moment = LocalInstant(
      instant: Instant(milliseconds: 1_795_341_600_000),
      zone: "UTC",
      offset: 0
    )
    let answers = answers(to: paper, by: schoolClass.pupils)
    let marking = try time {
      let sheets = AnswerSheetReader(schoolClass: schoolClass, paper: paper).read(answers).sheets
      let maker = MarkingRecords(paper: paper, moment: moment, known: [])
      _ = try log.insert(sheets.flatMap(maker.records))
    }
    result.marking = Figure([marking])

    let participants = schoolClass.pupils.map {
      Participant(id: $0.id, number: $0.number, name: $0.name)
    }
    func results() throws -> ClassResults {
      let answers = try log.sittingAnswers(in: paper.sessions(of: participants.map(\.id)))
      return ClassResults(
        activity: paper,
        participants: participants,
        answers: answers
      )
    }
    let known = try results()
    let responses = TestResponses(
      questions: paper.questions.map { .init(options: $0.options.count, key: $0.key) },
      choices: known.rows.map(\.choices)
    )
    result.analysis = Figure(repeated { _ = TestAnalysis(responses) })
    result.report = Figure(
      try repeated { _ = ClassReport(try results(), className: "7b", scale: nil) }
    )
    let report = ClassReport(known, className: "7b", scale: nil)
    result.page = Figure(repeated { _ = ReportPage(report).html })
    result.paper = Figure(
      try repeated { try write(try activity(bank, questions: 40, forms: 30), to: folder) }
    )
    result.parallelPaper = Figure(
      try repeated {
        try write(try activity(bank, questions: 40, forms: 10, isParallel: true), to: folder)
      }
    )
    figures.classroom = result
  }

  private static func time(_ work: () throws -> Void) rethrows -> Double {
    let start = milliseconds()
    try work()
    return milliseconds() - start
  }

  private static func repeated(_ work: () throws -> Void) rethrows -> [Double] {
    try (0..<runs).map { _ in try time(work) }
  }

  /// A paper, drawn anew with a generator that remembers nothing.
  private static func activity(
    _ bank: QuestionBank,
    questions: Int,
    forms: Int,
    isParallel: Bool = false
  ) throws -> ClassActivity {
    let drawn = try PaperDraw(
      generator: try ItemGenerator(bank: bank),
      filter: try ItemFilter(bank: bank, topics: [], templates: [], fact: nil),
      wishes: PaperWishes(
        questions: questions,
        forms: forms,
        form: .mixed,
        optionCount: 3,
        isParallel: isParallel,
        seed: 27
      )
    ).draw()
    return ClassActivity(
      id: ActivityID(derivedFrom: ["bench"]),
      kind: .paper(drawn.forms),
      title: bank.description.title,
      classID: nil,
      bank: bank.description.id,
      bankTitle: bank.description.title,
      bankVersion: bank.description.version,
      made: LocalInstant(instant: Instant(milliseconds: 0), zone: "UTC", offset: 0),
      seed: 27,
      topics: [],
      topicTitles: [:],
      questions: drawn.questions
    )
  }

  /// Writes the files of a paper.
  private static func write(_ paper: ClassActivity, to folder: URL) throws {
    for sheet in paper.sheets {
      let file = folder.appendingPathComponent("form-\(sheet.letter).html")
      try Data(PaperPage(paper, sheet: sheet).html.utf8).write(to: file)
    }
    try Data(AnswerKey(paper).html.utf8).write(to: folder.appendingPathComponent("key.html"))
  }

  /// A file of answers by pupils of whom some know more than others.
  private static func answers(to paper: ClassActivity, by pupils: [Pupil]) -> [UInt8] {
    var random = SplitMix64(seed: 427)
    let forms = paper.sheets
    let lines = pupils.map { pupil in
      let sheet = forms[pupil.number % forms.count]
      let ability = random.unit()
      let letters = sheet.entries.map { entry -> String in
        if random.unit() < 0.2 + 0.7 * ability { return entry.labels[entry.item.key] }
        return random.below(20) == 0 ? "-" : entry.labels[random.below(entry.labels.count)]
      }
      return "\(pupil.number),\(sheet.letter),\(letters.joined())\n"
    }
    return Array(lines.joined().utf8)
  }
}
