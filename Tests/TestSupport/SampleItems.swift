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
