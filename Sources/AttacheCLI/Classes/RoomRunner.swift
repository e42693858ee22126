import Classroom
import LineEditing
import QuizModel
import ScoreStore
import TerminalUI

/// Runs a game in the room: performs what the game wants done, and tells it what was typed.
struct RoomRunner {
  private var game: RoomGame
  private let ledger: ClassLedger
  private let environment: Environment
  private let reader: any LineReading
  private let screen: RoomScreen
  private let renderer: ScreenRenderer
  private var exit: ProgramExit?

  /// A runner of a game.
  init(
    game: RoomGame,
    ledger: ClassLedger,
    environment: Environment,
    reader: any LineReading,
    traits: TerminalTraits,
    topics: [String: String]
  ) {
    self.game = game
    self.ledger = ledger
    self.environment = environment
    self.reader = reader
    screen = RoomScreen(traits: traits, topics: topics)
    renderer = ScreenRenderer(traits: traits)
  }

  /// Plays to the end, or until the teacher stops.
  ///
  /// - Throws: What the log throws: no answer is shown that could not be kept; ``ProgramExit`` where
  ///   a signal ended it.
  mutating func run() throws {
    var pending = game.apply(.started)
    while !pending.isEmpty {
      switch pending.removeFirst() {
      case .say(let message): environment.output(renderer.text(screen.screen(message)))
      case .record(let records): try ledger.write(records)
      case .ask(let prompt): pending += game.apply(ask(prompt))
      case .finish: break
      }
    }
    if let exit { throw exit }
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
    case .endOfInput, .timedOut: return .ended(at: environment.now())
    case .interrupted, .terminated:
      exit = ProgramExit(signalIn: input)
      return .ended(at: environment.now())
    }
  }
}
