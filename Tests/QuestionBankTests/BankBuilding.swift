import Foundation
import QuestionBank
import TestSupport
import Testing

extension Tag {
  /// Takes seconds.
  @Tag static var slow: Self
}

/// A bank in a folder of its own.
struct WrittenBank {
  let scratch: ScratchFolder
  let folder: BankFolder

  init(_ blueprint: BankBlueprint) throws {
    scratch = try ScratchFolder()
    folder = BankFolder(try blueprint.write(to: scratch))
  }

  /// Opens the bank in memory.
  func open() throws(BankError) -> QuestionBank {
    try BankOpener(cache: nil, version: "test").open(folder)
  }

  /// What is wrong with it; nothing where it opens.
  func problems() -> [BankProblem] {
    do {
      _ = try open()
      return []
    } catch .broken(_, let problems) {
      return problems
    } catch {
      Issue.record("neither opened nor broken: \(error)")
      return []
    }
  }
}

extension BankBlueprint {
  /// What is wrong with the bank.
  func problems() throws -> [BankProblem] {
    try WrittenBank(self).problems()
  }

  /// A bank of one table, `words`, and one template over it.
  static var small: BankBlueprint {
    var bank = BankBlueprint()
    bank.tables = [
      TableBlueprint(
        name: "words",
        fields: [
          FieldBlueprint("id"), FieldBlueprint("text"),
          FieldBlueprint("size", ["type": "\"integer\""]),
        ],
        key: ["id"],
        rows: (1...5).map { ["w\($0)", "word \($0)", "\($0)"] }
      )
    ]
    bank.templates = [
      TemplateBlueprint(
        id: "size",
        slots: [
          ("family", "size"), ("topic", "basics"), ("kind", "number"),
          (
            "facts",
            """
            SELECT id, 'words/' || id AS evidence, size AS answer, size AS answer_id, text,
              'author' AS sources, 'high' AS confidence, id AS about
            FROM words
            """
          ),
          (
            "distractors",
            """
            SELECT w.size AS text, w.size AS answer_id, w.text || ' has it.' AS why,
              'words/' || w.id AS evidence, abs(w.size - :answer) AS rank
            FROM words w WHERE w.id <> :id
            """
          ),
          ("stem", "How large is {text}?"), ("statement", "{text} is {answer} large."),
          ("explanation", "{text} is {answer} large."),
        ]
      )
    ]
    return bank
  }

  /// The small bank with one change.
  static func small(_ change: (inout BankBlueprint) -> Void) -> BankBlueprint {
    var bank = small
    change(&bank)
    return bank
  }
}
