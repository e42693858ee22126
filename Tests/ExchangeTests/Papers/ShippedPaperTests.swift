import Classroom
import Exchange
import Foundation
import QuestionBank
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

/// Papers of the bank that is shipped; `PAPERS=FOLDER` in the environment keeps the files.
@Suite("Papers of the shipped bank")
struct ShippedPaperTests {
  private static func paper(
    questions: Int,
    forms: Int,
    isParallel: Bool = false
  ) throws -> (ClassActivity, PaperImprint) {
    let shelf = BankShelf(folders: [SourceTree.banks])
    let bank = try BankOpener(cache: nil, version: "test").judging.open(
      try shelf.folder(of: "dprk-relations")
    )
    let drawn = try PaperDraw(
      generator: try ItemGenerator(bank: bank),
      filter: try ItemFilter(bank: bank, topics: [], templates: [], fact: nil),
      wishes: PaperWishes(
        questions: questions,
        forms: forms,
        form: .mixed,
        optionCount: 4,
        isParallel: isParallel,
        seed: 11
      )
    ).draw()
    let title = bank.description.title
    let activity = ClassActivity(
      id: ActivityID(derivedFrom: [title, "\(questions)", "\(forms)"]),
      kind: .paper(drawn.forms),
      title: title,
      classID: nil,
      bank: bank.description.id,
      bankTitle: title,
      bankVersion: bank.description.version,
      made: LocalInstant(instant: Instant(milliseconds: 0), zone: "UTC", offset: 0),
      seed: 11,
      topics: [],
      topicTitles: [:],
      questions: drawn.questions
    )
    let description = bank.description
    return (activity, PaperImprint(asOf: description.asOf, licences: description.licences))
  }

  @Test("hold every stem, option and explanation", arguments: [false, true])
  func holdEverything(isParallel: Bool) throws {
    let (activity, imprint) = try Self.paper(
      questions: 20,
      forms: isParallel ? 2 : 4,
      isParallel: isParallel
    )
    #expect(activity.isSound)
    let key = AnswerKey(activity, imprint: imprint)
    for sheet in activity.sheets {
      let page = PaperPage(activity, sheet: sheet, imprint: imprint)
      #expect(sheet.entries.count == 20)
      let read = try PageReading(page.html)
      for entry in sheet.entries {
        #expect(read.text.contains(entry.item.stem))
        for option in entry.item.options { #expect(read.text.contains(option.text)) }
      }
      let name = "paper-\(isParallel ? "parallel-" : "")\(sheet.letter)"
      try keep(page.html, as: "\(name).html")
      try keep(page.plainText, as: "\(name).txt")
      try keep(page.markdown, as: "\(name).md")
    }
    let read = try PageReading(key.html)
    for question in activity.questions { #expect(read.text.contains(question.item.explanation)) }
    let name = isParallel ? "key-parallel" : "key"
    try keep(key.html, as: "\(name).html")
    try keep(key.plainText, as: "\(name).txt")
    try keep(key.markdown, as: "\(name).md")
  }

  private func keep(_ text: String, as name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["PAPERS"] else { return }
    let url = URL(fileURLWithPath: folder)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
  }
}
