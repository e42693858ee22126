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
    let package = Data(files.files["datapackage.json"] ?? [])
    let name =
      try JSONDecoder().decode([String: NameOrOther].self, from: package)["name"]?.text ?? ""
    for (path, bytes) in files.files { try scratch.write(Data(bytes), to: "\(name)/\(path)") }
    folder = BankFolder(scratch.url.appendingPathComponent(name))
  }

  /// Opens the bank in memory.
  func open() throws(BankError) -> QuestionBank {
    try BankOpener(cache: nil, version: "test").open(folder)
  }

  /// A text among values of other kinds.
  private struct NameOrOther: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
      text = try? decoder.singleValueContainer().decode(String.self)
    }
  }

  /// The fact whose row is made of a name.
  func fact(_ name: String) throws -> Fact? {
    let found = try facts().filter { $0.key == name || $0.key.hasPrefix(name + "-") }
    return found.count == 1 ? found.values.first : nil
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
  /// What a bank tells it from other questions by: its type, stem, key and wrong options.
  var whole: [AnyHashable] {
    let wrong = options.indices.filter { $0 != key }.map { Likeness(of: options[$0].text) }
    return [
      form, Likeness(of: stem), Likeness(of: options[key].text),
      form == .trueFalse ? [] : Set(wrong),
    ]
  }

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
