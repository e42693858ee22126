import Foundation
import GRDB
import QuestionBank
import QuizModel
import TestSupport
import Testing

@Suite("The compiled copy of a bank")
struct BankCacheTests {
  /// Counts how often a bank is compiled.
  private final class Compilations {
    var steps: [CompilationStep] = []
  }

  private let scratch: ScratchFolder
  private let folder: BankFolder
  private let compilations = Compilations()

  init() throws {
    scratch = try ScratchFolder()
    folder = BankFolder(try LandsBank.blueprint(count: 6).write(to: scratch))
  }

  private var cache: URL { scratch.url.appendingPathComponent("cache") }

  private func opener(version: String = "1", cache: URL? = nil) -> BankOpener {
    let compilations = compilations
    return BankOpener(cache: cache ?? self.cache, version: version) {
      compilations.steps.append($0)
    }
  }

  /// Opens the bank; returns whether it was compiled for it.
  private func opens(_ opener: BankOpener) throws -> Bool {
    compilations.steps = []
    let bank = try opener.open(folder)
    #expect(bank.templates.map(\.id) == ["opened-land", "opened-year", "seat"])
    #expect(try bank.fact(template: 0, position: 1)?.id.row == "l1000")
    return !compilations.steps.isEmpty
  }

  private func copies() throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: cache.path)
      .filter { $0.hasSuffix(".sqlite") }.map { cache.appendingPathComponent($0) }
  }

  @Test("is read from the second time on")
  func secondOpening() throws {
    #expect(try opens(opener()))
    #expect(
      compilations.steps.contains(.table("lands")) && compilations.steps.contains(.template("seat"))
        && compilations.steps.last == .indexing
    )
    #expect(try !opens(opener()))
    #expect(try copies().count == 1)
    let names = try FileManager.default.subpathsOfDirectory(atPath: cache.path)
    #expect(!names.contains { $0.hasSuffix(".tmp") })
  }

  @Test("says the same as the files")
  func sameAnswers() throws {
    let fresh = try opener().openFresh(folder, reversed: false)
    _ = try opener().open(folder)
    let copy = try opener().open(folder)
    #expect(copy.description == fresh.description)
    #expect(copy.templates == fresh.templates)
    #expect(copy.factCounts == fresh.factCounts)
    for template in copy.templates.indices {
      #expect(try copy.sides(of: template) == fresh.sides(of: template))
      for position in 1...6 {
        let one = try #require(try copy.fact(template: template, position: position))
        let two = try #require(try fresh.fact(template: template, position: position))
        #expect(one.stem == two.stem)
        #expect(try copy.candidates(for: one) == fresh.candidates(for: two))
        #expect(try copy.precision(of: one.evidence) == fresh.precision(of: two.evidence))
      }
    }
  }

  @Test(
    "is made anew when a file has changed",
    arguments: [
      "data/lands.csv", "datapackage.json", "views/opened.sql", "templates/seat.yaml",
    ]
  )
  func changedFile(_ path: String) throws {
    #expect(try opens(opener()))
    let file = folder.url.appendingPathComponent(path)
    let text = try String(contentsOf: file, encoding: .utf8)
    // One more blank line changes nothing but the file.
    try Data((text + "\n").utf8).write(to: file)
    #expect(try opens(opener()))
    #expect(try !opens(opener()))
    #expect(try copies().count == 1, "the older copy is gone")
  }

  @Test("is made anew when a file of the same size and time is put in place of another")
  func replacedFile() throws {
    #expect(try opens(opener()))
    let file = folder.url.appendingPathComponent("data/sources.csv")
    let date = try #require(
      try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date
    )
    let bytes = try Data(contentsOf: file)
    try bytes.write(to: scratch.url.appendingPathComponent("other"))
    try FileManager.default.removeItem(at: file)
    try FileManager.default.moveItem(at: scratch.url.appendingPathComponent("other"), to: file)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
    #expect(try opens(opener()))
  }

  @Test("is made anew when a file comes, goes or is renamed")
  func fileSet() throws {
    #expect(try opens(opener()))
    let extra = folder.url.appendingPathComponent("views/extra.sql")
    try Data("SELECT 1 AS one".utf8).write(to: extra)
    #expect(try opens(opener()))
    try FileManager.default.moveItem(
      at: extra,
      to: folder.url.appendingPathComponent("views/more.sql")
    )
    #expect(try opens(opener()))
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("views/more.sql"))
    #expect(try opens(opener()))
  }

  @Test("is made anew for another version of the program")
  func otherVersion() throws {
    #expect(try opens(opener(version: "1")))
    #expect(try opens(opener(version: "2")))
    #expect(try !opens(opener(version: "2")))
  }

  @Test("of two banks of one name are kept apart")
  func sameName() throws {
    #expect(try opens(opener()))
    let other = BankFolder(
      try LandsBank.blueprint(count: 3).write(to: scratch, name: "elsewhere/sample")
    )
    #expect(try opener().open(other).factCounts == [3, 3, 3])
    #expect(try !opens(opener()))
    #expect(try copies().count == 2)
  }

  enum Damage: String, CaseIterable, Sendable {
    case empty, garbage, truncated, zeroedMiddle, zeroedEnd, otherDatabase, directory, dangling
  }

  @Test("is made anew when it is damaged", arguments: Damage.allCases)
  func damaged(_ damage: Damage) throws {
    #expect(try opens(opener()))
    let copy = try #require(try copies().first)
    let bytes = try Data(contentsOf: copy)
    let files = FileManager.default
    switch damage {
    case .empty: try Data().write(to: copy)
    case .garbage: try Data(repeating: 0x61, count: 10_000).write(to: copy)
    case .truncated: try bytes.prefix(bytes.count / 2).write(to: copy)
    case .zeroedMiddle:
      var damaged = bytes
      for place in 100..<(bytes.count / 2) { damaged[place] = 0 }
      try damaged.write(to: copy)
    case .zeroedEnd:
      let half = bytes.count / 2
      try (bytes.prefix(half) + Data(count: bytes.count - half)).write(to: copy)
    case .otherDatabase:
      try files.removeItem(at: copy)
      try DatabaseQueue(path: copy.path).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    case .directory:
      try files.removeItem(at: copy)
      try files.createDirectory(at: copy, withIntermediateDirectories: true)
    case .dangling:
      try files.removeItem(at: copy)
      try files.createSymbolicLink(
        at: copy,
        withDestinationURL: scratch.url.appendingPathComponent("nowhere")
      )
    }
    #expect(try opens(opener()))
  }

  @Test("is not needed where none can be written", arguments: ["file", "/proc/attache"])
  func unwritable(_ path: String) throws {
    try scratch.write(Data(), to: "file")
    let place =
      path.hasPrefix("/") ? URL(fileURLWithPath: path) : scratch.url.appendingPathComponent(path)
    #expect(try opens(opener(cache: place)))
    #expect(try opens(opener(cache: place)), "compiled in memory each time")
  }

  @Test("is not written for a broken bank")
  func brokenBank() throws {
    let file = folder.url.appendingPathComponent("templates/seat.yaml")
    try Data("id: [".utf8).write(to: file)
    #expect(throws: BankError.self) { try opener().open(folder) }
    #expect(try copies().isEmpty)
    let names = try FileManager.default.subpathsOfDirectory(atPath: cache.path)
    #expect(!names.contains { $0.hasSuffix(".tmp") })
  }

  @Test("cannot be written through")
  func readOnly() throws {
    _ = try opener().open(folder)
    let copy = try #require(try copies().first)
    let before = try Data(contentsOf: copy)
    let bank = try opener().open(folder)
    for position in 1...6 {
      let fact = try #require(try bank.fact(template: 0, position: position))
      _ = try bank.candidates(for: fact)
    }
    #expect(try Data(contentsOf: copy) == before)
  }
}
