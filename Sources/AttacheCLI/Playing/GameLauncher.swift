import Foundation
import GameSession
import LineEditing
import QuestionBank
import QuestionGenerator
import QuizModel
import ScoreStore
import TerminalUI

/// Who plays.
enum GamePlayer {
  /// Whoever a name or an id means; the one who played last where none is given.
  case named(String?)
  /// Somebody of whom it is known already.
  case known(Learner)
}

/// What a game is to be like.
struct GameWishes {
  var mode = SessionMode.play
  var topics: [String] = []
  var questions = 10
  var form = FormChoice.mixed
  var options = 3
  var seed: UInt64?
  var timeLimit: Int?
  var player = GamePlayer.named(nil)
  /// What starts another game like this one.
  var playCommand = "attache play"
  /// Whether what was missed is listed with its sources at the end.
  var citesMissed = false
}

/// Brings together what a game needs, and plays it.
struct GameLauncher {
  let environment: Environment
  let terminal: TerminalOptions
  let reader: any LineReading
  /// The log, where it is open already; it is closed with the game.
  var log: ScoreLog?

  /// Plays one game.
  ///
  /// - Throws: What the bank throws; ``ProgramExit`` where the program ends in another way.
  func play(_ wishes: GameWishes, bank: QuestionBank) throws {
    let filter = try ItemFilter(bank: bank, topics: wishes.topics, templates: [], fact: nil)
    let isWanted = { (number: Int) in wishes.form != .typed || bank.templates[number].isTyped }
    guard filter.templates.contains(where: isWanted) else {
      throw CommandError.nothingToAsk(bank: bank.description.name)
    }
    try play(wishes, bank: bank) { generator, seed in
      SessionDraw(
        generator: generator,
        filter: filter,
        form: wishes.form,
        optionCount: wishes.options,
        seed: seed
      )
    } afterwards: { seed in
      [Line(GameWords.replay(seed: seed), .faint)]
    }
  }

  /// Plays one game with items from anywhere.
  ///
  /// - Parameters:
  ///   - wishes: What it is to be like.
  ///   - bank: What the items are of.
  ///   - source: Makes the source of the items, from a generator and the seed of the session.
  ///   - afterwards: What is said at the end, if it was not cut off; told the seed.
  /// - Throws: What the bank throws; ``ProgramExit`` where the program ends in another way.
  func play(
    _ wishes: GameWishes,
    bank: QuestionBank,
    from source: (ItemGenerator, UInt64) throws -> any ItemSource,
    afterwards: (UInt64) throws -> [Line]
  ) throws {
    let seed = wishes.seed ?? environment.randomSeed()
    let seat = try seat(wishes, seed: seed, bank: bank)
    let settings = SessionSettings(
      session: seat.opening.session,
      learner: seat.opening.learner,
      bank: bank.description.id,
      bankVersion: bank.description.version,
      questions: wishes.questions,
      pointsBefore: seat.pointsBefore,
      today: PartialDate(environment.now())
    )
    let draw = try source(try ItemGenerator(bank: bank), seed)
    let topics = Dictionary(bank.description.topics.map { ($0.id, $0.title) }) { first, _ in first }
    var runner = SessionRunner(
      session: GameSession(settings: settings),
      draw: draw,
      writer: seat.writer,
      environment: environment,
      reader: reader,
      terminal: terminal,
      topics: topics,
      playCommand: wishes.playCommand,
      citesMissed: wishes.citesMissed,
      timeLimit: wishes.timeLimit
    )
    let end = try runner.run()
    let log = seat.writer.log
    if let log { WeeklyBackup(environment: environment).make(of: log) }
    // What is said at the end may still read it; what stays open goes with the process.
    defer { try? log?.close() }
    switch end {
    case .finished:
      let screen = Screen(try afterwards(seed))
      environment.output(ScreenRenderer(traits: terminal.traits(in: environment)).text(screen))
    case .signal(let number): throw ProgramExit(code: 128 + number)
    case .unsaved(let code): throw ProgramExit(code: code)
    }
  }

