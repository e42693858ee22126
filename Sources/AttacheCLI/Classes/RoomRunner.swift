import Classroom
import LineEditing
import QuizModel
import ScoreStore
import TerminalUI

/// Runs a game in the room: performs what the game wants done, and tells it what was typed.
struct RoomRunner {
  private var game: RoomGame
  private let save: ([Record]) throws(ScoreStoreError) -> Void
  private let environment: Environment
  private let reader: any LineReading
  private let screen: RoomScreen
  private let renderer: ScreenRenderer
  private var exit: ProgramExit?
  /// What could not be written yet, in order.
  private var unsaved: [Record] = []
  /// Why it could not, once the teacher has chosen to play on.
  private var failure: ScoreStoreError?

  /// A runner of a game.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - save: Writes records into the log, all of them or none; on the disk when it returns.
  ///   - environment: The world.
  ///   - reader: Where lines come from.
  ///   - traits: What the terminal can show.
  ///   - topics: The titles of topics by their ids.
  init(
    game: RoomGame,
    save: @escaping ([Record]) throws(ScoreStoreError) -> Void,
    environment: Environment,
    reader: any LineReading,
    traits: TerminalTraits,
    topics: [String: String]
  ) {
    self.game = game
    self.save = save
    self.environment = environment
    self.reader = reader
    screen = RoomScreen(traits: traits, topics: topics)
    renderer = ScreenRenderer(traits: traits)
  }

  /// Plays to the end, or until the teacher stops.
  ///
  /// - Throws: ``ProgramExit`` where a signal ended it, or something could not be kept.
  mutating func run() throws {
    var pending = game.apply(.started)
    while !pending.isEmpty {
      switch pending.removeFirst() {
      case .say(let message): environment.output(renderer.text(screen.screen(message)))
      case .record(let records): try write(records)
      case .ask(let prompt): pending += game.apply(ask(prompt))
      case .finish: break
      }
    }
    if let failure {
      // A last time; whom a signal ended cannot be asked.
      if exit == nil { self.failure = nil }
      try write([])
      if !unsaved.isEmpty { throw lost(exit?.code ?? ErrorPresenter.exitCode(of: failure)) }
    }
    if let exit { throw exit }
  }

  /// Writes records after those that could not be written before, and asks where that fails; who
  /// plays on is not asked again until all could be written.
  private mutating func write(_ records: [Record]) throws {
    let before = unsaved.count
    unsaved += records
    while !unsaved.isEmpty {
      do throws(ScoreStoreError) {
        try save(unsaved)
        if before > 0 { environment.tell(ClassWords.savedAfterAll) }
        unsaved = []
        failure = nil
      } catch {
        if failure != nil { return }
        let question = UnsavedQuestion(environment: environment, reader: reader, canTryAgain: true)
        switch question.decision(after: error) {
        case .tryAgain: continue
        case .playOn:
          failure = error
          return
        case .leave(let code): throw lost(code)
        }
      }
    }
  }

  /// Says how many answers are lost.
  private func lost(_ code: Int32) -> ProgramExit {
    let answers = unsaved.count { record in
      if case .answered = record.body { return true }
      return false
    }
    environment.talk(ClassWords.lost(answers: answers) + "\n")
    return ProgramExit(code: code)
  }

  private mutating func ask(_ prompt: RoomPrompt) -> RoomEvent {
    let request = LineRequest(
      prompt: Prompt(plain: RoomScreen.prompt(prompt)),
      completions: RoomCommand.allCases.map(\.rawValue),
      keepsHistory: true
    )
    let input = reader.readLine(request)
    switch input {
    case .line(let line): return .line(line, at: environment.now())
    case .endOfInput, .timedOut: return .ended
    case .interrupted, .terminated:
      exit = ProgramExit(signalIn: input)
      return .ended
    }
  }
}
