import Foundation
import TestSupport
import Testing

@testable import AttacheCLI

/// A machine on which questions come and go.
///
/// A class, as the stage in it is.
final class ExchangeRoom {
  /// A question as somebody meets it, whatever the order of its options.
  struct Asked: Hashable {
    let form: String
    let stem: String
    let options: Set<String>
    let key: String
  }

  /// A line of the format for programs.
  private struct Item: Decodable {
    struct Option: Decodable {
      let text: String
    }

    let form: String
    let stem: String
    let options: [Option]
    let key: Int
  }

  let stage: Stage
  let files: ScratchFolder

  init() throws {
    stage = try Stage()
    files = try ScratchFolder()
    stage.environment.isOutputTerminal = false
  }

  /// Where a file of that name is.
  func path(_ name: String) -> String { files.url.appendingPathComponent(name).path }

  /// Writes a file, and says where it is.
  func write(_ text: String, to name: String) throws -> String {
    try files.write(Data(text.utf8), to: name).path
  }

  /// Runs a command.
  @discardableResult
  func run(_ arguments: [String]) -> Int32 {
    stage.run(arguments, reader: ScriptedReader([]))
  }

  /// Runs a command.
  @discardableResult
  func run(_ arguments: String...) -> Int32 { run(arguments) }

  /// The questions that an export of a bank holds.
  func asked(_ bank: String, _ options: String...) throws -> [Asked] {
    try #require(run(["export", "jsonl", "--bank", bank] + options) == 0)
    return try stage.output.split(separator: "\n").map { line in
      let item = try JSONDecoder().decode(Item.self, from: Data(line.utf8))
      try #require(item.options.indices.contains(item.key))
      return Asked(
        form: item.form,
        stem: item.stem,
        options: Set(item.options.map(\.text)),
        key: item.options[item.key].text
      )
    }
  }

  /// The folder of imported banks.
  var banks: URL { stage.home.url.appendingPathComponent("data/attache/banks") }

  /// Every file and folder below it, folders as nothing.
  var tree: [String: Data?] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: banks.path)) ?? []
    return Dictionary(
      uniqueKeysWithValues: paths.map { path in
        (path, try? Data(contentsOf: banks.appendingPathComponent(path)))
      }
    )
  }

  /// A row of the items of an imported bank by its id.
  func itemRows(_ bank: String) throws -> [String: String] {
    let file = banks.appendingPathComponent("\(bank)/data/items.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    return Dictionary(
      uniqueKeysWithValues: rows.dropFirst().map { row in
        (String(row.prefix { $0 != "," }), String(row))
      }
    )
  }
}
