import Foundation
import QuizModel

/// Items as JSON, one object a line.
enum ItemLines {
  /// Writes items, their properties in the order of the alphabet.
  ///
  /// - Parameter items: Cleaned.
  /// - Returns: The file, in UTF-8.
  static func bytes(_ items: [PortableItem]) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var result: [UInt8] = []
    for item in items {
      // Texts and numbers alone: nothing here can fail to be encoded.
      guard let line = try? encoder.encode(item) else { continue }
      result.append(contentsOf: line)
      result.append(0x0a)
    }
    return result
  }

  /// Reads items.
  ///
  /// - Throws: ``ImportIssue/malformedJSON``, ``ImportIssue/missingField(name:)`` or
  ///   ``ImportIssue/wrongValue(found:field:)`` with the line.
  static func read(_ text: ImportedText) throws(ImportError) -> ImportedItems {
    let decoder = JSONDecoder()
    var imported = ImportedItems()
    for (number, range) in TextLines(text.bytes) where !range.isEmpty {
      let record: ItemRecord
      do {
        record = try decoder.decode(ItemRecord.self, from: Data(text.bytes[range]))
      } catch DecodingError.keyNotFound(let key, _) {
        throw ImportError(line: number, .missingField(name: key.stringValue))
      } catch {
        throw ImportError(line: number, column: 1, .malformedJSON)
      }
      try imported.take(try record.result(line: number), line: number)
    }
    return imported
  }
}

/// One line as it came: what can be empty may be missing.
private struct ItemRecord: Decodable {
  struct Option: Decodable {
    let text: String?
    let why: String?
  }

  /// The place of the right option; of a statement also whether it holds, as a value or a word.
  enum Key: Decodable {
    case place(Int)
    case word(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let isTrue = try? container.decode(Bool.self) {
        self = .word(isTrue ? "true" : "false")
      } else if let word = try? container.decode(String.self) {
        self = .word(word)
      } else {
        self = .place(try container.decode(Int.self))
      }
    }
  }

  let id: String?
  let topic: String?
  let form: String?
  let stem: String
  let options: [Option]?
  let key: Key
  let explanation: String?
  let sources: [String]?

  func result(line: Int) throws(ImportError) -> Result<PortableItem, LeftOutItem> {
    let options = options ?? []
    var draft = ItemDraft(line: line)
    draft.id = id ?? ""
    draft.topic = topic ?? ""
    draft.stem = stem
    draft.feedback.explanation = explanation ?? ""
    draft.feedback.sources = sources ?? []
    let form = form ?? Form.multipleChoice.rawValue
    let isStatement = form == Form.trueFalse.rawValue
    guard isStatement || form == Form.multipleChoice.rawValue else {
      return draft.leftOut(.otherType(name: PlainText.line(form)))
    }
    draft.options = options.map { option in
      ItemDraft.Option(text: option.text ?? "", why: option.why ?? "", credit: 0)
    }
    switch key {
    case .word(let word) where isStatement: return draft.statement(key: word)
    case .place(let place) where isStatement && (0...1).contains(place):
      return draft.statement(keyPlace: place)
    case .place(let place) where !isStatement && options.indices.contains(place):
      draft.options[place].credit = 1
      return draft.multipleChoice()
    case .place(let place):
      throw ImportError(line: line, .wrongValue(found: "\(place)", field: "key"))
    case .word(let word):
      let found = String(PlainText.line(word).prefix(80))
      throw ImportError(line: line, .wrongValue(found: found, field: "key"))
    }
  }
}
