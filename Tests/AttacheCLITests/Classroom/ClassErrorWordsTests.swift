import Classroom
import Exchange
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// Every error about classes and other programs in words, and how the program exits.
@Suite struct ClassErrorWordsTests {
  private static let id = ActivityID(derivedFrom: ["paper"])
  private static let ada = Pupil(id: LearnerID(Steps().uuid()), number: 1, name: "Ada Lee")

  private static let replacement: Replacement = {
    let days = CalendarDay(number: 20_759)...CalendarDay(number: 20_759)
    return Replacement(
      paper: id,
      className: "7b",
      sitting: 1,
      next: 2,
      answers: 31,
      pupils: 24,
      days: days
    )
  }()

  static let errors: [any Error] = [
    ClassFileError.noHome, ClassFileError.unreadable(path: "/a", reason: "Permission denied"),
    ClassFileError.tooLarge(path: "/a", limit: 4 << 20), ClassFileError.held(path: "/a"),
    ClassFileError.unwritable(path: "/a", reason: "No space left on device"),
    ClassFileError.inDataFolder(path: "/d/log.sqlite"), ClassFileError.exists(path: "/a", more: 0),
    ClassFileError.exists(path: "/a", more: 1), ClassFileError.exists(path: "/a", more: 2),
    ClassCommandError.noClass, ClassCommandError.whichClass(["7a", "7b"]),
    ClassCommandError.noSuchClass("x", known: []),
    ClassCommandError.noSuchClass("x", known: ["7a", "7b"]), ClassCommandError.nobodyInClass,
    ClassCommandError.classExists("7b"), ClassCommandError.noSuchActivity("X"),
    ClassCommandError.noActivity(wanted: "paper", command: "attache class paper"),
    ClassCommandError.otherKind(id, wanted: "paper"),
    ClassCommandError.roster(.noLetters("12")), ClassCommandError.roster(.taken(ada)),
    ClassCommandError.roster(.full(1000)), ClassCommandError.roster(.unknown("Zoë")),
    ClassCommandError.roster(.ambiguous("A", [ada, ada])),
    ClassCommandError.paper(.tooFewQuestions(found: 3, wanted: 20)),
    ClassCommandError.paper(.tooFewForms(found: 1, wanted: 4)),
    ClassCommandError.paper(.unequalForms(spread: 0.123)), ClassCommandError.scale("1=fifty"),
    ClassCommandError.dayAhead(CalendarDay(number: 20_920)), ClassCommandError.namesLeftOut(1),
    ClassCommandError.namesLeftOut(2), ClassCommandError.linesLeftOut(1),
    ClassCommandError.filesLeftOut(2, of: 3), ClassCommandError.filesLeftOut(2, of: 2),
    ClassCommandError.whichPaper([id, id]), ClassCommandError.goesByNames("7b"),
    ClassCommandError.noKeyFile("/k.csv"), ClassFileError.newer(path: "/c", version: 2),
    ClassFileError.workbook(path: "/w.xlsx"), ClassFileError.empty(path: "/e"),
    ClassCommandError.homework(path: "/h", .tooLarge(limit: 16 << 20)),
    ClassCommandError.homework(path: "/h", .unreadable),
    ClassCommandError.homework(path: "/h", .otherKind("x")),
    ClassCommandError.homework(path: "/h", .newer(version: 2)),
    ClassCommandError.homework(path: "/h", .edited),
    ClassCommandError.noTryLeft(id, pupil: "ri", tries: 1),
    ClassCommandError.nothingInCommon(id, id), ClassCommandError.classIsGone(id),
    ClassCommandError.wouldReplace(replacement), ClassCommandError.changedMeanwhile,
    ClassCommandError.whichSitting(id, [1, 2]), ClassCommandError.noSitting(id, 2, known: []),
    ClassCommandError.noSitting(id, 3, known: [1]), ClassCommandError.noSittingBefore(id, 1),
    ClassCommandError.nothingToRemove(id, pupil: "Ada Lee"),
    ClassCommandError.keyIsElsewhere("7b-key.csv", className: "7b"),
    ExchangeError.packageNeedsFile(.anki),
    ExchangeError.unreadable(path: "/q", ImportError(line: 3, column: 7, .unbalancedBrace)),
    ExchangeError.unreadable(path: "/q", ImportError(line: 3, .missingAnswer)),
    ExchangeError.unreadable(path: "/q", ImportError(.archive)),
    ExchangeError.nothingImported(path: "/q"), ExchangeError.notForImports(bank: "b"),
    ExchangeError.badBankName("../b"), ExchangeError.package(.noItems),
  ]

  @Test(.tags(.snapshot))
  func everyErrorReadsAsItWasRead() throws {
    let texts = try ClassErrorWordsTests.errors.map { error in
      let presented = try #require(ErrorPresenter.present(error))
      #expect(presented.text.hasSuffix("\n"))
      #expect(presented.text.count { $0.isNewline } == 1, "each is one line")
      #expect((64...78).contains(presented.exitCode))
      return "exit \(presented.exitCode)\n\(presented.text)"
    }
    #expect(Snapshot.difference(of: texts.joined(separator: "\n"), from: "class-errors") == nil)
  }

  @Test func whatComesFromElsewhereIsCleaned() throws {
    let poison = "a\u{1b}[31m\r\nb\u{9b}\u{202e}"
    let errors: [any Error] = [
      ClassFileError.unreadable(path: poison, reason: poison),
      ClassCommandError.noSuchClass(poison, known: [poison]),
      ClassCommandError.whichClass([poison]), ClassCommandError.roster(.unknown(poison)),
      ClassCommandError.scale(poison), ClassCommandError.homework(path: poison, .otherKind(poison)),
      ExchangeError.badBankName(poison), ExchangeError.nothingImported(path: poison),
      ExchangeError.unreadable(path: poison, ImportError(.otherEncoding(name: poison))),
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
}
