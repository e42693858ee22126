import Foundation
import TestSupport

/// A home that version 1.0.0 made, and what it printed of it.
struct OldHome {
  /// Whose.
  enum Owner: String, CaseIterable {
    case learner
    case teacher
    /// Five hundred answers of fifty default games.
    case player
  }

  /// The moment at which 1.0.0 was asked, in seconds since 1970: 10 October 2026 at noon in UTC.
  static let moment = 1_791_633_600

  /// The home, as the program of today finds it.
  let home: Home
  private let commands: [String: [String]]

  /// Unpacks a home.
  init(_ owner: Owner) throws {
    home = try Home()
    let archive = SourceTree.root.appendingPathComponent(
      "Tests/ProgramTests/Fixtures/\(owner.rawValue)-1.0.0.tar.gz"
    )
    let call = try home.call(["xzf", archive.path, "-C", home.folder.path], program: "/bin/tar")
    let outcome = try PipedProgram(call).waitForEnd()
    guard outcome.end == .exited(0) else { throw CocoaError(.fileReadCorruptFile) }
    home.variables["LD_PRELOAD"] = try FaultLibrary.path()
    home.variables["FAULTS_CLOCK"] = "\(OldHome.moment)"
    let list = home.folder.appendingPathComponent("printed/commands.json")
    commands = try JSONDecoder().decode([String: [String]].self, from: Data(contentsOf: list))
  }

  /// The folder of everything that 1.0.0 kept.
  var data: URL { home.log.deletingLastPathComponent() }

  /// The files with what 1.0.0 printed whose names end in one of some ways, sorted.
  func printed(endingIn ends: String...) -> [String] {
    commands.keys.filter { name in ends.contains(where: name.hasSuffix) }.sorted()
  }

  /// What 1.0.0 printed.
  func before(_ file: String) throws -> String {
    let url = home.folder.appendingPathComponent("printed/\(file)")
    // Foundation would leave out the mark at the beginning of a table.
    return String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }

  /// What the program prints now.
  func now(_ file: String) throws -> String {
    let outcome = try PipedProgram(home.call(commands[file] ?? [])).waitForEnd()
    guard outcome.end == .exited(0) else {
      throw ProgramFailure.notSeen(file, seen: outcome.output + outcome.talk)
    }
    return outcome.output
  }

  /// The version of the schema that a log's header tells.
  static func schema(of log: URL) throws -> Int {
    let head = try Data(contentsOf: log).dropFirst(60).prefix(4)
    return head.reduce(0) { $0 << 8 | Int($1) }
  }
}
