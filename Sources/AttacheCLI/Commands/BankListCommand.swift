import ArgumentParser
import Foundation
import QuestionBank
import TerminalUI

/// Lists the banks that there are.
struct BankListCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The banks that there are."
  )

  @Option(help: ArgumentHelp("Look for banks in this folder alone.", valueName: "folder"))
  var banks: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var terminal: TerminalOptions

  private struct Entry: Encodable {
    let name: String
    let title: String?
    let version: String?
    let facts: Int?
    let problems: Int
  }

  func run(in environment: Environment) throws {
    let shelf = BankShelf(
      explicit: banks,
      environment: environment.variables,
      executable: environment.executable
    )
    let names = shelf.names()
    guard !names.isEmpty else {
      throw BankError.notFound(name: "", available: [], searched: shelf.folders.map(\.path))
    }
    let entries = try names.map { try entry($0, on: shelf, in: environment) }
    if json { return try environment.outputJSON(entries) }
    let lines = entries.map { entry in
      entry.problems > 0
        ? Line(
          "\(entry.name): \(CountWords.count(entry.problems, "problem")); "
            + "attache bank check --bank \(entry.name) lists them",
          hanging: 2
        )
        : Line(
          "\(entry.name): \(entry.title ?? ""), version \(entry.version ?? ""), "
            + CountWords.count(entry.facts ?? 0, "question"),
          hanging: 2
        )
    }
    environment.output(
      ScreenRenderer(traits: terminal.traits(in: environment)).text(Screen(lines))
    )
  }

  private func entry(
    _ name: String,
    on shelf: BankShelf,
    in environment: Environment
  ) throws -> Entry {
    do throws(BankError) {
      let bank = try BankOptions.open(try shelf.folder(of: name), in: environment)
      return Entry(
        name: name,
        title: bank.description.title,
        version: bank.description.version,
        facts: bank.factCounts.reduce(0, +),
        problems: 0
      )
    } catch {
      guard case .broken(_, let problems) = error else { throw error }
      return Entry(name: name, title: nil, version: nil, facts: nil, problems: problems.count)
    }
  }
}
