import GRDB

/// The tables of the log, and how a file comes to have them.
///
/// `records`, `device` and `preferences` are the log; every other table only repeats what follows
/// from the records, so that questions are quick, and can be dropped and replayed.
struct LogSchema: Sendable {
  /// The version that a program writes, kept as the file's `user_version`.
  let version: Int
  /// Brings a file to ``version``, each step in a transaction of its own.
  let migrator: DatabaseMigrator

  /// The version of this program.
  static let current = LogSchema(version: 3, migrator: steps)

  /// The first version whose records have checksums.
  static let firstWithChecksums = 3

  /// The kinds that `records_of_learners` holds, as SQL.
  ///
  /// SQLite uses a partial index only for a query that repeats its condition word for word.
  static let learnerKinds =
    "kind IN ('learner-created', 'learner-renamed', 'learners-are-one', 'forgotten', 'plan-set')"

  /// The indexes of `answers` beside its own order, by name.
  static let indexesOfAnswers = [
    "answers_by_record": "CREATE UNIQUE INDEX answers_by_record ON answers (record)",
    "answers_by_session": "CREATE INDEX answers_by_session ON answers (session)",
    "answers_retracted":
      "CREATE INDEX answers_retracted ON answers (record) WHERE is_retracted",
    "answers_by_fact":
      """
    CREATE INDEX answers_by_fact ON answers
      (learner, bank, fact, topic, is_retracted, is_right, points)
    """,
  ]

