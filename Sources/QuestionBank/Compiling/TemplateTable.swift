import GRDB

/// Keeps the templates in the compiled bank, so that a game starts without parsing YAML.
enum TemplateTable {
  /// Writes the templates with the number of facts of each.
  static func write(_ templates: [(Template, Int)], into database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE attache_templates (number INTEGER PRIMARY KEY, count INTEGER, id TEXT UNIQUE,
          family TEXT, topic TEXT, kind TEXT, difficulty INTEGER, changes INTEGER, precision TEXT,
          facts TEXT, distractors TEXT, stem TEXT, statement TEXT, explanation TEXT, "order" TEXT,
          typed INTEGER, map TEXT, subject INTEGER, played INTEGER, file TEXT, lines TEXT) STRICT
        """
    )
    for (number, (template, count)) in templates.enumerated() {
      let lines = template.lines.sorted { $0.key < $1.key }
        .map { "\($0.key)=\($0.value)" }.joined(separator: " ")
      try database.execute(
        sql: """
          INSERT INTO attache_templates VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
            ?, ?)
          """,
        arguments: [
          number, count, template.id, template.family, template.topic, template.kind,
          template.difficulty, template.changes, template.precision.rawValue, template.facts,
          template.distractors, template.stem.source, template.statement?.source,
          template.explanation.source, template.order.rawValue, template.isTyped, template.map,
          template.slotIsSubject, template.isPlayed, template.file, lines,
        ]
      )
    }
  }

  /// Reads them back, by number, each with its number of facts.
  static func read(from database: Database) throws -> [(Template, Int)] {
    try Row.fetchAll(database, sql: "SELECT * FROM attache_templates ORDER BY number").map { row in
      let lines = row.text("lines").split(separator: " ").compactMap { pair in
        let parts = pair.split(separator: "=")
        return parts.count == 2 ? Int(parts[1]).map { (String(parts[0]), $0) } : nil
      }
      let template = Template(
        id: row["id"],
        family: row["family"],
        topic: row["topic"],
        kind: row["kind"],
        difficulty: row["difficulty"],
        changes: row["changes"],
        precision: Precision(rawValue: row["precision"]) ?? .row,
        facts: row["facts"],
        distractors: row["distractors"],
        stem: TextTemplate(row["stem"]),
        statement: (row["statement"] as String?).map(TextTemplate.init),
        explanation: TextTemplate(row["explanation"]),
        slotIsSubject: row["subject"],
        isPlayed: row["played"],
        order: Template.Order(rawValue: row["order"]) ?? .shuffled,
        isTyped: row["typed"],
        map: row["map"],
        file: row["file"],
        lines: Dictionary(lines) { first, _ in first }
      )
      return (template, row["count"])
    }
  }
}
