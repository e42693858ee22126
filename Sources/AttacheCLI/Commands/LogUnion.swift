import Classroom
import DurableFiles
import Foundation
import LineEditing
import QuizModel
import ScoreStore
import TerminalUI

/// Takes in another log, tells what came in, and asks who is who.
struct LogUnion {
  let environment: Environment
  let terminal: TerminalOptions
  let consent: Consent

  /// Takes in a file.
  ///
  /// - Parameters:
  ///   - file: A path, or `-` for standard input.
  ///   - isExport: Whether nothing but an export will do.
  ///   - same: Who is to be united at once.
  /// - Throws: What the log throws, and ``ProgramExit`` for a signal at a question.
  func run(_ file: String, isExport: Bool, same: [SamePerson]) throws {
    let log = try LogOpening.open(in: environment)
    let url = URL(fileURLWithPath: file == "-" ? "/dev/stdin" : file)
    let before = try ClassFolder(in: environment).classes()
    let taken = try held(url, for: log) { url in
      try consent.asking { agreed throws(ScoreStoreError) in
        try log.unite(with: url, isExport: isExport, same: same, agreed: agreed)
      }
    }
    guard let report = taken else { return }
    show(UnionWords.summary(of: report))
    let after = try ClassFolder(in: environment).classes()
    let changes = ClassChange.changes(from: before, to: after)
    show(ClassChangeWords.text(changes).map { Line($0, hanging: 2) })
    for path in report.records.erasure?.untouched ?? [] {
      environment.talk("\(path) could not be rewritten and may still hold who is to be forgotten\n")
    }
    try settle(report.lookalikes, in: log)
    try environment.tell(leftOut: report.records.leftOut)
  }

  /// What comes through a pipe is kept meanwhile: it may have to be read twice.
  private func held<Result>(
    _ url: URL,
    for log: ScoreLog,
    _ work: (URL) throws -> Result
  ) throws -> Result {
    guard let folder = log.location?.folder, (try? Disk.isRegular(url)) == false,
      !Disk.isFolder(url)
    else { return try work(url) }
    let draft = try Draft(.folder, in: folder)
    defer { draft.discard() }
    let copy = draft.url.appendingPathComponent("piped")
    do {
      try Disk.copy(url, to: copy)
      return try work(copy)
    } catch let error as DiskError where error.path == url.path {
      let problem = IntakeError.Problem.unreadable(reason: error.reason)
      throw ScoreStoreError.notTakenIn(IntakeError(path: url.path, problem: problem))
    } catch ScoreStoreError.notTakenIn(let error) where error.path == copy.path {
      // Nobody knows the copy by its name.
      throw ScoreStoreError.notTakenIn(
        IntakeError(path: url.path, line: error.line, problem: error.problem)
      )
    }
  }

  /// Asks about each pair while there is somebody to ask, and lists the rest.
  private func settle(_ pairs: [UnionReport.Lookalikes], in log: ScoreLog) throws {
    guard environment.isInputTerminal, !pairs.isEmpty else { return list(pairs) }
    let reader = try environment.makeReader()
    var settled: Set<LearnerID> = []
    for (index, pair) in pairs.enumerated() where !settled.contains(pair.other.learner.id) {
      show([Line(UnionWords.question(about: pair))])
      switch YesNoQuestion(reader: reader).answer() {
      case .yes:
        let (person, _) = try log.uniteLearners(
          named: pair.own.learner.id.description,
          and: pair.other.learner.id.description
        )
        settled.insert(pair.other.learner.id)
        show([UnionWords.united(person)])
      case .no: continue
      case .none(let input):
        list(Array(pairs[index...]).filter { !settled.contains($0.other.learner.id) })
        if let exit = ProgramExit(signalIn: input) { throw exit }
        return
      }
    }
  }

  private func list(_ pairs: [UnionReport.Lookalikes]) {
    show(pairs.flatMap(UnionWords.command))
  }

  private func show(_ lines: [Line]) {
    guard !lines.isEmpty else { return }
    let renderer = ScreenRenderer(traits: terminal.traits(in: environment))
    environment.output(renderer.text(Screen(lines)))
  }
}
