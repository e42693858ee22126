import Foundation
import LineEditing
import QuestionBank
import QuestionGenerator
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI

/// Every error in words: what happened, where, what to do, and the exit code.
@Suite struct ErrorPresenterTests {
  private static let log = "/home/ri/.local/share/attache/log.sqlite"
  private static let learner = Learner(
    id: LearnerID(UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))),
    name: "Ri"
  )

  private static let topics = [
    Topic(id: "capitals", title: "Capitals"), Topic(id: "the-south", title: "The South"),
  ]
  // 12 April and 4 December 2027.
  private static let day = CalendarDay(number: 20_920)
  private static let otherDay = CalendarDay(number: 21_156)

  static let logErrors: [ScoreStoreError] = [
    .readOnly(path: log), .full(path: log), .locked(path: log),
    .damaged(path: log, detail: "database disk image is malformed"), .newer(path: log, version: 9),
    .notALog(path: log), .cannotCreate(path: log, reason: "Read-only file system"),
    .cannotOpen(path: log, reason: "Permission denied"), .moved(path: log),
    .failed(path: log, code: 1, detail: "no such table: records"),
    .backupNotFound(path: "/tmp/mine"), .backupExists(path: "/tmp/mine"),
    .unknownLearner(name: "Pak"), .duplicateLearner(learner),
    .ambiguousLearner(name: "Ri", candidates: [learner, learner]), .emptyName,
    .forgottenLearner(learner.id),
  ]

  private static let others: [any Error] = [
    BankError.notFound(name: "x", available: ["a", "b"], searched: ["/one", "/two"]),
    BankError.notFound(name: "x", available: [], searched: ["/one"]),
    BankError.notFound(name: "", available: [], searched: ["/one"]),
    BankError.unsafeName("../x"),
    BankError.broken(
      bank: "b",
      problems: [
        BankProblem(file: "data/a.csv", line: 3, column: 2, issue: .emptyCell(field: "name")),
        BankProblem(file: "datapackage.json", issue: .missingKey(name: "id")),
      ]
    ),
    BankError.broken(bank: "b", problems: [BankProblem(file: "a.csv", line: 1, issue: .notUTF8)]),
    BankError.cache(path: "/cache/b.sqlite", reason: "SQLite error 10:\ndisk I/O error"),
    ItemFilter.Problem.noSuchTopic("x", known: ["a", "b"]),
    ItemFilter.Problem.noSuchTemplate("x", known: ["a"]), ItemFilter.Problem.noSuchFact("x"),
    CommandError.noSuch(what: "topic", name: "x", known: ["a"]),
    CommandError.nothingToAsk(bank: "b"), CommandError.bankHasErrors(count: 1),
    CommandError.bankHasErrors(count: 2),
    TopicSearch.Problem.unknown("x", nearest: nil, known: topics),
    TopicSearch.Problem.unknown("capitols", nearest: topics[0], known: topics),
    TopicSearch.Problem.ambiguous("the", candidates: topics),
    CommandError.noPlan(example: "3 January 2027"), DateReading.Problem.noDate("soon"),
    DateReading.Problem.noDate(""), DateReading.Problem.noDate("Cancel"),
    DateReading.Problem.noDayGiven(month: 4, year: 2027),
    DateReading.Problem.noDayGiven(month: 4, year: nil), DateReading.Problem.noSuchMonth(13),
    DateReading.Problem.noSuchDay(31, month: 2, year: 2027),
    DateReading.Problem.noSuchDay(30, month: 2, year: nil),
    DateReading.Problem.noSuchDay(31, month: 4, year: nil),
    DateReading.Problem.wrongWeekday(day, named: .friday),
    DateReading.Problem.past(day, daysAgo: 1), DateReading.Problem.past(day, daysAgo: 3),
    DateReading.Problem.tooFar(day), DateReading.Problem.ambiguous(day, otherDay),
    LineEditingError.descriptorUnusable(code: 9), LineEditingError.signalPipeUnavailable(code: 24),
  ]

  @Test(.tags(.snapshot))
  func everyErrorReadsAsItWasRead() throws {
    let text = try (ErrorPresenterTests.logErrors as [any Error] + ErrorPresenterTests.others)
      .map { error in
        let presented = try #require(ErrorPresenter.present(error))
        return "exit \(presented.exitCode)\n\(presented.text)"
      }
    #expect(Snapshot.difference(of: text.joined(separator: "\n"), from: "errors") == nil)
  }

  @Test(arguments: logErrors)
  func errorOfTheLogIsOneLine(_ error: ScoreStoreError) throws {
    let presented = try #require(ErrorPresenter.present(error))
    #expect(presented.text.hasSuffix("\n"))
    #expect(presented.text.count { $0.isNewline } == 1)
    #expect(ErrorPresenter.words(for: error) + "\n" == presented.text)
    #expect((64...78).contains(presented.exitCode))
  }

  @Test func whatComesFromElsewhereIsCleaned() throws {
    let poison = "a\u{1b}[31m\r\nb\u{9b}\u{202e}"
    let errors: [any Error] = [
      ScoreStoreError.damaged(path: poison, detail: poison),
      ScoreStoreError.failed(path: poison, code: 1, detail: poison),
      ScoreStoreError.unknownLearner(name: poison),
      BankError.notFound(name: poison, available: [poison], searched: [poison]),
      BankError.unsafeName(poison), BankError.cache(path: poison, reason: poison),
      ItemFilter.Problem.noSuchFact(poison),
      CommandError.noSuch(what: "topic", name: poison, known: []),
      TopicSearch.Problem.unknown(poison, nearest: nil, known: []),
      DateReading.Problem.noDate(poison),
    ]
    for error in errors {
      let text = try #require(ErrorPresenter.present(error)).text
      let isClean = text.dropLast().unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control where scalar != "\n", .format: false
        default: true
        }
      }
      #expect(isClean, "\(text.debugDescription)")
    }
  }

  @Test func longNameIsCut() {
    let shown = ErrorPresenter.shown(String(repeating: "x", count: 5000))
    #expect(shown.count < 70)
  }

  @Test func errorsOfTheParserHaveTheirOwnWords() {
    struct Other: Error {}
    #expect(ErrorPresenter.present(Other()) == nil)
  }

  private static let record =
    RecordID(UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)))

  static let findings: [Finding] = [
    .integrity("row 3 missing from index"), .danglingReference(table: "answers", row: 4),
    .danglingReference(table: "answers", row: nil),
    .unsound(LeftOutRecord(id: record, kind: "answered", reason: .changed)),
    .unsound(LeftOutRecord(id: nil, kind: nil, reason: .problem(.notUTF8))),
    .unsound(
      LeftOutRecord(id: record, kind: "plan-set", reason: .problem(.outOfRange(field: "retention")))
    ),
    .unsound(LeftOutRecord(id: record, kind: "answered", reason: .otherOwner)),
    .repeatedSequence(device: learner.id.uuid, sequence: 7, records: 2),
    .sequenceBehind(next: 3, latest: 5), .staleTable("answers"),
    .unknownKind("studied", records: 1), .unknownKind("studied", records: 2),
  ]

  @Test(.tags(.snapshot))
  func everyFindingReadsAsItWasRead() {
    let text = ErrorPresenterTests.findings.map { LogWords.text($0) + "\n" }.joined()
    #expect(Snapshot.difference(of: text, from: "findings") == nil)
  }
}
