import FoundationEssentials
import GRDB
import QuizModel

/// Who there is, and by what they can be called: names, ids, and the beginnings of ids.
struct LearnerDirectory {
  /// The fewest letters of an id that stand for it.
  private static let shortest = 8

  /// Everybody, by name.
  let everybody: [Learner]
  private let persons: [LearnerID: Learner]
  /// By the small letters of the name of any of their ids, also those that another stands for.
  private let aliases: [String: Set<Learner>]

  /// Reads who there is.
  init(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT own.learner AS own, own.name AS own_name, person.learner, person.name
        FROM learners own
        JOIN learners person ON person.learner = own.person WHERE person.name IS NOT NULL
        """
    )
    var persons: [LearnerID: Learner] = [:]
    var aliases: [String: Set<Learner>] = [:]
    for row in rows {
      let person = try Learner(row: row)
      persons[LearnerID(try UUID(stored: row.required("own")))] = person
      let name: String? = row["own_name"]
      if let name { aliases[name.lowercased(), default: []].insert(person) }
    }
    (self.persons, self.aliases) = (persons, aliases)
    everybody = persons.filter { $0.key == $0.value.id }.map(\.value).sorted {
      $0.name == $1.name ? $0.id < $1.id : $0.name.precedesInBytes($1.name)
    }
  }

  /// The person of an id; `nil` if nobody with a name has it.
  subscript(id: LearnerID) -> Learner? { persons[id] }

  /// The learner of a name, an id, or the beginning of an id that no other has; the case of a name
  /// counts only to tell two apart.
  ///
  /// - Parameters:
  ///   - name: A name or id.
  ///   - isWanted: Who may be meant.
  /// - Returns: The person.
  /// - Throws: `unknownLearner` or `ambiguousLearner`.
  func find(
    _ name: String,
    where isWanted: (Learner) -> Bool = { _ in true }
  ) throws(ScoreStoreError) -> Learner {
    let wanted = LearnerName.sanitised(name)
    let alike = everybody.filter { isWanted($0) && $0.name.lowercased() == wanted.lowercased() }
    let exact = alike.filter { $0.name == wanted }
    var candidates = exact.isEmpty ? alike : exact
    if candidates.isEmpty, let known = aliases[wanted.lowercased()] {
      candidates = everybody.filter { isWanted($0) && known.contains($0) }
    }
    let ids = persons.filter { $0.key.description == wanted.lowercased() && isWanted($0.value) }
    if let person = ids.first?.value { return person }
    if candidates.isEmpty, wanted.utf8.count >= LearnerDirectory.shortest {
      let meant = persons.filter { $0.key.description.hasPrefix(wanted.lowercased()) }
      candidates = everybody.filter { isWanted($0) && meant.values.contains($0) }
    }
    guard let learner = candidates.first else { throw .unknownLearner(name: wanted) }
    guard candidates.count == 1 else {
      throw .ambiguousLearner(name: wanted, candidates: candidates)
    }
    return learner
  }

  /// The beginning of an id, long enough to tell it from those of others; at least eight letters.
  func shortID(of learner: Learner) -> String {
    let id = learner.id.description
    let others = persons.filter { $0.value.id != learner.id }.keys.map(\.description)
    let length = (LearnerDirectory.shortest..<id.count).first { length in
      !others.contains { $0.hasPrefix(id.prefix(length)) }
    }
    return String(id.prefix(length ?? id.count))
  }
}
