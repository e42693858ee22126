import QuizModel

/// A bank of invented lands: sound in every rule, so that whatever a test finds in it is what the
/// test has changed.
package enum LandsBank {
  /// The bank.
  ///
  /// - Parameter count: The number of lands, each of which gives one fact to each template.
  /// - Returns: A bank without any finding.
  package static func blueprint(count: Int) -> BankBlueprint {
    var bank = BankBlueprint()
    var random = SplitMix64(seed: 1_948)
    var names = NameMaker()
    var lands: [[String]] = []
    var openings: [[String]] = []
    for number in 0..<count {
      let id = "l\(number + 1_000)"
      let name = names.next(using: &random)
      let prose = number % 8 == 3 ? "the \(name)" : name
      lands.append([
        id, name, prose, number % 5 == 0 ? "Old \(name)|\(name)land" : "",
        names.next(using: &random), "r\(number % 3)", "\(number)",
      ])
      let year = 1_950 + number * 37 % min(45, max(count, 12))
      let date = "\(year)-0\(1 + random.below(9))-\(10 + random.below(18))"
      openings.append([id, id, date, "high", number % 2 == 0 ? "s1|s2" : "s2", "2026-10"])
    }
    bank.tables = [
      landsTable(lands), openingsTable(openings),
      TableBlueprint(
        name: "sources",
        fields: ["id", "title", "publisher", "date", "url"].map { FieldBlueprint($0) },
        key: ["id"],
        rows: [
          ["s1", "Gazette", "The printer", "2025-03", "https://example.org/1"],
          ["s2", "Almanac", "The binder", "2026-01-02", ""],
        ]
      ),
    ]
    bank.views = views
    bank.templates = [year, land, seat]
    return bank
  }

  private static func landsTable(_ rows: [[String]]) -> TableBlueprint {
    var table = TableBlueprint(
      name: "lands",
      fields: [
        FieldBlueprint("id", ["constraints": #"{"pattern": "^[a-z0-9]+$"}"#]),
        FieldBlueprint("name", ["constraints": #"{"required": true, "unique": true}"#]),
        FieldBlueprint("prose_name"),
        FieldBlueprint("aliases", ["attache:list": #"{"separator": "|"}"#]),
        FieldBlueprint("seat"),
        FieldBlueprint("region", ["constraints": #"{"enum": ["r0", "r1", "r2"]}"#]),
        FieldBlueprint("number", ["type": "\"integer\""]),
      ],
      key: ["id"],
      rows: rows
    )
    table.properties["attache:names"] = #"["name", "prose_name", "aliases"]"#
    return table
  }

  private static func openingsTable(_ rows: [[String]]) -> TableBlueprint {
    var table = TableBlueprint(
      name: "openings",
      fields: [
        FieldBlueprint("id"),
        FieldBlueprint("land"),
        FieldBlueprint("date", ["attache:date": "true"]),
        FieldBlueprint(
          "confidence",
          ["constraints": #"{"enum": ["high", "medium", "contested"]}"#]
        ),
        FieldBlueprint(
          "sources",
          ["attache:list": #"{"separator": "|", "references": "sources"}"#]
        ),
        FieldBlueprint("as_of", ["attache:date": "true"]),
      ],
      key: ["id"],
      rows: rows
    )
    table.schema["foreignKeys"] =
      #"[{"fields": "land", "reference": {"resource": "lands", "fields": "id"}}]"#
    return table
  }

  private static let views = [
    "askable": """
    SELECT 'openings/' || id AS evidence,
      CASE WHEN confidence = 'medium' THEN 'order'
        ELSE CASE length(date) WHEN 10 THEN 'day' WHEN 7 THEN 'month' ELSE 'year' END
      END AS precision
    FROM openings WHERE confidence <> 'contested'
    UNION ALL
    SELECT 'lands/' || id, 'row' FROM lands
    """,
    "opened": """
    SELECT o.id, o.land, d.year, d.phrase, o.date, o.confidence, o.sources, o.as_of,
      l.name, l.prose_name, l.seat, l.region, l.number
    FROM openings o JOIN lands l ON l.id = o.land JOIN dates d ON d.date = o.date
    WHERE o.confidence = 'high'
    """,
  ]

  private static let year = TemplateBlueprint(
    id: "opened-year",
    slots: [
      ("family", "opened"), ("topic", "basics"), ("kind", "year"), ("precision", "year"),
      (
        "facts",
        """
        SELECT id, 'openings/' || id AS evidence, year AS answer, year AS answer_id,
          prose_name AS land, phrase, sources, confidence, as_of, land AS about
        FROM opened
        """
      ),
      (
        "distractors",
        """
        SELECT DISTINCT o.year AS text, o.year AS answer_id,
          :land || ' did so in ' || :answer || ', not in ' || o.year || '.' AS why,
          :evidence AS evidence, abs(o.year - :answer) AS rank
        FROM opened o WHERE o.year <> :answer
        """
      ),
      ("stem", "In which year did {land} open its gates?"),
      ("statement", "{land} opened its gates in {answer}."),
      ("explanation", "{land} opened its gates {phrase}."),
      ("order", "ascending"), ("map", "id"),
    ]
  )

  private static let land = TemplateBlueprint(
    id: "opened-land",
    slots: [
      ("family", "opened"), ("topic", "basics"), ("kind", "land"), ("precision", "year"),
      (
        "facts",
        """
        SELECT id, 'openings/' || id AS evidence, name AS answer, land AS answer_id, year, number,
          prose_name AS land, phrase, sources, confidence, as_of, land AS about
        FROM opened
        """
      ),
      (
        "distractors",
        """
        SELECT o.name AS text, o.land AS answer_id, o.prose_name || ' did so ' || o.phrase || '.' AS why,
          'openings/' || o.id AS evidence, abs(o.number - :number) AS rank
        FROM opened o WHERE o.year <> :year
        """
      ),
      ("stem", "Which of these opened its gates in {year}?"),
      ("explanation", "{land} opened its gates {phrase}."),
    ]
  )

  private static let seat = TemplateBlueprint(
    id: "seat",
    slots: [
      ("family", "seat"), ("topic", "basics"), ("kind", "city"), ("changes", "true"),
      (
        "facts",
        """
        SELECT o.land AS id, 'lands/' || o.land AS evidence, o.seat AS answer, 'seat-' || o.land AS answer_id,
          o.prose_name AS land, o.number, o.region, d.text AS as_of_text, o.sources, o.confidence, o.as_of,
          o.land AS about
        FROM opened o JOIN dates d ON d.date = o.as_of
        """
      ),
      (
        "distractors",
        """
        SELECT l.seat AS text, 'seat-' || l.id AS answer_id, l.seat || ' is in ' || l.prose_name || '.' AS why,
          'lands/' || l.id AS evidence,
          abs(l.number - :number) + CASE WHEN l.region = :region THEN 0 ELSE 1 END AS rank
        FROM lands l WHERE l.id <> :id
        """
      ),
      ("stem", "As of {as_of_text}, which town was the seat of {land}?"),
      ("statement", "As of {as_of_text}, {answer} was the seat of {land}."),
      ("explanation", "{answer} was the seat of {land} as of {as_of_text}."),
    ]
  )
}

/// Makes names that are no words, each once.
private struct NameMaker {
  private var used: Set<String> = []
  private static let heads = ["B", "D", "F", "G", "K", "L", "M", "N", "P", "R", "T", "V", "Z"]
  private static let middles = ["ab", "eb", "od", "um", "ig", "av", "ok", "ur", "ez", "op"]
  private static let tails = ["ia", "or", "una", "esh", "ito", "a", "anda", "um", "elo", "y"]

  mutating func next(using random: inout SplitMix64) -> String {
    while true {
      let name =
        pick(Self.heads, &random) + pick(Self.middles, &random) + pick(Self.middles, &random)
        + (random.below(2) == 0 ? pick(Self.middles, &random) : "") + pick(Self.tails, &random)
      if used.insert(name).inserted { return name }
    }
  }

  private func pick(_ parts: [String], _ random: inout SplitMix64) -> String {
    parts[random.below(parts.count)]
  }
}
