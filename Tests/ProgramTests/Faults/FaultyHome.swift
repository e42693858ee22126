import Foundation
import TestSupport

/// A home in which a command is hit by a fault.
///
/// A class, as the home in it is.
final class FaultyHome {
  /// How a command is hit.
  enum Mode: String, CaseIterable {
    /// One change of the file system fails.
    case once
    /// It and all later ones that need space fail, as on a full disk.
    case full
    /// The program is killed.
    case kill
  }

  /// A fault: the n-th change of the file system, from 1 on.
  struct Fault {
    let mode: Mode
    let number: Int
    var code = EIO
  }

  /// What came of a run.
  struct Run {
    let outcome: PipedProgram.Outcome
    /// Changes of the file system that it made.
    let changes: Int
    /// Whether a fault hit one of them.
    let wasHit: Bool
  }

  /// 10 October 2026 at noon in UTC.
  private static let moment = 1_791_633_600

  let home: Home
  private let desk: URL

  /// A home with all that a learner and a teacher have, in small.
  init() throws {
    home = try Home()
    desk = home.folder.appendingPathComponent("desk")
    try FileManager.default.createDirectory(at: desk, withIntermediateDirectories: true)
    try prepare()
  }

  private init(copying other: FaultyHome) throws {
    home = try Home()
    desk = home.folder.appendingPathComponent("desk")
    for name in ["data", "desk"] {
      try FileManager.default.copyItem(
        at: other.home.folder.appendingPathComponent(name),
        to: home.folder.appendingPathComponent(name)
      )
    }
    try useLibrary()
  }

  /// The same home once more.
  func copy() throws -> FaultyHome { try FaultyHome(copying: self) }

  /// The folder of everything that the program keeps.
  var data: URL { home.log.deletingLastPathComponent() }

  // MARK: - Runs

  /// Runs a command.
  func run(_ command: FaultyCommand, _ fault: Fault? = nil) throws -> Run {
    let program = try program(command, fault)
    let outcome = try program.waitForEnd()
    let count = try? Data(contentsOf: home.folder.appendingPathComponent("count"))
    let report = home.folder.appendingPathComponent("report").path
    return Run(
      outcome: outcome,
      changes: count?.count ?? 0,
      wasHit: FileManager.default.fileExists(atPath: report)
    )
  }

  /// Starts a command.
  func program(_ command: FaultyCommand, _ fault: Fault? = nil) throws -> PipedProgram {
    for name in ["count", "report"] {
      try? FileManager.default.removeItem(at: home.folder.appendingPathComponent(name))
    }
    var call = try home.call(command.arguments)
    if let output = command.output {
      // The shell opens the file, and is not what is to fail.
      let script = "exec >\"$OUTPUT\"; LD_PRELOAD=$LIBRARY exec \"$0\" \"$@\""
      call.arguments = ["-c", script, call.executable] + command.arguments
      call.executable = "/bin/sh"
      call.variables["OUTPUT"] = output
      call.variables["LIBRARY"] = call.variables.removeValue(forKey: "LD_PRELOAD")
    }
    call.folder = desk.path
    call.variables["FAULTS_UNDER"] = "\(data.path):\(desk.path)"
    call.variables["FAULTS_COUNT"] = home.folder.appendingPathComponent("count").path
    if let fault {
      call.variables["FAULTS_AT"] = "\(fault.number)"
      call.variables["FAULTS_MODE"] = fault.mode.rawValue
      call.variables["FAULTS_ERRNO"] = "\(fault.code)"
      call.variables["FAULTS_REPORT"] = home.folder.appendingPathComponent("report").path
    }
    return try PipedProgram(call, input: .text(command.input))
  }

  private func require(_ arguments: String..., input: String = "", code: Int32 = 0) throws {
    var call = try home.call(arguments)
    call.folder = desk.path
    let outcome = try PipedProgram(call, input: .text(input)).waitForEnd()
    guard outcome.end == .exited(code) else {
      throw ProgramFailure.notSeen("\(arguments)", seen: outcome.output + outcome.talk)
    }
  }

  // MARK: - States

  /// What is kept, in parts; what differs from run to run, such as ids, is left out.
  func state() throws -> [FaultyCommand.Part: String] {
    let export = try PipedProgram(home.call(["data", "export", "--json"])).waitForEnd()
    guard export.end == .exited(0) else {
      throw ProgramFailure.notSeen("an export", seen: export.talk)
    }
    // The files of an export are looked at where they lie.
    let records = export.output.split(separator: "\n").filter { !$0.hasPrefix("{\"file\":") }
      .map { plain(String($0)) }
    return [
      .log: records.sorted().joined(separator: "\n"),
      .classes: try text(of: data.appendingPathComponent("classes")),
      .banks: try text(of: data.appendingPathComponent("banks")),
      .desk: try text(of: desk),
    ]
  }

