import Classroom
import Foundation
import QuizModel
import ScoreStore
import TestSupport
import Testing

@testable import AttacheCLI

/// A teacher's machine: a stage, and a folder for the files that commands name.
///
/// A class, as the stage in it is.
final class Teacher {
  /// The program and its world.
  let stage: Stage
  /// What the commands read and write.
  let files: ScratchFolder
  /// Options that name the small bank.
  static let bank = ["--bank", "six-states"]
  /// A class of three.
  static let pupils = ["Ada Lee", "Ben Okoro", "Chloé Martin"]

  init() throws {
    stage = try Stage()
    files = try ScratchFolder()
    stage.environment.variables["NO_COLOR"] = "1"
  }

  /// Where a file of that name is.
  func path(_ name: String) -> String { files.url.appendingPathComponent(name).path }

  /// Writes a file, and says where it is.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try files.write(Data(text.utf8), to: name).path
  }

  /// What a file holds.
  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// Runs a command; what it prints is in ``stage``.
  @discardableResult
  func run(_ arguments: String..., typing lines: [String] = []) -> Int32 {
    run(arguments, typing: lines)
  }

  /// Runs a command; what it prints is in ``stage``.
  @discardableResult
  func run(_ arguments: [String], typing lines: [String] = []) -> Int32 {
    stage.run(arguments, reader: ScriptedReader(lines: lines))
  }

  /// What was printed, without paths and without the line breaks of the window.
  var words: String {
    stage.transcript.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Lets days go by.
  func wait(days: Int64) {
    let now = stage.environment.now
    stage.environment.now = {
      let moment = now()
      let later = Instant(milliseconds: moment.instant.milliseconds + days * 86_400_000)
      return LocalInstant(instant: later, zone: moment.zone, offset: moment.offset)
    }
  }

  // MARK: - Classes

  /// Makes a class of these pupils.
  func makeClass(_ name: String = "7b", _ pupils: [String] = Teacher.pupils) throws {
    try #require(run("class", "new", name) == 0)
    try #require(run(["class", "add", name] + pupils) == 0)
  }

  /// The classes as they are kept.
  func classes() throws -> [SchoolClass] { try ClassFolder(in: stage.environment).classes() }

  /// The class of a name.
  func schoolClass(_ name: String = "7b") throws -> SchoolClass {
    try ClassFolder(in: stage.environment).schoolClass(named: name)
  }

  /// The activities as they are kept, the earliest first.
  func activities() throws -> [ClassActivity] {
    try ClassFolder(in: stage.environment).activities()
  }

  /// Prints a paper of the small bank for the class 7b, and tells it.
  func printPaper(_ options: String..., folder: String = "paper") throws -> ClassActivity {
    let known = try activities().map(\.id)
    let command = ["class", "paper", "--class", "7b", "--questions", "4", "--seed", "7"]
    let output = ["--output", path(folder)]
    try #require(run(command + Teacher.bank + output + options) == 0)
    return try #require(try activities().first { !known.contains($0.id) } ?? activities().last)
  }

  /// Writes an answer file, and marks it.
  @discardableResult
  func mark(_ paper: ClassActivity, _ lines: [String], _ options: String...) throws -> Int32 {
    let file = try write(lines.map { $0 + "\n" }.joined(), to: "answers.csv")
    return run(["class", "mark", file, "--paper", paper.id.description] + options)
  }

  // MARK: - The log

  /// The log, opened to look into it.
  func openLog() throws -> ScoreLog {
    try ScoreLog(
      folder: stage.log.deletingLastPathComponent(),
      now: { Instant(milliseconds: 0) },
      makeUUID: { UUID() }
    )
  }

  /// The answers to an activity in the log that stand; of teams where nobody is named.
  func answers(
    to activity: ClassActivity,
    by people: [LearnerID]? = nil
  ) throws -> [SittingAnswer] {
    let log = try openLog()
    defer { try? log.close() }
    let sessions = activity.sessions(of: people ?? activity.participants.map(\.id))
    return try log.sittingAnswers(in: sessions).filter { !$0.isRetracted }
  }

  /// How many records the log holds.
  func recordCount() throws -> Int {
    let log = try openLog()
    let count = try log.recordCount()
    try log.close()
    return count
  }

  /// Checks the log as `data check` does, and the teacher's own account, which knows no pupil.
  func expectSoundLog(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(run("data", "check") == 0, sourceLocation: sourceLocation)
    #expect(stage.output.hasPrefix("Sound: "), sourceLocation: sourceLocation)
    #expect(stage.talk == "", sourceLocation: sourceLocation)
  }

  /// The regular files below a folder and what they hold, by their paths.
  static func tree(_ folder: URL) -> [String: Data] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    var files: [String: Data] = [:]
    for path in paths {
      let file = folder.appendingPathComponent(path)
      if let data = try? Data(contentsOf: file) { files[path] = data }
    }
    return files
  }
}

extension PaperSheet {
  /// The letters of a sheet that is answered like this, in one run.
  func letters(_ choose: (Entry) -> Int?) -> String {
    entries.map { entry in choose(entry).map { entry.labels[$0] } ?? "-" }.joined()
  }

  /// All right.
  var rightLetters: String { letters { $0.item.key } }

  /// All wrong.
  var wrongLetters: String { letters { $0.item.key == 0 ? 1 : 0 } }
}
