import Foundation
import Testing

/// Reads the import lines of every target and holds them against the table of the design.
@Suite struct ImportTests {
  /// What each target may import of the project's own and of libraries.
  private static let allowed: [String: Set<String>] = [
    "attache": ["AttacheCLI"],
    "AttacheCLI": [
      "TerminalUI", "LineEditing", "ScoreStore", "GameSession", "QuestionGenerator",
      "QuestionBank", "LearningModel", "Study", "QuizModel", "ArgumentParser", "Classroom",
      "Exchange", "ItemStatistics", "DurableFiles",
    ],
    "Exchange": [
      "QuizModel", "QuestionBank", "Classroom", "ItemStatistics", "CZipShim", "GRDB",
      "GRDBSQLite",
    ],
    "Classroom": [
      "QuizModel", "QuestionBank", "QuestionGenerator", "GameSession", "ItemStatistics",
    ],
    "ItemStatistics": [],
    "TerminalUI": ["QuizModel", "GameSession", "Study", "Classroom", "ItemStatistics"],
    "Study": ["QuizModel", "QuestionBank", "QuestionGenerator", "LearningModel"],
    "LineEditing": ["CReadlineShim"],
    "LearningModel": ["QuizModel"],
    "ScoreStore": ["QuizModel", "DurableFiles", "SystemPackage", "GRDB", "GRDBSQLite"],
    "DurableFiles": ["CDiskShim", "SystemPackage"],
    "GameSession": ["QuizModel", "QuestionGenerator"],
    "QuestionGenerator": ["QuizModel", "QuestionBank"],
    "QuestionBank": ["QuizModel", "GRDB", "GRDBSQLite", "Yams"],
    "QuizModel": [],
    "attache-bench": [
      "AttacheCLI", "ScoreStore", "QuestionGenerator", "QuestionBank", "LearningModel", "QuizModel",
      "Study", "GameSession", "Classroom", "Exchange", "ItemStatistics",
    ],
  ]

  /// Modules of the system, which any target at the edge may import.
  private static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "FoundationXML", "Glibc", "Dispatch", "Synchronization",
  ]

  private static let sources: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("Sources")
  }()

  @Test func everyTargetImportsOnlyWhatStandsBelowIt() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path).sorted()
    let shims: Set = ["CReadlineShim", "CZipShim", "CDiskShim"]
    #expect(Set(names).subtracting(shims).isSubset(of: Set(Self.allowed.keys)))
    var read = 0
    for name in names where !shims.contains(name) {
      let allowed = try #require(Self.allowed[name]).union(Self.system)
      for (file, modules) in try Self.imports(of: name) {
        read += 1
        for module in modules {
          #expect(allowed.contains(module), "\(name)/\(file) imports \(module)")
        }
      }
    }
    #expect(read > 50)
  }

  /// What single files of targets without a system need of it all the same.
  private static let needed: [String: Set<String>] = [
    // Logarithms and their like are the C library's.
    "ItemStatistics/Distributions/ElementaryFunctions.swift": ["Glibc"],
    // A memory is kept as JSON, which is a value.
    "Study/Knowing/HistoryReader.swift": ["FoundationEssentials"],
  ]

  @Test func whatDecidesAndWhatIsShownKnowNoSystem() throws {
    for name in ["GameSession", "TerminalUI", "QuestionGenerator", "ItemStatistics", "Study"] {
      for (file, modules) in try Self.imports(of: name) {
        let known = Self.needed["\(name)/\(file)"] ?? []
        #expect(Self.system.isDisjoint(with: modules.subtracting(known)), "\(name)/\(file)")
      }
    }
  }

  @Test func classesTouchNoFile() throws {
    for (file, modules) in try Self.imports(of: "Classroom") {
      // UUIDs and JSON are values; files, clocks and terminals are Foundation's and the C library's.
      let touching = modules.intersection(Self.system).subtracting(["FoundationEssentials"])
      #expect(touching.isEmpty, "Classroom/\(file)")
    }
  }

  private static func imports(of target: String) throws -> [(String, Set<String>)] {
    let folder = sources.appendingPathComponent(target)
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    var result: [(String, Set<String>)] = []
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let modules = text.split(separator: "\n").compactMap { line -> String? in
        let words = line.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1
        else { return nil }
        return words[place + 1]
      }
      result.append((file, Set(modules)))
    }
    return result
  }
}
