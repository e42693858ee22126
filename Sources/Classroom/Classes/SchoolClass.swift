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
    case id, name, usesPseudonyms, pupils, former, nextNumber
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
      let pupil = former.remove(at: back)
      pupils.append(pupil)
      pupils.sort { $0.number < $1.number }
      return pupil
    }
    let pupil = Pupil(id: id, number: nextNumber, name: clean)
    pupils.append(pupil)
    nextNumber += 1
    return pupil
  }

  /// Takes somebody off the list; the number is not given to anybody else.
  package mutating func remove(_ pupil: Pupil) {
    guard let place = pupils.firstIndex(where: { $0.id == pupil.id }) else { return }
    former.append(pupils.remove(at: place))
  }

  /// Strikes out that somebody was ever in the class.
  package mutating func forget(_ pupil: Pupil) {
    pupils.removeAll { $0.id == pupil.id }
    former.removeAll { $0.id == pupil.id }
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
  /// - Throws: ``RosterProblem/unknown(_:)``.
  package func pupil(_ text: String) throws(RosterProblem) -> Pupil {
    let wanted = Folding.folded(LearnerName.sanitised(text))
    if let number = Int(wanted), let pupil = pupils.first(where: { $0.number == number }) {
      return pupil
    }
    if let whole = pupils.first(where: { Folding.folded($0.name) == wanted }) { return whole }
    throw .unknown(text)
  }

  /// The pupil whom a text names; the beginning of a name does where it is the only one.
  ///
  /// For what a person types, who sees at once who was taken for whom; not for files.
  ///
  /// - Throws: ``RosterProblem/unknown(_:)`` or ``RosterProblem/ambiguous(_:_:)``.
  package func pupil(beginning text: String) throws(RosterProblem) -> Pupil {
    if let pupil = try? pupil(text) { return pupil }
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
