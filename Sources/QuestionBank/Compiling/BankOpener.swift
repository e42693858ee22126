package import Foundation
import GRDB
import Glibc
import QuizModel

/// Opens a bank: from its compiled copy where there is a fresh one, else from its files.
package struct BankOpener {
  /// How much memory SQLite may take for a bank, in bytes.
  private static let heapLimit = 300_000_000
  /// How many pages of 4 KB a compiled bank may have: 2 GB.
  private static let pageLimit = 500_000

  /// How often a bank is read that changes meanwhile.
  private static let attemptLimit = 5
  /// How much of a bank is held in memory while it is compiled, in kibibytes.
  private static let compilingCache = 120_000

  private let cache: URL?
  private let version: String
  private let progress: (CompilationStep) -> Void
  private var judge: Judge?

  /// Works out of a whole bank what its compiled copy is to hold besides its tables.
  package typealias Judge = (QuestionBank) throws(BankError) -> BankVerdicts

  /// An opener.
  ///
  /// - Parameters:
  ///   - cache: The folder for compiled banks; `nil` compiles in memory.
  ///   - version: What tells this build of the program from others: what another has compiled is
  ///     compiled anew.
  ///   - progress: Told of each step of a compilation.
  package init(
    cache: URL?,
    version: String,
    progress: @escaping (CompilationStep) -> Void = { _ in }
  ) {
    self.cache = cache
    self.version = version
    self.progress = progress
  }

  /// The same opener, with somebody to look at each bank once it is compiled.
  package func judged(by judge: @escaping Judge) -> BankOpener {
    var opener = self
    opener.judge = judge
    return opener
  }

  /// Opens a bank.
  ///
  /// - Throws: ``BankError/broken(bank:problems:)`` with all of its problems.
  package func open(_ folder: BankFolder) throws(BankError) -> QuestionBank {
    guard let cache else { return try openFresh(folder, reversed: false) }
    return try settled(folder) { digest throws(BankError) in
      try open(folder, digest: digest, cache: cache)
    }
  }

  /// Reads a bank again where another process has changed it meanwhile: half of what was read would
  /// be of the old one.
  private func settled(
    _ folder: BankFolder,
    _ read: (String) throws(BankError) -> QuestionBank
  ) throws(BankError) -> QuestionBank {
    var digest = BankFingerprint.hexadecimal(of: folder.url.path, version: version)
    for _ in 1..<BankOpener.attemptLimit {
      var failure: BankError?
      do throws(BankError) {
        let bank = try read(digest)
        if isUnchanged(folder, &digest) { return bank }
      } catch {
        failure = error
      }
      if let failure, isUnchanged(folder, &digest) { throw failure }
    }
    return try read(digest)
  }

  /// Whether a bank is as it was.
  private func isUnchanged(_ folder: BankFolder, _ digest: inout String) -> Bool {
    let before = digest
    digest = BankFingerprint.hexadecimal(of: folder.url.path, version: version)
    return before == digest
  }

  private func open(
    _ folder: BankFolder,
    digest: String,
    cache: URL
  ) throws(BankError) -> QuestionBank {
    let place = cache.appendingPathComponent(
      "\(folder.name)-\(StableHash(of: folder.url.path).hexadecimal)"
    )
    let file = place.appendingPathComponent("\(digest).sqlite")
    if let bank = try? openCompiled(file, of: folder) { return bank }
    do {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    } catch {
      return try openFresh(folder, reversed: false)
    }
    let temporary = place.appendingPathComponent(".\(digest)-\(getpid()).tmp")
    defer { try? FileManager.default.removeItem(at: temporary) }
    try? FileManager.default.removeItem(at: temporary)
    guard let queue = try? makeQueue(path: temporary.path) else {
      return try openFresh(folder, reversed: false)
    }
    try compile(folder, into: queue)
    do {
      try queue.close()
      removeOthers(in: place)
      guard rename(temporary.path, file.path) == 0 else {
        return try openFresh(folder, reversed: false)
      }
      return try openCompiled(file, of: folder)
    } catch let error as BankError {
      throw error
    } catch {
      throw .cache(path: file.path, reason: "\(error)")
    }
  }

  /// Compiles a bank in memory, whatever copies there are.
  ///
  /// - Parameters:
  ///   - folder: The bank.
  ///   - reversed: Whether selects without an order return their rows the other way round, which
  ///     shows whether anything depends on an order that nobody asked for.
  /// - Returns: The bank.
  /// - Throws: ``BankError/broken(bank:problems:)`` with all of its problems.
  package func openFresh(
    _ folder: BankFolder,
    reversed: Bool
  ) throws(BankError) -> QuestionBank {
    try settled(folder) { _ throws(BankError) in try compiled(folder, reversed: reversed) }
  }

  private func compiled(
    _ folder: BankFolder,
    reversed: Bool
  ) throws(BankError) -> QuestionBank {
    do {
      let queue = try makeQueue(path: nil)
      try queue.inDatabase { database in
        try database.execute(sql: "PRAGMA reverse_unordered_selects = \(reversed ? 1 : 0)")
      }
      try compile(folder, into: queue)
      return try QuestionBank(folder: folder, queue: queue)
    } catch let error as BankError {
      throw error
    } catch {
      throw .cache(path: "memory", reason: "\(error)")
    }
  }

  private func compile(_ folder: BankFolder, into queue: DatabaseQueue) throws(BankError) {
    let problems: [BankProblem]
    do {
      problems = try queue.inDatabase { database in
        try database.execute(sql: "PRAGMA hard_heap_limit = \(BankOpener.heapLimit)")
        var compiler = BankCompiler(folder: folder, progress: progress)
        var found: [BankProblem] = []
        try database.inTransaction {
          found = try compiler.compile(into: database)
          return .commit
        }
        return found
      }
    } catch {
      throw .broken(
        bank: folder.name,
        problems: [BankProblem(file: ".", issue: .unreadable(reason: "\(error)"))]
      )
    }
    guard problems.isEmpty else { throw .broken(bank: folder.name, problems: problems) }
    guard let judge else { return }
    do {
      let bank = try QuestionBank(folder: folder, queue: queue)
      defer { bank.leaveConnection() }
      let verdicts = try judge(bank)
      try queue.inDatabase { try VerdictTables.write(verdicts, into: $0) }
    } catch let error as BankError {
      throw error
    } catch {
      throw .cache(path: queue.path, reason: "\(error)")
    }
  }

  private func openCompiled(_ file: URL, of folder: BankFolder) throws -> QuestionBank {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF")
    }
    let queue = try DatabaseQueue(path: file.path, configuration: configuration)
    return try QuestionBank(folder: folder, queue: queue)
  }

  private func makeQueue(path: String?) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      // Nobody reads the file before it is whole, and a torn one is thrown away.
      try database.execute(
        sql: """
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA cache_size = -\(BankOpener.compilingCache);
          PRAGMA max_page_count = \(BankOpener.pageLimit)
          """
      )
    }
    guard let path else { return try DatabaseQueue(configuration: configuration) }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Only the newest copy of a bank is kept.
  private func removeOthers(in place: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    for name in names where name.hasSuffix(".sqlite") {
      try? FileManager.default.removeItem(at: place.appendingPathComponent(name))
    }
  }
}
