import Foundation
import GRDB
import GRDBSQLite
import QuizModel

/// A collection of Anki that holds notes never studied, as the bytes of an SQLite database.
struct AnkiCollection {
  /// Where a deck stands that every collection has.
  private static let defaultDeck: Int64 = 1

  private let notes: [AnkiNote]
  private let moment: Instant
  private let decks: AnkiDecks

  /// A collection to be written.
  ///
  /// - Parameters:
  ///   - notes: In the order in which they are to be shown first.
  ///   - decks: Where their cards go.
  ///   - moment: When they were written.
  init(notes: [AnkiNote], decks: AnkiDecks, moment: Instant) {
    self.notes = notes
    self.decks = decks
    self.moment = moment
  }

  /// The database as a file holds it.
  ///
  /// - Throws: ``PackageError/database(code:message:)``.
  func bytes() throws(PackageError) -> [UInt8] {
    do {
      let queue = try DatabaseQueue()
      try queue.inDatabase { try $0.execute(sql: AnkiSchema.statements) }
      try queue.write { database in
        try writeCollection(to: database)
        for (place, note) in notes.enumerated() { try write(note, place: place, to: database) }
      }
      return try queue.inDatabase { try AnkiCollection.serialized($0) }
    } catch let error as PackageError {
      throw error
    } catch let error as DatabaseError {
      throw .database(
        code: error.extendedResultCode.rawValue,
        message: error.message ?? String(describing: error.extendedResultCode)
      )
    } catch {
      throw .database(code: SQLITE_ERROR, message: String(describing: error))
    }
  }

  private var seconds: Int64 { moment.milliseconds / 1000 }

  private func writeCollection(to database: Database) throws {
    let defaultDeck = AnkiDeckRecord(id: AnkiCollection.defaultDeck, name: "Default", mod: 0)
    let decks = [defaultDeck] + decks.records(changed: seconds)
    try database.execute(
      sql: """
        INSERT INTO col
          (id, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags)
        VALUES (1, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, '{}')
        """,
      arguments: [
        AnkiNote.firstNumber / 1000,
        moment.milliseconds,
        AnkiNoteType.changed * 1000,
        AnkiSchema.version,
        try AnkiCollection.json(AnkiSettingsRecord(nextPos: notes.count + 1)),
        try AnkiCollection.json([String(AnkiNoteType.id): AnkiNoteType.record]),
        try AnkiCollection.json(
          Dictionary(decks.map { (String($0.id), $0) }, uniquingKeysWith: { first, _ in first })
        ),
        try AnkiCollection.json([String(AnkiOptionsRecord().id): AnkiOptionsRecord()]),
      ]
    )
  }

  private func write(_ note: AnkiNote, place: Int, to database: Database) throws {
    // The checksum finds notes of the same question in a collection. Whoever imports a note reckons
    // it anew from the field; 0 is what it cannot rely on.
    try database.execute(
      sql: """
        INSERT INTO notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data)
        VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')
        """,
      arguments: [
        note.number, note.guid, AnkiNoteType.id, seconds, note.tags, note.fields, note.sortText,
      ]
    )
    try database.execute(
      sql: """
        INSERT INTO cards
          (id, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, left, odue,
           odid, flags, data)
        VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')
        """,
      arguments: [note.number, note.number, decks.number(for: note.topic), seconds, place + 1]
    )
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func serialized(_ database: Database) throws(PackageError) -> [UInt8] {
    var length: sqlite3_int64 = 0
    guard let bytes = sqlite3_serialize(database.sqliteConnection, "main", &length, 0) else {
      throw .database(code: SQLITE_NOMEM, message: "no memory for a collection")
    }
    defer { sqlite3_free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(length)))
  }
}
