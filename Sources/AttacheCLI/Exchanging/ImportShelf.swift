import DurableFiles
import Exchange
import Foundation
import QuestionBank
import QuestionGenerator
import QuizModel

/// The folder of banks that a user's imports make.
struct ImportShelf {
  /// What came of an import.
  struct Report {
    /// What is new and what was replaced.
    let addition: AuthoredBankFiles.Addition
    /// The stems of questions of the bank that no rule lets pass as they stand.
    let barred: [String]
  }

  /// A bank to put questions in.
  struct Target {
    /// The name: small letters, digits and hyphens.
    let name: String
    /// The title that it gets if it is made.
    let title: String
  }

  /// Questions beyond which none is tried out after an import.
  private static let triedOut = 5000

  private let environment: Environment
  private let folder: URL

  /// The shelf of an environment.
  ///
  /// - Throws: ``ClassFileError/noHome``.
  init(in environment: Environment) throws {
    guard let data = environment.dataFolder else { throw ClassFileError.noHome }
    self.environment = environment
    folder = data.appendingPathComponent("banks")
  }

  /// The bank to put questions in.
  ///
  /// - Parameters:
  ///   - name: As it was typed; `nil` for one after the file.
  ///   - title: As it was typed; `nil` for one after the name.
  ///   - file: The file's path.
  /// - Returns: The bank, which may not be there yet.
  /// - Throws: ``ExchangeError/badBankName(_:)``, or ``ExchangeError/notForImports(bank:)`` for one
  ///   that is elsewhere.
  func target(_ name: String?, title: String?, file: String) throws -> Target {
    let fileName = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    let own = name ?? BankName.made(ofFile: fileName)
    guard BankName.isSound(own) else { throw ExchangeError.badBankName(own) }
    if !isThere(own) {
      // A bank of that name elsewhere would be hidden by the new one, or hide it.
      if shelf.holds(own) { throw ExchangeError.notForImports(bank: own) }
      if let other = shelf.name(ofIdentity: BankName.identity(of: own)) {
        throw ExchangeError.identityTaken(bank: own, by: other)
      }
    }
    return Target(name: own, title: title ?? name ?? fileName)
  }

  /// Adds questions to a bank; it is as it was unless all of them come in.
  ///
  /// Imports wait for each other, and at no moment is a bank that was there gone or half.
  ///
  /// - Throws: ``ExchangeError``, ``ClassFileError`` or what the bank's own check throws.
  func add(_ items: [PortableItem], to target: Target) throws -> Report {
    do {
      return try FolderLock.held(on: folder) {
        ImportLeftovers.tidy(folder)
        return try addAlone(items, to: target)
      }
    } catch let error as DiskError where error.kind == .held {
      throw ExchangeError.busy(folder: folder.path)
    } catch let error as DiskError {
      throw ClassFileError.unwritable(
        path: error.path,
        reason: error.reason,
        isDone: error.isDone
      )
    }
  }

  private func addAlone(_ items: [PortableItem], to target: Target) throws -> Report {
    let place = folder.appendingPathComponent(target.name)
    var bank = try isThere(target.name) ? existing(at: place, name: target.name) : made(target)
    let addition = bank.add(items)
    let change = try FolderChange(of: place)
    defer { change.end() }
    for (path, bytes) in bank.files.sorted(by: { $0.key < $1.key }) {
      let file = change.draft.appendingPathComponent(path)
      try Disk.makeFolder(file.deletingLastPathComponent())
      try AtomicFile.write(bytes, to: file)
    }
    let barred = try barred(in: BankFolder(change.draft, name: target.name))
    try change.take()
    return Report(addition: addition, barred: barred)
  }

  private func isThere(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }

  private var shelf: BankShelf {
    BankShelf(
      explicit: nil,
      environment: environment.variables,
      executable: environment.executable
    )
  }

  private func existing(at place: URL, name: String) throws -> AuthoredBankFiles {
    let bank = BankFolder(place)
    var files: [String: [UInt8]] = [:]
    for path in ["datapackage.json", "data/items.csv", "data/options.csv"] {
      if let bytes = try? bank.bytes(of: path) { files[path] = bytes }
    }
    do throws(BankProblem) {
      return try AuthoredBankFiles(files: files)
    } catch {
      if case .missingKey("attache:authored") = error.issue {
        throw ExchangeError.notForImports(bank: name)
      }
      throw BankError.broken(bank: name, problems: [error])
    }
  }

  private func made(_ target: Target) -> AuthoredBankFiles {
    AuthoredBankFiles(
      AuthoredHeading(
        id: BankName.identity(of: target.name),
        name: target.name,
        title: target.title,
        version: "1.0.0",
        asOf: PartialDate(environment.now()).description
      )
    )
  }

  /// Opens a bank as a player would, and tries its questions out.
  private func barred(in draft: BankFolder) throws -> [String] {
    let opener = BankOpener(cache: nil, version: programVersion).judging
    let bank = try opener.openFresh(draft, reversed: false)
    let filter = try ItemFilter(bank: bank, topics: [], templates: [], fact: nil)
    guard filter.templates.reduce(0, { $0 + bank.factCounts[$1] }) <= ImportShelf.triedOut else {
      return []
    }
    let generator = try ItemGenerator(bank: bank)
    var barred: [String] = []
    try filter.forEachFact { fact throws(BankError) in
      for form in [Form.multipleChoice, .trueFalse] {
        if try generator.item(for: fact, form: form, optionCount: 3, seed: 1) != nil {
          return true
        }
      }
      barred.append(fact.stem)
      return true
    }
    return barred
  }
}
