import Classroom
import Foundation
import GameSession
import LineEditing
import QuizModel
import ScoreStore
import TerminalUI

/// Plays a homework from its file, and writes what the pupil hands in.
struct HomeworkPlayer {
  let environment: Environment
  let terminal: TerminalOptions
  let reader: any LineReading
  /// The homework.
  let homework: ClassActivity
  /// How it is to be done.
  let terms: HomeworkTerms

  /// A player of a file.
  ///
  /// - Throws: ``ClassCommandError/homework(path:_:)`` for a file that is no homework.
  init(
    file: String,
    environment: Environment,
    terminal: TerminalOptions,
    reader: any LineReading
  ) throws {
    let bytes = try TeacherFile.bytes(of: URL(fileURLWithPath: file), limit: 16 << 20)
    do throws(SealedFile<ClassActivity>.Problem) {
      homework = try HomeworkFile.homework(of: bytes)
    } catch {
      throw ClassCommandError.homework(path: file, error)
    }
    guard let terms = homework.terms else {
      throw ClassCommandError.homework(path: file, .unreadable)
    }
    self.terms = terms
    self.environment = environment
    self.terminal = terminal
    self.reader = reader
  }

  /// Plays what is left of it, and writes the result.
  ///
  /// - Parameters:
  ///   - learnerName: Who plays; `nil` for who played last.
  ///   - pupilName: What the teacher calls the pupil; `nil` to ask.
  ///   - output: The result's file; `nil` for one named after homework and pupil.
  ///   - options: Whether another file of that name may be replaced.
  /// - Throws: What the log throws: nothing is asked that could not be kept.
  func play(
    learnerName: String?,
    pupilName: String?,
    output: String?,
    _ options: ReplaceOptions
  ) throws {
    let log = try LogOpening.open(in: environment)
    let learner =
      try learnerName.map { try log.useLearner(named: $0) }
      ?? log.currentLearner(loginName: environment.loginName)
    environment.tell(ClassWords.heading(homework, terms: terms, today: environment.today))
    let name = try pupilName.map(LearnerName.sanitised) ?? askName(learner)
    let file = URL(fileURLWithPath: path(output, name: name))
    try NamedFiles(in: environment, options, reader: reader).clear([(file, nil)]) { bytes in
      // What was handed in of an earlier try is in the later one too.
      guard let earlier = try? HomeworkCollection.result(in: bytes) else { return false }
      let isSamePupil = Folding.folded(earlier.pupil) == Folding.folded(name)
      return isSamePupil && earlier.homework == homework.id
    }
    func attempts() throws -> HomeworkAttempts {
      try HomeworkAttempts(homework, learner: learner.id, called: name, log: log)
    }
    let before = try attempts()
    guard let open = before.open else {
      // The file may have got lost on its way.
      try handIn(before, name: name, output: output)
      throw ClassCommandError.noTryLeft(homework.id, pupil: name, tries: terms.tries)
    }
    let end = try run(open, attempts: before, name: name, learner: learner, log: log)
    try handIn(try attempts(), name: name, output: output)
    WeeklyBackup(environment: environment).make(of: log)
    switch end {
    case .finished: break
    case .signal(let number): throw ProgramExit(code: 128 + number)
    case .unsaved(let code): throw ProgramExit(code: code)
    }
  }

  private func run(
    _ attempt: Int,
    attempts: HomeworkAttempts,
    name: String,
    learner: Learner,
    log: ScoreLog
  ) throws -> SessionRunner.End {
    let session = HomeworkSitting.session(
      of: attempts.learner,
      called: name,
      in: homework.id,
      attempt: attempt
    )
    let earlier = attempts.earlier(attempt)
    if earlier.isEmpty {
      try log.append(.sessionOpened(opening(session, learner: learner)))
    } else {
      environment.tell(
        ClassWords.goesOn(name, answered: earlier.count, of: homework.questions.count)
      )
    }
    let before = try log.score(of: learner.id).points - earlier.reduce(0) { $0 + $1.points }
    let settings = SessionSettings(
      session: session,
      learner: learner.id,
      bank: homework.bank,
      bankVersion: homework.bankVersion,
      questions: homework.questions.count,
      pointsBefore: before,
      today: PartialDate(environment.now()),
      isGraded: terms.isGraded,
      allowsUndo: false,
      tellsMissed: !terms.isGraded || attempt == terms.tries,
      earlier: earlier
    )
    let makeUUID = environment.makeUUID
    var runner = SessionRunner(
      session: GameSession(settings: settings),
      draw: FixedItems(attempts.left(attempt)),
      writer: LogWriter(log: log) { RecordID(makeUUID()) },
      environment: environment,
      reader: reader,
      terminal: terminal,
      topics: homework.topicTitles,
      // The bank of a homework need not be on the pupil's machine.
      playCommand: nil,
      citesMissed: false,
      timeLimit: nil
    )
    return try runner.run()
  }

  private func opening(_ session: SessionID, learner: Learner) -> SessionOpening {
    SessionOpening(
      session: session,
      learner: learner.id,
      mode: .classroom,
      bank: homework.bank,
      bankVersion: homework.bankVersion,
      seed: homework.seed,
      topics: homework.topics,
      questions: homework.questions.count
    )
  }

  private func askName(_ learner: Learner) throws -> String {
    guard environment.isInputTerminal else { return learner.name }
    environment.tell(ClassWords.whatName(learner.name))
    let input = reader.readLine(LineRequest(prompt: Prompt(plain: "Name > ")))
    if let exit = ProgramExit(signalIn: input) { throw exit }
    guard case .line(let line) = input else { return learner.name }
    let name = LearnerName.sanitised(line)
    return name.isEmpty ? learner.name : name
  }

  private func path(_ output: String?, name: String) -> String {
    output ?? "result-\(homework.id)-\(FileName.safe(name, otherwise: "pupil")).json"
  }

  private func handIn(
    _ attempts: HomeworkAttempts,
    name: String,
    output: String?
  ) throws {
    guard !attempts.handedIn.isEmpty else { return }
    let result = HandIn(
      homework: homework.id,
      pupil: name,
      learner: attempts.learner,
      attempts: attempts.handedIn
    )
    let path = path(output, name: name)
    try TeacherFile.write(
      try SealedFile.bytes(result, format: HandIn.format, version: HandIn.version),
      to: URL(fileURLWithPath: path),
      isPrivate: true
    )
    environment.tell(
      ClassWords.handedIn(
        path,
        answered: attempts.handedIn.last?.answers.count ?? 0,
        of: homework.questions.count,
        triesLeft: attempts.open.map { terms.tries - $0 + 1 } ?? 0
      )
    )
  }
}
