import Exchange
import Foundation
import QuestionBank
import QuizModel
import TestSupport

/// The files of an authored bank in a folder of their own.
struct WrittenFiles {
  let scratch: ScratchFolder
  let folder: BankFolder

  init(_ files: AuthoredBankFiles) throws {
    scratch = try ScratchFolder()
    for (path, bytes) in files.files { try scratch.write(Data(bytes), to: "class/\(path)") }
    folder = BankFolder(scratch.url.appendingPathComponent("class"))
  }

  /// Opens the bank in memory.
  func open() throws(BankError) -> QuestionBank {
    try BankOpener(cache: nil, version: "test").open(folder)
  }

  /// Every fact of the bank by its row.
  func facts() throws -> [String: Fact] {
    let bank = try open()
    var facts: [String: Fact] = [:]
    for (number, count) in bank.factCounts.enumerated() where count > 0 {
      for position in 1...count {
        guard let fact = try bank.fact(template: number, position: position) else { continue }
        facts[fact.id.row] = fact
      }
    }
    return facts
  }
}

extension AuthoredHeading {
  /// A heading for tests.
  static let sample = AuthoredHeading(
    id: UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)),
    name: "class-8b",
    title: "Class \"8b\" \\ rivers",
    version: "1.0.0",
    asOf: "2026-11"
  )
}

extension PortableItem {
  /// A question for tests, whose first option is right.
  static func question(
    _ stem: String = "Which river is the longest?",
    id: String = "longest",
    topic: String = "Rivers of Asia",
    options: [String] = ["Yangtze", "Amur", "Mekong"],
    explanation: String = "The Yangtze is the longest.",
    sources: [String] = ["An atlas, 2024"]
  ) -> PortableItem {
    PortableItem(
      id: id,
      topic: topic,
      form: .multipleChoice,
      stem: stem,
      options: options.map { Option(text: $0, why: "\($0) is a river.") },
      key: 0,
      explanation: explanation,
      sources: sources
    )
  }
}
