import Foundation
import LineEditing
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI

/// Whole games, from the first line to the exit code.
@Suite struct GameTests {
  private static let play = ["play", "--bank", "six-states", "--seed", "4"]

  private func openLog(_ stage: Stage) throws -> ScoreLog {
    try ScoreLog(
      folder: stage.log.deletingLastPathComponent(),
      now: { Instant(milliseconds: 0) },
      makeUUID: { UUID() }
    )
  }

  private func bodies(_ stage: Stage) throws -> [Answer] {
    let log = try openLog(stage)
    return try log.sessions(limit: 100).flatMap { session in
      try log.answers(in: session.opening.session).map(\.answer)
    }
  }

  @Test(.tags(.snapshot))
  func wholeGameReadsAsItWasRead() throws {
    let stage = try Stage()
    let lines = [
      "?", "belgium", "", "why", "hint", "b", "hint", "a", "c", "help", "why", "source", "", "skip",
      "undo", "undo", "", "flag This is too easy", "kro", "hint", "", "score", "tru", "f", "",
    ]
    let reader = ScriptedReader(lines: lines)
    #expect(stage.run(GameTests.play + ["--questions", "4"], reader: reader) == 0)
    #expect(stage.talk.isEmpty)
    #expect(Snapshot.difference(of: Snapshot.tagged(stage.transcript), from: "game") == nil)
  }

