import FoundationEssentials
import GRDB
import QuizModel

/// Reads the answers of learners as a model of memory needs them, in the order of the log.
///
/// Keeps each text that it met, so that a million answers share a few thousand.
struct ReviewReader {
  /// The columns that ``review(in:)`` reads, in this order.
  private static let columns = """
    answered, id, device, sequence, topic, template, fact, form, options_left, is_right,
    is_unanswered, chosen, key, taken, digest, utc_offset
    """

  private let db: Database
  private let now: Instant
  private let statement: RepeatedStatement
  private var labels = Meanings<String>()
  private var facts = Meanings<FactID>()
  private var forms = Meanings<Form>()
  private var devices = Meanings<UUID>()

  /// Works on a connection's present state.
  init(_ db: Database, now: Instant) throws {
    self.db = db
    self.now = now
    statement = try RepeatedStatement(db, sql: "SELECT label FROM labels WHERE number = ?")
  }

  /// Reads the answers of a person that were not taken back, in the order of the log.
  ///
  /// - Parameters:
  ///   - members: All ids of the person, as numbers of labels.
  ///   - bank: The bank's identity.
  ///   - place: Only what stands after it; `nil` for all.
  ///   - body: Takes each.
  /// - Throws: SQLite's error, or what the body throws.
  mutating func forEach(
    of members: [Int64],
    in bank: String,
    after place: RecordPlace?,
    _ body: (Review) throws -> Void
  ) throws {
    guard let bank = try Labels.number(of: bank, in: db) else { return }
    if place == nil { try readAllLabels() }
    let steps = try StatementSteps(
      db,
      sql: """
        SELECT \(ReviewReader.columns) FROM answers
        WHERE learner \(ScoreLog.isOne(of: members)) AND bank = ? AND answered >= ?
          AND NOT is_retracted
        ORDER BY answered
        """,
      arguments: [bank, place?.instant.milliseconds ?? .min]
    )
    // Devices are numbers there, so what came in one millisecond is put in order here.
    var (last, together): (Review?, [Review]) = (nil, [])
    while try steps.next() {
      let review = try review(in: steps)
      if let place, review.place <= place { continue }
      if let earlier = last {
        if earlier.instant == review.instant {
          together.append(earlier)
        } else if together.isEmpty {
          try body(earlier)
        } else {
          try hand(together + [earlier], to: body)
          together = []
        }
      }
      last = review
    }
    if let last { try hand(together + [last], to: body) }
  }

  /// Which answers of a person stand up to a place, that one included.
  ///
  /// - Parameters:
  ///   - members: All ids of the person, as numbers of labels.
  ///   - bank: The bank's identity.
  ///   - end: The place.
  /// - Returns: Without those that were taken back.
  /// - Throws: SQLite's error.
  mutating func taken(
    of members: [Int64],
    in bank: String,
    through end: RecordPlace
  ) throws -> TakenReviews {
    var taken = TakenReviews()
    guard let bank = try Labels.number(of: bank, in: db) else { return taken }
    let steps = try StatementSteps(
      db,
      sql: """
        SELECT answered, id, device, sequence FROM answers
        WHERE learner \(ScoreLog.isOne(of: members)) AND bank = ? AND answered <= ?
          AND NOT is_retracted
        """,
      arguments: [bank, end.instant.milliseconds]
    )
    while try steps.next() {
      let place = try place(in: steps)
      if place <= end { taken.take(place) }
    }
    return taken
  }

  private func hand(_ together: [Review], to body: (Review) throws -> Void) throws {
    for review in together.sorted(by: { $0.place < $1.place }) { try body(review) }
  }

  private mutating func review(in row: StatementSteps) throws -> Review {
    let place = try place(in: row)
    return Review(
      place: place,
      fact: try fact(row.integer(6)),
      template: try label(row.integer(5)),
      topic: try label(row.integer(4)),
      form: try form(row.integer(7)),
      optionsLeft: Int(row.integer(8)),
      isRight: row.integer(9) != 0,
      isUnanswered: row.integer(10) != 0,
      chosen: row.isNull(11) ? nil : try label(row.integer(11)),
      key: try label(row.integer(12)),
      taken: Int(row.integer(13)),
      digest: try label(row.integer(14)),
      utcOffset: Int(row.integer(15)),
      isFromTheFuture: place.instant > now
    )
  }

  private mutating func place(in row: StatementSteps) throws -> RecordPlace {
    RecordPlace(
      instant: Instant(milliseconds: row.integer(0)),
      device: try device(row.integer(2)),
      sequence: row.integer(3),
      id: RecordID(try row.uuid(1))
    )
  }

  /// Reads all labels at once, unless there are so many that most of them will not be met.
  private mutating func readAllLabels() throws {
    let steps = try StatementSteps(
      db,
      sql: "SELECT number, label FROM labels WHERE number < \(Meanings<String>.few)"
    )
    while try steps.next() { labels[steps.integer(0)] = steps.text(1) }
  }

  private mutating func label(_ number: Int64) throws -> String {
    if let label = labels[number] { return label }
    statement.bind(number, at: 1)
    guard let label = try statement.text() else {
      throw ReviewReader.damage("no label \(number)")
    }
    labels[number] = label
    return label
  }

  private mutating func fact(_ number: Int64) throws -> FactID {
    if let fact = facts[number] { return fact }
    guard let fact = FactID(try label(number)) else { throw ReviewReader.damage("no fact") }
    facts[number] = fact
    return fact
  }

  private mutating func form(_ number: Int64) throws -> Form {
    if let form = forms[number] { return form }
    guard let form = Form(rawValue: try label(number)) else { throw ReviewReader.damage("no form") }
    forms[number] = form
    return form
  }

  private mutating func device(_ number: Int64) throws -> UUID {
    if let device = devices[number] { return device }
    let device = try UUID(stored: label(number))
    devices[number] = device
    return device
  }

  private static func damage(_ what: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: what)
  }
}

/// What labels mean, by their number; quicker than a dictionary, since numbers are given in a row.
private struct Meanings<Meaning> {
  /// Numbers beyond it, of which a damaged file may hold any, are looked up in a dictionary.
  private static var limit: Int64 { 1 << 22 }
  /// How many are read in no time.
  static var few: Int64 { 1 << 14 }

  private var near: [Meaning?] = []
  private var far: [Int64: Meaning] = [:]

  subscript(number: Int64) -> Meaning? {
    get {
      if number >= 0, number < near.count { return near[Int(number)] }
      return far[number]
    }
    set {
      guard number >= 0, number < Meanings.limit else {
        far[number] = newValue
        return
      }
      if number >= near.count {
        let count = max(Int(number) + 1, 2 * near.count, 1_024)
        near += [Meaning?](repeating: nil, count: count - near.count)
      }
      near[Int(number)] = newValue
    }
  }
}