  private static var steps: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { db in
      try db.execute(sql: records)
      try db.execute(sql: caches)
      try db.execute(sql: "PRAGMA application_id = \(LogHeader.applicationID)")
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("v2") { db in
      for table in ["tallies", "retractions", "answers", "closings", "sessions", "learners"] {
        try db.execute(sql: "DROP TABLE \(table)")
      }
      // The places of one device are looked for by checks alone, which can sort.
      try db.execute(sql: "DROP INDEX records_of_devices")
      try db.execute(sql: LogSchema.labelledCaches)
      try db.execute(sql: LogSchema.flagIndex)
      // Makes the indexes too. Only the last migration that changes these tables has to fill them.
      try LogCaches.rebuild(db, coder: RecordCoder())
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("v3", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: "ALTER TABLE records ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0")
      try StoredRecord.fillChecksums(in: db)
      // What version 2 took for an answer may be outside the ranges that hold now, and of what was
      // right it kept a digest that tells nothing any more.
      try LogCaches.rebuild(db, coder: RecordCoder())
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    return migrator
  }

  // (device, sequence) is not UNIQUE: a home folder copied to a second machine would then make
  // two logs that can never be united. The check reports doubles; the id breaks ties in the order.
  private static let records = """
    CREATE TABLE records (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      device TEXT NOT NULL,
      sequence INTEGER NOT NULL CHECK (sequence > 0),
      instant INTEGER NOT NULL,
      kind TEXT NOT NULL,
      payload TEXT NOT NULL,
      learner TEXT
    ) STRICT;
    CREATE INDEX records_of_devices ON records (device, sequence);
    CREATE INDEX records_of_learners ON records (kind, learner) WHERE \(learnerKinds);
    CREATE TABLE device (
      number INTEGER PRIMARY KEY CHECK (number = 1),
      device TEXT NOT NULL,
      next_sequence INTEGER NOT NULL CHECK (next_sequence > 0)
    ) STRICT;
    CREATE TABLE preferences (
      key TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  private static let caches = """
    CREATE TABLE learners (
      learner TEXT PRIMARY KEY NOT NULL,
      person TEXT NOT NULL,
      name TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sessions (
      session TEXT PRIMARY KEY NOT NULL,
      record INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      learner TEXT NOT NULL,
      opened INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sessions_by_time ON sessions (opened);
    CREATE INDEX sessions_by_record ON sessions (record);
    CREATE TABLE closings (
      record INTEGER PRIMARY KEY REFERENCES records (number) ON DELETE CASCADE,
      session TEXT NOT NULL,
      closed INTEGER NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;
    CREATE INDEX closings_by_session ON closings (session);
    CREATE TABLE answers (
      record INTEGER PRIMARY KEY REFERENCES records (number) ON DELETE CASCADE,
      session TEXT NOT NULL,
      learner TEXT NOT NULL,
      bank TEXT NOT NULL,
      topic TEXT NOT NULL,
      fact TEXT NOT NULL,
      is_right INTEGER NOT NULL,
      points INTEGER NOT NULL,
      answered INTEGER NOT NULL,
      is_retracted INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX answers_by_session ON answers (session);
    CREATE INDEX answers_retracted ON answers (record) WHERE is_retracted;
    CREATE INDEX answers_by_fact ON answers (learner, bank, fact, topic);
    CREATE TABLE retractions (
      record INTEGER PRIMARY KEY REFERENCES records (number) ON DELETE CASCADE,
      answer TEXT NOT NULL,
      learner TEXT NOT NULL
    ) STRICT;
    CREATE INDEX retractions_by_answer ON retractions (answer);
    CREATE TABLE tallies (
      learner TEXT NOT NULL,
      bank TEXT NOT NULL,
      fact TEXT NOT NULL,
      topic TEXT NOT NULL,
      answers INTEGER NOT NULL,
      right_answers INTEGER NOT NULL,
      points INTEGER NOT NULL,
      last_answered INTEGER NOT NULL,
      PRIMARY KEY (learner, bank, fact, topic)
    ) STRICT, WITHOUT ROWID;
    """

  // Flags are few among very many answers.
  private static let flagIndex =
    "CREATE INDEX records_of_flags ON records (learner) WHERE \(flagKind)"

  /// The kind that `records_of_flags` holds, as SQL.
  static let flagKind = "kind = 'flagged'"

  // A log repeats few texts very often: as numbers they make a row of a million answers a tenth as
  // long, and as quick to compare. Answers lie in the order in which memory is replayed.
  private static let labelledCaches = """
    CREATE TABLE labels (
      number INTEGER PRIMARY KEY,
      label TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE sittings (
      number INTEGER PRIMARY KEY,
      label TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE learners (
      learner TEXT PRIMARY KEY NOT NULL,
      number INTEGER NOT NULL UNIQUE,
      person TEXT NOT NULL,
      person_number INTEGER NOT NULL,
      name TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sessions (
      session INTEGER PRIMARY KEY,
      record INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      learner INTEGER NOT NULL,
      opened INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX sessions_by_time ON sessions (opened);
    CREATE INDEX sessions_by_learner ON sessions (learner, opened);
    CREATE INDEX sessions_by_record ON sessions (record);
    CREATE TABLE closings (
      record INTEGER PRIMARY KEY REFERENCES records (number) ON DELETE CASCADE,
      session INTEGER NOT NULL,
      closed INTEGER NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;
    CREATE INDEX closings_by_session ON closings (session);
    CREATE TABLE answers (
      learner INTEGER NOT NULL,
      bank INTEGER NOT NULL,
      answered INTEGER NOT NULL,
      record INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      id BLOB NOT NULL,
      device INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      session INTEGER NOT NULL,
      topic INTEGER NOT NULL,
      template INTEGER NOT NULL,
      fact INTEGER NOT NULL,
      form INTEGER NOT NULL,
      options_left INTEGER NOT NULL,
      is_right INTEGER NOT NULL,
      is_unanswered INTEGER NOT NULL,
      chosen INTEGER,
      key INTEGER NOT NULL,
      taken INTEGER NOT NULL,
      digest INTEGER NOT NULL,
      utc_offset INTEGER NOT NULL,
      points INTEGER NOT NULL,
      is_retracted INTEGER NOT NULL,
      PRIMARY KEY (learner, bank, answered, record)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE retractions (
      record INTEGER PRIMARY KEY REFERENCES records (number) ON DELETE CASCADE,
      answer TEXT NOT NULL,
      learner INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX retractions_by_answer ON retractions (answer);
    CREATE TABLE tallies (
      learner INTEGER NOT NULL,
      bank INTEGER NOT NULL,
      fact INTEGER NOT NULL,
      topic INTEGER NOT NULL,
      answers INTEGER NOT NULL,
      right_answers INTEGER NOT NULL,
      points INTEGER NOT NULL,
      last_answered INTEGER NOT NULL,
      PRIMARY KEY (learner, bank, topic, fact)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE checkpoints (
      number INTEGER PRIMARY KEY,
      person INTEGER NOT NULL,
      bank INTEGER NOT NULL,
      key TEXT NOT NULL,
      instant INTEGER NOT NULL,
      device TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      record TEXT NOT NULL,
      reviews INTEGER NOT NULL,
      sum INTEGER NOT NULL,
      payload BLOB NOT NULL
    ) STRICT;
    CREATE INDEX checkpoints_by_time ON checkpoints (person, bank, instant);
    """
}
