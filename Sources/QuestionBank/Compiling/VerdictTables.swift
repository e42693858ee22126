import GRDB
import QuizModel

/// Keeps in the compiled bank what was worked out of its items, so that a game starts without it.
enum VerdictTables {
  /// Makes the tables, empty.
  static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE attache_statements (
          template INTEGER, subject TEXT, position INTEGER, answer_id TEXT,
          PRIMARY KEY (template, subject, position, answer_id)) STRICT;
        CREATE TABLE attache_barred (
          template INTEGER, form TEXT, rule INTEGER, reason TEXT,
          PRIMARY KEY (template, form, rule)) STRICT, WITHOUT ROWID
        """
    )
  }

  /// Writes verdicts into empty tables.
  static func write(_ verdicts: BankVerdicts, into database: Database) throws {
    try database.inTransaction {
      for entry in verdicts.statements {
        try database.execute(
          sql: "INSERT INTO attache_statements VALUES (?, ?, ?, ?)",
          arguments: [
            entry.template, entry.subject.description, entry.position, entry.shown ?? "",
          ]
        )
      }
      for form in verdicts.barred {
        try database.execute(
          sql: "INSERT INTO attache_barred VALUES (?, ?, ?, ?)",
          arguments: [form.template, form.form.rawValue, form.rule, form.reason]
        )
      }
      return .commit
    }
  }

  /// Reads the statements of a template back, by the bytes of their subjects.
  static func statements(of template: Int, from database: Database) throws -> [SubjectStatement] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT subject, position, answer_id FROM attache_statements WHERE template = ?
        ORDER BY subject, position, answer_id
        """,
      arguments: [template]
    ).compactMap { row in
      FactID(row.text("subject")).map { subject in
        let shown = row.text("answer_id")
        return SubjectStatement(
          template: template,
          subject: subject,
          position: row["position"],
          shown: shown.isEmpty ? nil : shown
        )
      }
    }
  }

  /// Reads back what is barred.
  static func barred(from database: Database) throws -> [BarredForm] {
    try Row.fetchAll(database, sql: "SELECT * FROM attache_barred ORDER BY template, form, rule")
      .compactMap { row in
        Form(rawValue: row.text("form")).map { form in
          BarredForm(
            template: row["template"],
            form: form,
            rule: row["rule"],
            reason: row.text("reason")
          )
        }
      }
  }
}
