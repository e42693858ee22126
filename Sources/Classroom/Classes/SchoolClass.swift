package import QuizModel

/// A class: a list of pupils, kept in a file of its own beside the log.
package struct SchoolClass: Codable, Hashable, Sendable {
  /// Pupils that a class may have.
  package static let limit = 1000
  /// More numbers than any class gives in its life.
  private static let numberLimit = 1 << 32

  /// Its lasting name.
  package let id: ClassID
  /// What the teacher calls it.
  package let name: String
  /// Whether its pupils go by pseudonyms, whose key another file holds.
  package let usesPseudonyms: Bool
  /// By number.
  package private(set) var pupils: [Pupil]
  /// Who was taken off the list; what they answered is still theirs.
  package private(set) var former: [Pupil]
  /// The number of the next pupil, 1 or more.
  private var nextNumber: Int
  /// Of pupils of whom there is more to know than the lists tell, by id.
  private var histories: [History] = []

  /// How a pupil came to stand where the lists have them, which two machines need to know to unite
  /// theirs.
  private struct History: Codable, Hashable, Sendable {
    let pupil: LearnerID
    /// How often the pupil was taken off the list or put back: even on it, odd off it.
    var moves: Int
    /// The number that was given at first; another machine may have given it to somebody else.
    let firstNumber: Int
  }

  /// A class without pupils.
  package init(id: ClassID, name: String, usesPseudonyms: Bool) {
    self.id = id
    self.name = name
    self.usesPseudonyms = usesPseudonyms
    pupils = []
    former = []
    nextNumber = 1
  }

  private enum CodingKeys: String, CodingKey {
    case id, name, usesPseudonyms, pupils, former, nextNumber, histories
  }

  /// Reads a class; a file may hold any numbers.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(ClassID.self, forKey: .id)
    name = try container.decode(String.self, forKey: .name)
    usesPseudonyms = try container.decode(Bool.self, forKey: .usesPseudonyms)
    pupils = try container.decode([Pupil].self, forKey: .pupils)
    former = try container.decode([Pupil].self, forKey: .former)
    nextNumber = try container.decode(Int.self, forKey: .nextNumber)
    histories = try container.decodeIfPresent([History].self, forKey: .histories) ?? []
    let numbers = everybody.map(\.number)
    guard (1...SchoolClass.numberLimit).contains(nextNumber),
      numbers.allSatisfy((1..<nextNumber).contains), Set(numbers).count == numbers.count
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .nextNumber,
        in: container,
        debugDescription: "The numbers of the list cannot be gone on from."
      )
    }
  }

  /// Writes a class; what follows from the lists is left out, as version 1.0.0 had it.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(name, forKey: .name)
    try container.encode(usesPseudonyms, forKey: .usesPseudonyms)
    try container.encode(pupils, forKey: .pupils)
    try container.encode(former, forKey: .former)
    try container.encode(nextNumber, forKey: .nextNumber)
    if !histories.isEmpty { try container.encode(histories, forKey: .histories) }
  }

  /// Puts somebody on the list; who was on it before comes back with the same number.
  ///
  /// - Parameters:
  ///   - name: As it was typed; what could harm a terminal or a list is dropped.
  ///   - id: A new one.
  /// - Returns: The pupil.
  /// - Throws: ``RosterProblem`` where nothing is left of the name, it is taken, it could be read as
  ///   a number, or the class is full.
  package mutating func add(_ name: String, id: LearnerID) throws(RosterProblem) -> Pupil {
    let clean = LearnerName.sanitised(name)
    guard clean.contains(where: \.isLetter) else { throw .noLetters(name) }
    let folded = Folding.folded(clean)
    if let taken = pupils.first(where: { Folding.folded($0.name) == folded }) {
      throw .taken(taken)
    }
    guard pupils.count < SchoolClass.limit else { throw .full(SchoolClass.limit) }
    if let back = former.firstIndex(where: { Folding.folded($0.name) == folded }) {
      let pupil = former[back]
      move(pupil)
      return pupil
    }
    let pupil = Pupil(id: id, number: nextNumber, name: clean)
    pupils.append(pupil)
    nextNumber += 1
    return pupil
  }

  /// Takes somebody off the list; the number is not given to anybody else.
  package mutating func remove(_ pupil: Pupil) {
    guard pupils.contains(where: { $0.id == pupil.id }) else { return }
    move(pupil)
  }

  /// Takes somebody off the list, or puts them back.
  private mutating func move(_ pupil: Pupil) {
    var entries = entries
    entries[pupil.id]?.history.moves += 1
    arrange(entries)
  }

  private typealias Entries = [LearnerID: (pupil: Pupil, history: History)]

  /// Everybody with their history.
  private var entries: Entries {
    let known = Dictionary(histories.map { ($0.pupil, $0) }) { first, _ in first }
    let on = pupils.map { ($0, 0) }
    let off = former.map { ($0, 1) }
    return Dictionary(
      (on + off).map { pupil, moves in
        let plain = History(pupil: pupil.id, moves: moves, firstNumber: pupil.number)
        return (pupil.id, (pupil, known[pupil.id] ?? plain))
      }
    ) { first, _ in first }
  }

  private mutating func arrange(_ entries: Entries) {
    let all = entries.values.sorted { $0.pupil.number < $1.pupil.number }
    pupils = all.filter { $0.history.moves.isMultiple(of: 2) }.map(\.pupil)
    former = all.filter { !$0.history.moves.isMultiple(of: 2) }.map(\.pupil)
    histories = all.filter { $0.history.moves > 1 || $0.history.firstNumber != $0.pupil.number }
      .map(\.history).sorted { $0.pupil < $1.pupil }
  }

  /// Strikes out that somebody was ever in the class.
  package mutating func forget(_ pupil: Pupil) {
    pupils.removeAll { $0.id == pupil.id }
    former.removeAll { $0.id == pupil.id }
    histories.removeAll { $0.pupil == pupil.id }
  }

  /// The class as two machines have it together, whatever each of them did to it: the same in any
  /// order and any number of times.
  ///
  /// Who was taken off the list or put back more often stands where that machine has them. Of two
  /// who were given one number, on two machines, the one with the lower id keeps it; the other gets
  /// the next that is free.
  ///
  /// - Parameter other: The class of the same id on the other machine.
  /// - Returns: Everybody of both.
  package func united(with other: SchoolClass) -> SchoolClass {
    var entries = entries.merging(other.entries) { own, other in
      let (pupil, history) = own
      return (
        Pupil(id: pupil.id, number: pupil.number, name: min(pupil.name, other.pupil.name)),
        History(
          pupil: pupil.id,
          moves: max(history.moves, other.history.moves),
          firstNumber: min(history.firstNumber, other.history.firstNumber)
        )
      )
    }
    let order = entries.values.map(\.history).sorted {
      ($0.firstNumber, $0.pupil) < ($1.firstNumber, $1.pupil)
    }
    var next = (order.last?.firstNumber ?? 0) + 1
    var taken: Set<Int> = []
    for history in order {
      var number = history.firstNumber
      if !taken.insert(number).inserted {
        number = next
        next += 1
      }
      guard let pupil = entries[history.pupil]?.pupil else { continue }
      entries[history.pupil]?.pupil = Pupil(id: pupil.id, number: number, name: pupil.name)
    }
    var united = SchoolClass(
      id: id,
      name: min(name, other.name),
      usesPseudonyms: usesPseudonyms || other.usesPseudonyms
    )
    united.arrange(entries)
    united.nextNumber = max(nextNumber, other.nextNumber, next)
    return united
  }

  /// The class under another name.
  package func called(_ name: String) -> SchoolClass {
    var renamed = SchoolClass(id: id, name: name, usesPseudonyms: usesPseudonyms)
    (renamed.pupils, renamed.former) = (pupils, former)
    (renamed.nextNumber, renamed.histories) = (nextNumber, histories)
    return renamed
  }

  /// The class as if nobody had been taken off the list.
  package var withFormer: SchoolClass {
    var all = self
    all.pupils = everybody
    return all
  }

  /// Who is or was in the class, by number.
  package var everybody: [Pupil] { (pupils + former).sorted { $0.number < $1.number } }

  /// The pupil whom a text names: by the number on the list, or the whole name.
  ///
  /// - Throws: ``RosterProblem/unknown(_:)`` or ``RosterProblem/ambiguous(_:_:)``.
  package func pupil(_ text: String) throws(RosterProblem) -> Pupil {
    let wanted = Folding.folded(LearnerName.sanitised(text))
    if let number = Int(wanted), let pupil = pupils.first(where: { $0.number == number }) {
      return pupil
    }
    // Two machines may each have put somebody of that name on the list.
    let called = pupils.filter { Folding.folded($0.name) == wanted }
    guard let only = called.first else { throw .unknown(text) }
    guard called.count == 1 else { throw .ambiguous(text, called) }
    return only
  }

  /// The pupil whom a text names; the beginning of a name does where it is the only one.
  ///
  /// For what a person types, who sees at once who was taken for whom; not for files.
  ///
  /// - Throws: ``RosterProblem/unknown(_:)`` or ``RosterProblem/ambiguous(_:_:)``.
  package func pupil(beginning text: String) throws(RosterProblem) -> Pupil {
    do throws(RosterProblem) {
      return try pupil(text)
    } catch {
      guard case .unknown = error else { throw error }
    }
    let wanted = Folding.folded(LearnerName.sanitised(text))
    let begun =
      wanted.isEmpty ? [] : pupils.filter { Folding.folded($0.name).hasPrefix(wanted) }
    guard let first = begun.first else { throw .unknown(text) }
    guard begun.count == 1 else { throw .ambiguous(text, begun) }
    return first
  }
}

/// What is wrong with a name on a class list.
package enum RosterProblem: Error, Hashable, Sendable {
  /// Nothing that reads as a name is left of the text.
  case noLetters(String)
  /// Somebody in the class has the name already.
  case taken(Pupil)
  /// The class has as many pupils as it may have.
  case full(Int)
  /// Nobody in the class is called that.
  case unknown(String)
  /// Several names begin like that.
  case ambiguous(String, [Pupil])
}
