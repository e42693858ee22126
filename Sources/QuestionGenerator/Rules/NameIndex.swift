import QuestionBank
import QuizModel

/// The names in a bank, by what they say.
struct NameIndex {
  /// The ids that bear a folded name, its article left out.
  private let ids: [FoldedText: Set<String>]
  /// Names that take an article in running text, without it and not folded.
  let articled: [FoldedText]

  init(bank: QuestionBank) throws(BankError) {
    var ids: [FoldedText: Set<String>] = [:]
    var articled: Set<String> = []
    for (name, id) in try bank.allNames() {
      ids[NameIndex.bare(FoldedText(name)), default: []].insert(id)
      if name.hasPrefix("the ") { articled.insert(String(name.dropFirst(4))) }
    }
    self.ids = ids
    self.articled = articled.sorted { $0.precedesInBytes($1) }.map { FoldedText(exactly: $0) }
  }

  /// The ids of a folded name, with or without its article.
  func ids(of name: FoldedText) -> Set<String> {
    ids[NameIndex.bare(name)] ?? []
  }

  private static func bare(_ name: FoldedText) -> FoldedText {
    name.bytes.starts(with: Array("the ".utf8))
      ? FoldedText(exactly: String(decoding: name.bytes.dropFirst(4), as: UTF8.self)) : name
  }
}