  /// Records of answers that are kept.
  func answers() throws -> Int {
    let export = try PipedProgram(home.call(["data", "export", "--json"])).waitForEnd()
    return export.output.split(separator: "\n").count { $0.contains("\"kind\":\"answered\"") }
  }

  /// Drafts that somebody left in the program's folders.
  func drafts() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: data.path).filter { path in
      path.split(separator: "/").contains { part in
        part.hasPrefix(".") && part != ".lock" || part.contains(".draft")
      }
    }
  }

  /// What files hold; a backup's pages differ from run to run, so its size alone is told.
  private func text(of folder: URL) throws -> String {
    let files = try FileState.all(in: folder).filter { !$0.key.contains(".draft-") }
    return files.map { path, bytes in
      let isText = !path.hasSuffix(".backup")
      return plain(path) + "\n" + (isText ? plain(String(decoding: bytes, as: UTF8.self)) : "")
    }.sorted().joined(separator: "\n")
  }

  private func plain(_ text: String) -> String {
    text.replacing(/[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}/) {
      _ in "ID"
    }
    .replacing(/[0-9A-HJKMNP-TV-Z]{6}(\.activity|-form|-key|")/) { "ID\($0.1)" }
    .replacing(/"taken":[0-9]+/) { _ in "" }
    .replacing(/"(checksum|seal|sha256|crc32)" ?: ?("[^"]*"|[0-9]+)/) { _ in "SUM" }
  }

  // MARK: - What is there before

  private func useLibrary() throws {
    home.variables["LD_PRELOAD"] = try FaultLibrary.path()
    home.variables["FAULTS_CLOCK"] = "\(FaultyHome.moment)"
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: desk.appendingPathComponent(name))
  }

  private func prepare() throws {
    try useLibrary()
    let bank = ["--bank", "teachers-ten", "--form", "multiple-choice"]
    try require("learner", "add", "Ada")
    try play(bank + ["--questions", "2", "--seed", "1"])
    try require("data", "backup", "earlier.backup")
    try require("learner", "add", "Ben Okoro")
    try play(bank + ["--questions", "2", "--seed", "2"])
    try require("learner", "use", "Ada")
    try require("class", "new", "7b")
    try require("class", "add", "7b", "Ada Lee", "Ben", "Chloé")
    try require(
      "class",
      "paper",
      "--bank",
      "teachers-ten",
      "--class",
      "7b",
      "--questions",
      "3",
      "--form",
      "multiple-choice",
      "--seed",
      "3",
      "--output",
      "paper"
    )
    try write("1,A,abc\n2,A,cba\n", to: "first.csv")
    try require("class", "mark", "first.csv")
    try write("3,A,aab\n", to: "marks.csv")
    try require(
      "class",
      "assign",
      "--bank",
      "teachers-ten",
      "--class",
      "7b",
      "--questions",
      "2",
      "--form",
      "multiple-choice",
      "--seed",
      "4",
      "--output",
      "homework.json"
    )
    try write("::one:: Which is one? { =a ~b ~c }\n", to: "rivers.gift")
    try require("import", "gift", "rivers.gift")
    try write(
      "::one:: Which is one? { =a ~b ~d }\n\n::two:: Which is two? { =d ~e ~f }\n",
      to: "more.gift"
    )
    try FaultyHome.prepareOther(desk)
  }

  /// What comes from another machine: a homework that was done, and the records of a log.
  private static func prepareOther(_ desk: URL) throws {
    let other = try Home()
    other.variables["LD_PRELOAD"] = try FaultLibrary.path()
    other.variables["FAULTS_CLOCK"] = "\(moment)"
    var play = try other.call(
      ["play", "--assignment", "homework.json", "--name", "Chloé", "--output", "result.json"]
    )
    play.folder = desk.path
    _ = try PipedProgram(play, input: .text("a\n\nb\n\n")).waitForEnd()
    let export = try other.run("data", "export", "--json")
    try Data(export.output.utf8).write(to: desk.appendingPathComponent("other.jsonl"))
  }

  private func play(_ options: [String]) throws {
    let outcome = try PipedProgram(
      home.call(["play"] + options),
      input: .text("a\n\nb\n\n")
    ).waitForEnd()
    guard outcome.end == .exited(0) else {
      throw ProgramFailure.notSeen("a game", seen: outcome.output + outcome.talk)
    }
  }
}
