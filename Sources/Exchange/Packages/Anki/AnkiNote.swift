import QuizModel

/// An item as a note of Anki, with its one card.
struct AnkiNote {
  /// Where the numbers of notes begin: at 2020-01-01 00:00 UTC, in milliseconds since 1970.
  ///
  /// Anki's own are moments, and it shows them as such.
  static let firstNumber: Int64 = 1_577_836_800_000
  /// How far they spread: over 2³⁷ milliseconds, more than four years.
  private static let numberBits: UInt64 = 37
  /// What parts the fields of a note.
  private static let separator = "\u{1f}"

  /// The name by which Anki knows the note again.
  let guid: String
  /// The number of the note, and of its card.
  let number: Int64
  /// The fields, as one text.
  let fields: String
  /// What Anki sorts by.
  let sortText: String
  /// The tags, as one text.
  let tags: String
  /// The id of the item's topic.
  let topic: String

  /// The notes of items.
  ///
  /// - Parameter items: Each of another name.
  /// - Returns: Notes in the same order, each of another number. A number depends on the item's name
  ///   alone, unless another item of the package has the same one.
  static func all(of items: [PackagedItem]) -> [AnkiNote] {
    var taken: Set<Int64> = []
    var numbers: [UInt64: Int64] = [:]
    for name in items.map(\.name.value).sorted() {
      var number = self.number(of: name)
      while !taken.insert(number).inserted { number += 1 }
      numbers[name] = number
    }
    return items.map { AnkiNote($0, number: numbers[$0.name.value] ?? firstNumber) }
  }

  /// A number in the form of a moment, from a hash.
  static func number(of hash: UInt64) -> Int64 {
    // The upper bits of this hash are the better mixed ones.
    firstNumber + Int64(hash >> (64 - numberBits))
  }

  private init(_ packaged: PackagedItem, number: Int64) {
    let item = packaged.item
    self.number = number
    guid = "attache-\(packaged.name.hexadecimal)"
    topic = item.topic
    fields = [
      AnkiText.field(PackagedText.markup(item.stem)),
      AnkiText.field([AnkiNote.options(of: item)]),
      AnkiText.field(AnkiNote.answer(of: item)),
      AnkiText.field(AnkiNote.explanation(of: item)),
      AnkiText.field(AnkiNote.sources(of: item)),
      AnkiText.field([.text(PackagedText.singleLine(item.id))]),
    ].joined(separator: AnkiNote.separator)
    sortText = PackagedText.singleLine(item.stem)
    let tags = [AnkiText.tag(item.topic), AnkiText.tag(item.form.rawValue)].compactMap(\.self)
    self.tags = " " + tags.joined(separator: " ") + " "
  }

  private static func options(of item: PortableItem) -> Markup {
    .tag("ol", [:], item.options.map { .tag("li", [:], PackagedText.markup($0.text)) })
  }

  private static func answer(of item: PortableItem) -> [Markup] {
    item.options.indices.contains(item.key)
      ? PackagedText.markup(item.options[item.key].text) : []
  }

  private static func explanation(of item: PortableItem) -> [Markup] {
    var result: [Markup] = []
    if !item.explanation.isEmpty {
      result.append(.tag("div", [:], PackagedText.markup(item.explanation)))
    }
    let whys = item.options.filter { !$0.why.isEmpty }
    if !whys.isEmpty {
      result.append(
        .tag(
          "ul",
          [:],
          whys.map { option in
            .tag(
              "li",
              [:],
              [.tag("i", [:], PackagedText.markup(option.text)), ": "]
                + PackagedText.markup(option.why)
            )
          }
        )
      )
    }
    return result
  }

  private static func sources(of item: PortableItem) -> [Markup] {
    guard !item.sources.isEmpty else { return [] }
    return [
      .tag("ul", [:], item.sources.map { .tag("li", text: PackagedText.singleLine($0)) })
    ]
  }
}
