import QuestionBank
import QuizModel

/// The names in a bank, by what they say.
struct NameIndex {
  /// The ids that bear a folded name.
  private let ids: [String: Set<String>]
  /// Names that take an article in running text, folded and without it, the longest first.
  let articled: [String]

  init(bank: QuestionBank) throws(BankError) {
    var ids: [String: Set<String>] = [:]
    var articled: Set<String> = []
    for (name, id) in try bank.allNames() {
      let folded = Folding.folded(name)
      ids[folded, default: []].insert(id)
      if name.hasPrefix("the ") { articled.insert(String(name.dropFirst(4))) }
    }
    self.ids = ids
    self.articled = articled.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// The ids of a folded name, with and without its article.
  func ids(of folded: String) -> Set<String> {
    let bare = folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
    return ids[folded, default: []].union(ids[bare, default: []]).union(
      ids["the " + bare, default: []])
  }
}
