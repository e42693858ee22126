import ArgumentParser
import Exchange
import Foundation

/// Takes questions of other programs into a bank.
struct ImportCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take questions of other programs into a bank of your own.",
    discussion: """
      The bank is made if it is not there. A question that is imported again, with the same stem and \
      the same key, keeps its id, and what was learnt of it. Either the whole file comes in or nothing; \
      questions that cannot be held are listed.
      """
  )

  @Argument(help: "moodle, gift, csv, jsonl or aiken.")
  var format: ImportFormat

  @Argument(help: "The file.")
  var file: String

  @Option(help: "The bank to put them in; named after the file where it is not given.")
  var bank: String?

  @Option(help: "The title of a bank that is made.")
  var title: String?

  func run(in environment: Environment) throws {
    let bytes = try TeacherFile.bytes(of: URL(fileURLWithPath: file), limit: 32 << 20)
    let imported: ImportedItems
    do throws(ImportError) {
      imported = try format.text.items(in: bytes)
    } catch {
      throw ExchangeError.unreadable(path: file, error)
    }
    for item in imported.leftOut {
      environment.talk(ErrorPresenter.safe(ExchangeWords.leftOut(item, path: file)) + "\n")
    }
    guard !imported.items.isEmpty else { throw ExchangeError.nothingImported(path: file) }
    let shelf = try ImportShelf(in: environment)
    let target = try shelf.target(bank, title: title, file: file)
    let report = try shelf.add(imported.items, to: target)
    for stem in report.addition.repeated {
      environment.talk(ErrorPresenter.safe(ExchangeWords.repeated(stem)) + "\n")
    }
    for replaced in report.addition.replaced where replaced.before != replaced.now {
      environment.talk(ErrorPresenter.safe(ExchangeWords.replaced(replaced)) + "\n")
    }
    environment.tell(ExchangeWords.imported(report.addition, into: target.name))
    if !report.barred.isEmpty {
      environment.tell(ExchangeWords.barred(report.barred, bank: target.name))
    }
  }
}
