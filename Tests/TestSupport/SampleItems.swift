package import QuizModel

extension Item {
  /// A multiple-choice item for tests, with its options in order and the key at a place.
  ///
  /// `whys` says what is true of each option; without it that is a sentence with the option's text.
  package static func sampleChoice(
    _ options: [String] = ["Cuba", "Sweden", "Guinea"],
    key: Int = 2,
    stem: String = "Which of these established diplomatic relations with the DPRK first?",
    explanation: String = "Guinea established relations on 8 October 1958.",
    whys: [String]? = nil,
    row: String = "gin",
    topic: String = "when-they-began",
    difficulty: Int = 0,
    changes: Bool = false,
    asOf: String = "2026-10",
    seed: UInt64 = 7,
    sources: [Source] = [.sample]
  ) -> Item {
    let choices = options.enumerated().map { place, text in
      ItemOption(
        text: text,
        answerID: "id-\(place)",
        why: place == key ? "" : whys?[place] ?? "\(text) did so later.",
        evidence: "relations/\(place)"
      )
    }
    return Item(
      id: ItemID(
        template: "established-first",
        row: row,
        form: .multipleChoice,
        optionCount: options.count,
        seed: seed
      ),
      bank: "dprk-relations",
      bankVersion: "1.0.0",
      fact: FactID(family: "established", row: row),
      topic: topic,
      kind: "state",
      stem: stem,
      options: choices,
      key: key,
      answer: options[key],
      explanation: explanation,
      sources: sources,
      asOf: asOf,
      confidence: .high,
      about: [row],
      changes: changes,
      difficulty: difficulty,
      map: nil
    )
  }

  /// A typed item for tests: a state, in a bank that knows some names.
  package static func sampleTyped(
    _ spellings: [String] = ["the Soviet Union", "USSR"],
    id: String = "sun",
    others: [(name: String, id: String)] = [
      ("Sweden", "swe"), ("Guinea", "gin"), ("Guinea-Bissau", "gnb"), ("Zambia", "zmb"),
      ("the Gambia", "gmb"), ("Dominica", "dma"), ("Dominican Republic", "dom"),
      ("Slovakia", "svk"),
      ("Slovenia", "svn"), ("Hint", "hint"),
    ],
    stem: String = "Which state was the first to establish relations with the DPRK?",
    row: String = "sun",
    seed: UInt64 = 9
  ) -> Item {
    let names = others + spellings.map { ($0, id) }
    let answer = spellings.first ?? ""
    return typedItem(
      stem: stem,
      answer: answer,
      key: TypedKey(
        answerID: id,
        spellings: spellings,
        names: NameBook(names),
        wrongAnswers: [
          ItemOption(
            text: "Sweden",
            answerID: "swe",
            why: "Sweden did so in 1973.",
            evidence: "relations/swe"
          )
        ]
      ),
      explanation: "The first state to establish relations with the DPRK was \(answer).",
      kind: "state",
      row: row,
      seed: seed
    )
  }

  /// A typed item for tests: a year.
  package static func sampleTypedYear(
    _ year: String = "1958",
    row: String = "gin",
    seed: UInt64 = 10
  ) -> Item {
    typedItem(
      stem: "In which year did Guinea and the DPRK establish diplomatic relations?",
      answer: year,
      key: TypedKey(answerID: year, spellings: [year], names: nil, wrongAnswers: []),
      explanation: "Guinea and the DPRK established diplomatic relations on 8 October \(year).",
      kind: "year",
      row: row,
      seed: seed
    )
  }

  private static func typedItem(
    stem: String,
    answer: String,
    key: TypedKey,
    explanation: String,
    kind: String,
    row: String,
    seed: UInt64
  ) -> Item {
    Item(
      id: ItemID(template: "sample", row: row, form: .typed, optionCount: 0, seed: seed),
      bank: "dprk-relations",
      bankVersion: "1.0.0",
      fact: FactID(family: "established", row: row),
      topic: "when-they-began",
      kind: kind,
      stem: stem,
      options: [
        ItemOption(text: answer, answerID: key.answerID, why: "", evidence: "relations/\(row)")
      ],
      key: 0,
      answer: answer,
      explanation: explanation,
      sources: [.sample],
      asOf: "2026-10",
      confidence: .high,
      about: [row],
      changes: false,
      difficulty: 0,
      map: nil,
      typed: key
    )
  }

  /// A true/false item for tests, whose statement holds or not.
  package static func sampleStatement(
    _ truth: Bool,
    stem: String = "Guinea and the DPRK established diplomatic relations in 1975.",
    explanation: String = "Guinea and the DPRK established diplomatic relations in 1958.",
    why: String = "Mozambique did so in 1975.",
    row: String = "gin",
    topic: String = "when-they-began",
    difficulty: Int = 0,
    changes: Bool = false,
    asOf: String = "2026-10",
    seed: UInt64 = 8,
    sources: [Source] = [.sample]
  ) -> Item {
    Item(
      id: ItemID(
        template: "established-year",
        row: row,
        form: .trueFalse,
        optionCount: 2,
        seed: seed
      ),
      bank: "dprk-relations",
      bankVersion: "1.0.0",
      fact: FactID(family: "established", row: row),
      topic: topic,
      kind: "year",
      stem: stem,
      options: [
        ItemOption(text: "True", answerID: "true", why: why, evidence: "relations/1"),
        ItemOption(text: "False", answerID: "false", why: explanation, evidence: "relations/0"),
      ],
      key: truth ? 0 : 1,
      answer: "1958",
      explanation: explanation,
      sources: sources,
      asOf: asOf,
      confidence: .high,
      about: [row],
      changes: changes,
      difficulty: difficulty,
      map: nil
    )
  }
}

extension Source {
  /// A source for tests.
  package static let sample = Source(
    id: "list2018",
    title: "List of states with relations with the DPRK",
    publisher: "Chinese Wikipedia",
    date: "2018-02-02",
    url: "https://example.org/list"
  )

  /// Another, without publisher or date.
  package static let bare = Source(
    id: "note",
    title: "A note",
    publisher: "",
    date: "",
    url: "https://example.org/note"
  )

  /// The words of somebody, of which nothing else is known.
  package static let words = Source(id: "author", title: "author", publisher: "", date: "", url: "")
}