  @Test(.tags(.snapshot))
  func wholeGameForAScreenReaderReadsAsItWasRead() throws {
    let stage = try Stage()
    stage.environment.columns = { 40 }
    let reader = ScriptedReader(lines: ["a", "", "b", "", "a", ""])
    let more = ["--questions", "3", "--screen-reader", "--form", "multiple-choice"]
    #expect(stage.run(GameTests.play + more, reader: reader) == 0)
    #expect(
      Snapshot.difference(of: Snapshot.tagged(stage.transcript), from: "game-reader-40") == nil
    )
  }

  @Test(.tags(.snapshot))
  func gameWithATimeLimitReadsAsItWasRead() throws {
    let stage = try Stage()
    let reader = ScriptedReader([
      .timedOut(partial: "War"), .line(""), .line("hint"), .line("a"), .line(""),
    ])
    let more = ["--questions", "2", "--time-limit", "20", "--form", "multiple-choice"]
    #expect(stage.run(GameTests.play + more, reader: reader) == 0)
    #expect(
      Snapshot.difference(of: Snapshot.tagged(stage.transcript), from: "game-time-limit") == nil
    )
    // The limit runs on through a hint, and there is none for the go-ahead.
    let limits = reader.requests.map(\.timeLimit)
    #expect(limits[0].map { $0 <= .seconds(20) && $0 > .seconds(19) } == true)
    #expect(limits[1] == nil)
    let first = try #require(limits[2])
    let second = try #require(limits[3])
    #expect(second < first)
    let answers = try bodies(stage)
    #expect(answers.first?.choice == .timedOut)
  }

  @Test func answersAreInTheLogAsTheyWereShown() throws {
    let stage = try Stage()
    stage.run(
      GameTests.play + ["--questions", "2"],
      reader: ScriptedReader(lines: ["b", "", "skip"])
    )
    let answers = try bodies(stage)
    #expect(answers.count == 2)
    #expect(answers.last?.choice == .dontKnow)
    #expect(answers.allSatisfy { stage.output.contains($0.item.stem) })
    #expect(answers.allSatisfy { $0.bank == "6a3f6a0e-5f4e-4a53-8a6e-3a1e3c1f0b61" })
    #expect(answers.allSatisfy { $0.bankVersion == "1.2.0" })
    #expect(answers.allSatisfy { $0.shownAt.zone == "Asia/Pyongyang" })
    #expect(answers.allSatisfy { $0.taken > 0 })
  }

  @Test func verdictIsPrintedOnlyOnceItsRecordIsOnTheDisk() throws {
    let stage = try Stage()
    var before: [Int] = []
    let reader = ScriptedReader(lines: ["skip", "", "skip", ""])
    let output = stage.environment.output
    let log = stage.log.deletingLastPathComponent()
    stage.environment.output = { text in
      output(text)
      guard text.contains("Source: ") else { return }
      let reading = try? ScoreLog(
        folder: log,
        now: { Instant(milliseconds: 0) },
        makeUUID: { UUID() }
      )
      let sessions = (try? reading?.sessions(limit: 1)) ?? []
      before.append(sessions.first?.answers ?? -1)
    }
    stage.run(GameTests.play + ["--questions", "2"], reader: reader)
    #expect(before == [1, 2])
  }

  @Test func sameSeedPlaysTheSameGame() throws {
    let games = try (0..<2).map { _ in
      let stage = try Stage()
      stage.run(
        GameTests.play + ["--questions", "3"],
        reader: ScriptedReader(lines: ["", "quit"])
      )
      return stage.output
    }
    #expect(games[0] == games[1])
    let stage = try Stage()
    stage.run("play", "--bank", "six-states", "--seed", "5", typing: ["quit"])
    #expect(!games[0].hasPrefix(stage.output.prefix(120)))
  }

  @Test func undoneAnswerEarnsNothingInTheLog() throws {
    let stage = try Stage()
    let lines = ["t", "f", "a", "undo", ""]
    stage.run(GameTests.play + ["--questions", "1"], reader: ScriptedReader(lines: lines))
    let log = try openLog(stage)
    let session = try #require(try log.sessions(limit: 1).first)
    #expect(session.answers == 0)
    #expect(session.points == 0)
    #expect(session.reason == .finished)
    #expect(try log.answers(in: session.opening.session).map(\.isRetracted) == [true])
  }

  /// How the input ends, the exit code, and the reason in the log.
  static let ends: [(input: LineInput, code: Int32, reason: SessionClosing.Reason)] = [
    (.endOfInput, 0, .endOfInput), (.interrupted, 130, .interrupted),
    (.terminated(signal: 15), 143, .terminated), (.terminated(signal: 1), 129, .terminated),
    (.line("quit"), 0, .quit),
  ]

  @Test(arguments: ends)
  func gameThatIsBrokenOffIsClosedInTheLog(
    input: LineInput,
    code: Int32,
    reason: SessionClosing.Reason
  ) throws {
    for lines in [[], [LineInput.line("skip")], [.line("skip"), .line("")]] {
      let stage = try Stage()
      #expect(stage.run(GameTests.play, reader: ScriptedReader(lines + [input])) == code)
      let log = try openLog(stage)
      let session = try #require(try log.sessions(limit: 1).first)
      #expect(session.reason == reason)
      #expect(session.answers == (lines.isEmpty ? 0 : 1))
    }
  }

  @Test func completionsOfferOptionsOnlyWhileAQuestionIsOpen() throws {
    let stage = try Stage()
    let reader = ScriptedReader(lines: ["skip", "", "quit"])
    stage.run(GameTests.play + ["--form", "multiple-choice"], reader: reader)
    let item = try #require(try bodies(stage).first?.item)
    #expect(Set(item.options).isSubset(of: reader.requests[0].completions))
    #expect(reader.requests[0].completions.contains("hint"))
    #expect(Set(item.options).isDisjoint(with: reader.requests[1].completions))
    // What is typed at a question must not be found again with the up key.
    #expect(reader.requests.map(\.keepsHistory) == [false, true, false])
  }

  @Test func nothingIsOfferedWhileAnAnswerIsTyped() throws {
    let stage = try Stage()
    let reader = ScriptedReader(lines: ["no such place", "skip", "next", "quit"])
    stage.run(GameTests.play + ["--form", "typed"], reader: reader)
    #expect(reader.requests.map(\.completions.isEmpty) == [true, true, false, true])
    #expect(reader.requests[2].completions.contains("why"))
    #expect(reader.requests.map(\.keepsHistory) == [false, false, true, false])
  }

  @Test(.tags(.snapshot))
  func typedGameReadsAsItWasRead() throws {
    let stage = try Stage()
    let lines = [
      "", "?", "soon", "1955", "n", "hint", "hint", "Bucarest", "=helsingfors", "next", "Atlantis",
      "atlantis", "why", "undo", "", "skip", "",
    ]
    let more = ["--form", "typed", "--questions", "4"]
    #expect(stage.run(GameTests.play + more, reader: ScriptedReader(lines: lines)) == 0)
    #expect(Snapshot.difference(of: Snapshot.tagged(stage.transcript), from: "game-typed") == nil)
  }

  @Test func typedAnswerIsInTheLogWithWhatItNames() throws {
    let stage = try Stage()
    let reader = ScriptedReader(lines: ["Warszawa", "", "Warszawa", "", "1945", "quit"])
    stage.run(
      GameTests.play + ["--form", "typed", "--topic", "capitals", "--questions", "2"],
      reader: reader
    )
    let answers = try bodies(stage)
    #expect(answers.count == 2)
    for answer in answers {
      #expect(answer.choice == .typed("Warszawa", answerID: "Warsaw"))
      #expect(answer.item.form == .typed)
      #expect(answer.isRight == (answer.item.answerIDs == ["Warsaw"]))
    }
    #expect(stage.run("data", "export", "--csv") == 0)
    #expect(stage.output.contains(",typed,"))
    #expect(stage.output.contains("Warszawa"))
    #expect(stage.run("history", "--answers") == 0)
    #expect(stage.output.contains("capital"))
  }

  @Test func bankWithoutTypedQuestionsSaysSo() throws {
    let stage = try Stage()
    let money = ["--topic", "money", "--form", "typed"]
    #expect(stage.run(GameTests.play + money, reader: ScriptedReader(lines: [])) == 65)
    #expect(stage.talk.contains("try another topic or form"))
    #expect(!FileManager.default.fileExists(atPath: stage.log.path))
  }

  @Test func topicFormAndOptionsAreHeeded() throws {
    let stage = try Stage()
    let more = ["--topic", "united-nations", "--form", "true-false", "--questions", "3"]
    let lines = ["t", "", "t", "", "t", ""]
    #expect(stage.run(GameTests.play + more, reader: ScriptedReader(lines: lines)) == 0)
    let answers = try bodies(stage)
    #expect(answers.count == 3)
    #expect(answers.allSatisfy { $0.topic == "united-nations" && $0.item.form == .trueFalse })

    let five = ["--topic", "capitals", "--form", "multiple-choice", "--options", "5"]
    stage.run(GameTests.play + five, reader: ScriptedReader(lines: ["skip", "quit"]))
    let last = try #require(try openLog(stage).sessions(limit: 1).first)
    let answer = try openLog(stage).answers(in: last.opening.session).first
    #expect(answer?.answer.item.options.count == 5)
    #expect(last.opening.topics == ["capitals"])
  }

  @Test func endTellsHowToGoOnInTheSameBank() throws {
    let stage = try Stage()
    let lines = ["skip", ""]
    stage.run(GameTests.play + ["--questions", "1"], reader: ScriptedReader(lines: lines))
    #expect(stage.output.contains("Go on: attache play --bank six-states --topic "))
    stage.environment.variables["ATTACHE_BANKS"] = nil
    let elsewhere = ["--questions", "1", "--banks", Stage.banks.path]
    stage.run(GameTests.play + elsewhere, reader: ScriptedReader(lines: lines))
    let words = stage.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("--bank six-states --banks \(Stage.banks.path) --topic"))
  }

  @Test func pointsAndRanksGrowFromGameToGame() throws {
    let stage = try Stage()
    var totals: [Int] = []
    for seed in 1...3 {
      let arguments = ["play", "--bank", "six-states", "--seed", "\(seed)", "--questions", "1"]
      stage.run(arguments, reader: ScriptedReader(lines: ["a", "t", "", ""]))
      totals.append(try openLog(stage).scores().first?.points ?? -1)
      #expect(stage.output.contains("with \(totals.last ?? -1) point"))
    }
    #expect(totals == totals.sorted())
  }
}
