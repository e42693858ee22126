import GameSession
import LineEditing
import QuestionBank
import QuestionGenerator
import QuizModel
import ScoreStore
import TerminalUI

/// Runs a game: performs what the session wants done, and tells it what came of it.
struct SessionRunner {
  /// How a game ended, for the exit code.
  enum End: Equatable {
    case finished
    case signal(Int32)
    case unsaved(code: Int32)
  }

  private var session: GameSession
  private var draw: any ItemSource
  private var writer: LogWriter
  private let environment: Environment
  private let reader: any LineReading
  private let terminal: TerminalOptions
  private let topics: [String: String]
  private let playCommand: String?
  private let citesMissed: Bool
  /// Seconds for each answer, if they are limited.
  private let timeLimit: Int?

  private var shownAt: Int64 = 0
  private var shownItem: Item?
  private var end = End.finished

  init(
    session: GameSession,
    draw: any ItemSource,
    writer: LogWriter,
    environment: Environment,
    reader: any LineReading,
    terminal: TerminalOptions,
    topics: [String: String],
    playCommand: String?,
    citesMissed: Bool,
    timeLimit: Int?
  ) {
    self.session = session
    self.draw = draw
    self.writer = writer
    self.environment = environment
    self.reader = reader
    self.terminal = terminal
    self.topics = topics
    self.playCommand = playCommand
    self.citesMissed = citesMissed
    self.timeLimit = timeLimit
  }

  /// Plays to the end.
  ///
  /// - Throws: What the bank throws.
  mutating func run() throws -> End {
    var pending = session.apply(.started)
    while !pending.isEmpty {
      let effect = pending.removeFirst()
      if let event = try perform(effect) {
        pending += session.apply(event)
      }
      if case .unsaved = end { return end }
    }
    return end
  }

  private mutating func perform(_ effect: SessionEffect) throws -> SessionEvent? {
    switch effect {
    case .draw:
      return .drawn(try draw.next())
    case .say(let message):
      say(message)
      return nil
    case .noteShown:
      shownAt = environment.monotonic()
      return .shown(at: environment.now())
    case .record(let body):
      return record(body).map { .recorded($0) }
    case .ask(let prompt):
      return ask(prompt)
    case .finish:
      return nil
    }
  }

  private mutating func say(_ message: SessionMessage) {
    if case .question(let question) = message { shownItem = question.item }
    let traits = terminal.traits(in: environment)
    let screen = SessionScreen(
      traits: traits,
      topics: topics,
      playCommand: playCommand,
      citesMissed: citesMissed
    ).screen(message)
    environment.output(ScreenRenderer(traits: traits).text(screen))
  }

  private mutating func record(_ body: RecordBody) -> RecordID? {
    do {
      return try writer.record(body)
    } catch {
      let question = UnsavedQuestion(environment: environment, reader: reader)
      if case .leave(let code) = question.decision(after: error) {
        end = .unsaved(code: code)
        return nil
      }
      writer.giveUp()
      return try? writer.record(body)
    }
  }

  private mutating func ask(_ prompt: SessionPrompt) -> SessionEvent {
    let isAnswer = prompt == .answer
    let text = SessionScreen.prompt(prompt, timeLimit: isAnswer ? timeLimit : nil)
    let elapsed = environment.monotonic() - shownAt
    let request = LineRequest(
      prompt: Prompt(plain: text),
      timeLimit: isAnswer
        ? timeLimit.map { .milliseconds(max(0, Int64($0) * 1000 - elapsed)) } : nil,
      completions: completions(isAnswer: isAnswer),
      keepsHistory: !isAnswer
    )
    let input = reader.readLine(request)
    let taken = Int(environment.monotonic() - shownAt)
    switch input {
    case .line(let line):
      return .line(line, taken: taken)
    case .timedOut:
      return .timedOut(taken: taken)
    case .endOfInput:
      return .ended(.endOfInput)
    case .interrupted:
      end = .signal(2)
      return .ended(.interrupted)
    case .terminated(let signal):
      end = .signal(signal)
      return .ended(.terminated)
    }
  }

  /// What TAB offers; nothing while an answer is typed, since a name on offer would be half of it.
  private func completions(isAnswer: Bool) -> [String] {
    let commands = Command.allCases.map(\.rawValue)
    guard isAnswer, let item = shownItem else { return commands }
    return item.form == .typed ? [] : commands + item.options.map(\.text)
  }
}
