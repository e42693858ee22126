import Exchange
import Foundation
import Glibc
import QuestionBank
import QuestionGenerator
import QuizModel

/// The folder of banks that a user's imports make.
struct ImportShelf {
  /// What came of an import.
  struct Report {
    /// What is new and what was replaced.
    let addition: AuthoredBankFiles.Addition
    /// Questions of the bank that no rule lets pass as they stand.
    let barred: Int
  }

  /// Questions beyond which none is tried out after an import.
  private static let triedOut = 5000
  private static let longestName = 60

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

  /// The name of the bank to put questions in.
  ///
  /// - Parameters:
  ///   - name: As it was typed; `nil` for one after the file.
  ///   - file: The file's path.
  /// - Returns: Small letters, digits and hyphens.
  /// - Throws: ``ExchangeError/badBankName(_:)``.
  func bankName(_ name: String?, file: String) throws -> String {
    let text =
      name
      ?? FileName.safe(
        URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent,
        otherwise: "imported"
      ).lowercased()
    guard text.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil,
      text.count <= ImportShelf.longestName
    else {
      throw ExchangeError.badBankName(text)
    }
    return text
  }

  /// Adds questions to a bank; it is as it was unless all of them come in.
  ///
  /// - Throws: ``ExchangeError``, ``ClassFileError`` or what the bank's own check throws.
  func add(_ items: [PortableItem], to name: String, title: String?) throws -> Report {
    let place = folder.appendingPathComponent(name)
    bringBack(place)
    let isThere = FileManager.default.fileExists(atPath: place.path)
    if !isThere { try refuseForeign(name) }
    var bank = try isThere ? existing(at: place, name: name) : made(name, title: title)
    let addition = bank.add(items)
    let draft = folder.appendingPathComponent(".\(name)-\(environment.makeUUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: draft) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      if isThere { try FileManager.default.copyItem(at: place, to: draft) }
    } catch {
      throw ClassFileError.unwritable(path: folder.path, reason: TeacherFile.reason(of: error))
    }
    for (path, bytes) in bank.files.sorted(by: { $0.key < $1.key }) {
      let file = draft.appendingPathComponent(path)
      try? FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try TeacherFile.write(bytes, to: file)
    }
    let barred = try barred(in: draft)
    try replace(place, with: draft, isThere: isThere)
    return Report(addition: addition, barred: barred)
  }

  /// A bank of that name elsewhere would be hidden by the new one, or hide it.
  private func refuseForeign(_ name: String) throws {
    let shelf = BankShelf(
      explicit: nil,
      environment: environment.variables,
      executable: environment.executable
    )
    if (try? shelf.folder(of: name)) != nil { throw ExchangeError.notForImports(bank: name) }
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

  private func made(_ name: String, title: String?) -> AuthoredBankFiles {
    AuthoredBankFiles(
      AuthoredHeading(
        id: environment.makeUUID(),
        name: name,
        title: title ?? name,
        version: "1.0.0",
        asOf: PartialDate(environment.now()).description
      )
    )
  }

  /// Opens a bank as a player would, and tries its questions out.
  private func barred(in draft: URL) throws -> Int {
    let opener = BankOpener(cache: nil, version: programVersion)
    let bank = try opener.openFresh(BankFolder(draft), reversed: false)
    let filter = try ItemFilter(bank: bank, topics: [], templates: [], fact: nil)
    guard filter.templates.reduce(0, { $0 + bank.factCounts[$1] }) <= ImportShelf.triedOut else {
      return 0
    }
    let generator = try ItemGenerator(bank: bank)
    var barred = 0
    try filter.forEachFact { fact throws(BankError) in
      for form in [Form.multipleChoice, .trueFalse] {
        if try generator.item(for: fact, form: form, optionCount: 3, seed: 1) != nil {
          return true
        }
      }
      barred += 1
      return true
    }
    return barred
  }

  /// Where a bank stands between the two steps in which it is replaced.
  private func waiting(_ place: URL) -> URL {
    folder.appendingPathComponent(".\(place.lastPathComponent)-before")
  }

  /// Puts a bank back that was left between the two steps, when the machine went down there.
  private func bringBack(_ place: URL) {
    guard !FileManager.default.fileExists(atPath: place.path) else { return }
    rename(waiting(place).path, place.path)
  }

  private func replace(_ place: URL, with draft: URL, isThere: Bool) throws {
    func failure() -> ClassFileError {
      ClassFileError.unwritable(path: place.path, reason: String(cString: strerror(errno)))
    }
    guard isThere else {
      if rename(draft.path, place.path) != 0 { throw failure() }
      return
    }
    let old = waiting(place)
    try? FileManager.default.removeItem(at: old)
    guard rename(place.path, old.path) == 0 else { throw failure() }
    guard rename(draft.path, place.path) == 0 else {
      let error = failure()
      rename(old.path, place.path)
      throw error
    }
    try? FileManager.default.removeItem(at: old)
  }
}