  /// Who plays, and where the answers go.
  private struct Seat {
    let writer: LogWriter
    let opening: SessionOpening
    let pointsBefore: Int
  }

  /// Opens the log, unless it is open, and writes that a game begins; where that fails the player may do without.
  private func seat(_ wishes: GameWishes, seed: UInt64, bank: QuestionBank) throws -> Seat {
    let makeUUID = environment.makeUUID
    let makeRecord = { RecordID(makeUUID()) }
    func opening(_ learner: LearnerID) -> SessionOpening {
      SessionOpening(
        session: SessionID(makeUUID()),
        learner: learner,
        mode: wishes.mode,
        bank: bank.description.id,
        bankVersion: bank.description.version,
        seed: seed,
        topics: wishes.topics,
        questions: wishes.questions
      )
    }
    do throws(ScoreStoreError) {
      let log = try openLog()
      let learner = try learner(wishes.player, in: log)
      let points = try log.score(of: learner.id).points
      let opening = opening(learner.id)
      try log.append(.sessionOpened(opening))
      return Seat(
        writer: LogWriter(log: log, makeUUID: makeRecord),
        opening: opening,
        pointsBefore: points
      )
    } catch {
      // A name that nobody has is for the player to mend; the log is sound.
      if ErrorPresenter.exitCode(of: error) == ErrorPresenter.usage { throw error }
      let question = UnsavedQuestion(environment: environment, reader: reader)
      if case .leave(let code) = question.decision(after: error) { throw ProgramExit(code: code) }
      return Seat(
        writer: LogWriter(log: nil, makeUUID: makeRecord),
        opening: opening(LearnerID(makeUUID())),
        pointsBefore: 0
      )
    }
  }

  private func openLog() throws(ScoreStoreError) -> ScoreLog {
    if let log { return log }
    return try LogOpening.open(in: environment)
  }

  private func learner(
    _ player: GamePlayer,
    in log: ScoreLog
  ) throws(ScoreStoreError) -> Learner {
    switch player {
    case .named(let name?): try log.useLearner(named: name)
    case .named(nil): try log.currentLearner(loginName: environment.loginName)
    // The log takes nothing from anybody whom another program has made it forget since.
    case .known(let learner): learner
    }
  }
}

/// Opens the log where it belongs.
enum LogOpening {
  /// Finishes what a merge or a restore had to leave, because it was killed or the disk was full.
  ///
  /// - Throws: What the log throws.
  static func settle(in environment: Environment) throws(ScoreStoreError) {
    guard let folder = environment.dataFolder, PendingFiles(in: folder).isThere else { return }
    try open(in: environment).settleFiles()
  }

  /// Whether there is a log, or something else in its place.
  static func isThere(in environment: Environment) -> Bool {
    guard let folder = environment.dataFolder else { return false }
    return (try? LogLocation(folder: folder).log.checkResourceIsReachable()) ?? false
  }

  /// - Throws: What the log throws, and `cannotCreate` where no home folder is known.
  static func open(in environment: Environment) throws(ScoreStoreError) -> ScoreLog {
    guard let folder = environment.dataFolder else {
      throw .cannotCreate(
        path: "$XDG_DATA_HOME/attache",
        reason: "neither XDG_DATA_HOME nor HOME is set"
      )
    }
    let now = environment.now
    return try ScoreLog(
      folder: folder,
      rules: .ofHome,
      now: { now().instant },
      makeUUID: environment.makeUUID
    )
  }
}

/// Ends the program with a code, everything having been said.
struct ProgramExit: Error {
  let code: Int32
}

extension ProgramExit {
  /// The end that a signal brings at a prompt; `nil` if the input is no signal.
  init?(signalIn input: LineInput) {
    switch input {
    case .interrupted: self.init(code: 130)
    case .terminated(let signal): self.init(code: 128 + signal)
    case .line, .endOfInput, .timedOut: return nil
    }
  }
}
