package import QuestionBank
import QuizModel

/// The files of a bank of authored items: its description and its two tables.
///
/// A question keeps its id over all imports, so that what learners know of it is kept; see
/// ``KnownQuestions``. The bank has no place for what is said of the options of a statement, nor of a right
/// option where there is an explanation.
package struct AuthoredBankFiles: Hashable, Sendable {
  /// The topics, in the order in which they are shown.
  package private(set) var topics: [Topic]

  var description: [UInt8]
  var items: AuthoredTable
  var options: AuthoredTable
  let itemsPath: String
  let optionsPath: String

  /// What adding items did.
  package struct Addition: Hashable, Sendable {
    /// The ids of the items that are new, in the file's order.
    package var added: [String] = []
    /// The items that took the place of what the bank held of them, in the file's order.
    package var replaced: [Replacement] = []
    /// The stems of items that stood in the file before, which were passed over.
    package var repeated: [String] = []

    /// An item that took the place of another.
    package struct Replacement: Hashable, Sendable {
      /// The id of both.
      package let id: String
      /// The stem before.
      package let before: String
      /// The stem now.
      package let now: String
    }
  }

  /// A bank without items.
  package init(_ heading: AuthoredHeading) {
    description = Array(AuthoredPackage.text(heading).utf8)
    topics = []
    items = AuthoredTable(header: AuthoredBankFiles.itemColumns)
    options = AuthoredTable(header: AuthoredBankFiles.optionColumns)
    itemsPath = "data/items.csv"
    optionsPath = "data/options.csv"
  }

  init(
    topics: [Topic],
    description: [UInt8],
    items: (path: String, table: AuthoredTable),
    options: (path: String, table: AuthoredTable)
  ) {
    self.topics = topics
    self.description = description
    self.items = items.table
    self.options = options.table
    itemsPath = items.path
    optionsPath = options.path
  }

  static let itemColumns = ["id", "topic", "stem", "kind", "key", "explanation", "sources"]
  static let optionColumns = ["item", "text", "why"]

  /// The files' bytes by path in the bank's folder.
  package var files: [String: [UInt8]] {
    [
      AuthoredPackage.file: description, itemsPath: items.bytes, optionsPath: options.bytes,
    ]
  }

  /// Adds the items of one file, and their topics.
  ///
  /// - Parameter imported: A question that is there already is replaced; where the file says nothing
  ///   of its topic, its explanation, its sources or an option, what the bank says stays. An item
  ///   without a right option is passed over.
  /// - Returns: What was added and what replaced.
  @discardableResult
  package mutating func add(_ imported: [PortableItem]) -> Addition {
    var addition = Addition()
    var seen: Set<QuestionIdentity.Whole> = []
    let asked = imported.map(\.cleaned).filter { $0.options.indices.contains($0.key) }
      .map { KnownQuestions.Asked($0) }
      .filter { question in
        let isFirst = seen.insert(QuestionIdentity.Whole(question)).inserted
        if !isFirst { addition.repeated.append(question.item.stem) }
        return isFirst
      }
    let ids = KnownQuestions(items: items, options: options).ids(of: asked)
    var places: [String: Int] = [:]
    for (place, row) in items.rows.enumerated() { places[items.cell("id", in: row)] = place }
    let reasons = self.reasons()
    var wrongOptions: [String: [[String]]] = [:]
    var shelf = TopicShelf(topics)
    for (question, id) in zip(asked, ids) {
      let item = question.item
      let old = places[id].map { items.rows[$0] }
      var cells = AuthoredText.cells(of: item) { column in
        old.map { items.cell(column, in: $0) } ?? ""
      }
      cells["id"] = id
      if old == nil || !item.topic.isEmpty { cells["topic"] = shelf.id(titled: item.topic) }
      let row = items.row(cells, replacing: old)
      if let place = places[id] {
        addition.replaced.append(
          Addition.Replacement(
            id: id,
            before: items.cell("stem", in: items.rows[place]),
            now: item.stem
          )
        )
        items.rows[place] = row
      } else {
        addition.added.append(id)
        places[id] = items.rows.count
        items.rows.append(row)
      }
      wrongOptions[id] = rows(ofWrongOptionsOf: item, id: id, reasons: reasons[id] ?? [:])
    }
    replaceOptions(wrongOptions)
    add(shelf.topics.filter { !topics.contains($0) })
    return addition
  }

  /// Shows further topics behind those that there are.
  mutating func add(_ more: [Topic]) {
    guard !more.isEmpty else { return }
    topics += more
    description = JSONProperty.set(
      AuthoredPackage.topicsKey,
      to: AuthoredPackage.text(of: topics),
      in: description
    )
  }

  /// What the bank says of the wrong options of each item.
  private func reasons() -> [String: [Likeness: String]] {
    var reasons: [String: [Likeness: String]] = [:]
    for row in options.rows {
      let text = Likeness(of: options.cell("text", in: row))
      reasons[options.cell("item", in: row), default: [:]][text] = options.cell("why", in: row)
    }
    return reasons
  }

  private func rows(
    ofWrongOptionsOf item: PortableItem,
    id: String,
    reasons: [Likeness: String]
  ) -> [[String]] {
    guard item.form == .multipleChoice else { return [] }
    return item.options.indices.filter { $0 != item.key }.map { place in
      let option = item.options[place]
      let why = option.why.isEmpty ? reasons[Likeness(of: option.text)] ?? "" : option.why
      return options.row(["item": id, "text": option.text, "why": why])
    }
  }

  /// Puts the options of replaced items where the old ones stood, and those of new ones last.
  private mutating func replaceOptions(_ rowsByItem: [String: [[String]]]) {
    var waiting = rowsByItem
    var rows: [[String]] = []
    for row in options.rows {
      let id = options.cell("item", in: row)
      if rowsByItem[id] == nil {
        rows.append(row)
      } else if let new = waiting.removeValue(forKey: id) {
        rows += new
      }
    }
    for row in items.rows {
      rows += waiting.removeValue(forKey: items.cell("id", in: row)) ?? []
    }
    options.rows = rows
  }
}
