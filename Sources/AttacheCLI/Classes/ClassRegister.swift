import Classroom
import Foundation
import QuizModel

/// Changes the lists of classes, and keeps the key of pseudonyms apart from them.
struct ClassRegister {
  /// What came of adding names.
  struct Report {
    /// The class as it is now.
    let schoolClass: SchoolClass
    /// Who is new on the list.
    let added: [Pupil]
    /// Names that were not put on it: their places among those given, and why.
    let refused: [(place: Int, problem: RosterProblem)]
    /// The file that holds the names behind pseudonyms, if any were given.
    let keyFile: String?
  }

  private let environment: Environment
  private let folder: ClassFolder

  /// The register of an environment.
  init(in environment: Environment) throws {
    self.environment = environment
    folder = try ClassFolder(in: environment)
  }

  /// Makes a class.
  ///
  /// - Throws: ``ClassCommandError/classExists(_:)``, or a roster problem where nothing is left of
  ///   the name.
  func make(_ name: String, usesPseudonyms: Bool) throws -> SchoolClass {
    try folder.locked { try made(name, usesPseudonyms: usesPseudonyms) }
  }

  private func made(_ name: String, usesPseudonyms: Bool) throws -> SchoolClass {
    let clean = LearnerName.sanitised(name)
    guard !clean.isEmpty else { throw ClassCommandError.roster(.noLetters(name)) }
    if let taken = try find(clean) { throw ClassCommandError.classExists(taken.name) }
    let made = SchoolClass(
      id: ClassID(environment.makeUUID()),
      name: clean,
      usesPseudonyms: usesPseudonyms
    )
    try folder.save(made)
    return made
  }

  /// Puts names on a list.
  ///
  /// - Parameters:
  ///   - names: As they were typed, or stand in a file.
  ///   - name: The class.
  ///   - key: Where names behind pseudonyms go.
  ///   - making: Whether a class that is not there is made, with pseudonyms or without; `nil` if
  ///     not.
  /// - Returns: What came of it; `nil` where somebody who was asked about the key said no.
  /// - Throws: ``ClassCommandError`` where there is no such class, or its key is elsewhere and nobody
  ///   can be asked; ``ClassFileError``.
  func add(
    _ names: [String],
    to name: String,
    key: KeyFileOptions,
    making: Bool? = nil
  ) throws -> Report? {
    func add(newKey: Bool) throws -> Report {
      try folder.locked {
        try added(names, to: name, keyFile: key.key, newKey: newKey, making: making)
      }
    }
    do {
      return try add(newKey: key.newKey)
    } catch ClassCommandError.keyIsElsewhere(let path, let name) where environment.isInputTerminal {
      environment.tell(ClassWords.asksForKey(path, of: name))
      let answer = YesNoQuestion(reader: try environment.makeReader()).answer()
      if answer == .yes { return try add(newKey: true) }
      environment.say(ClassWords.nobodyAdded)
      guard case .none(let input) = answer else { return nil }
      if let exit = ProgramExit(signalIn: input) { throw exit }
      throw ClassCommandError.keyIsElsewhere(path, className: name)
    }
  }

  private func added(
    _ names: [String],
    to name: String,
    keyFile: String?,
    newKey: Bool,
    making: Bool?
  ) throws -> Report {
    var schoolClass: SchoolClass
    if let usesPseudonyms = making, try find(LearnerName.sanitised(name)) == nil {
      schoolClass = try made(name, usesPseudonyms: usesPseudonyms)
    } else {
      schoolClass = try folder.schoolClass(named: name)
      if making == true, !schoolClass.usesPseudonyms {
        throw ClassCommandError.goesByNames(schoolClass.name)
      }
    }
    let keyFile = try schoolClass.usesPseudonyms ? PseudonymKey(schoolClass, path: keyFile) : nil
    if let keyFile {
      try NamedFiles.refuseDataFolder(URL(fileURLWithPath: keyFile.path), in: environment)
      if !keyFile.isThere, !newKey, !schoolClass.everybody.isEmpty {
        throw ClassCommandError.keyIsElsewhere(keyFile.path, className: schoolClass.name)
      }
    }
    var added: [Pupil] = []
    var refused: [(place: Int, problem: RosterProblem)] = []
    var key: [(pupil: Pupil, name: String)] = []
    var random = SplitMix64(seed: environment.randomSeed())
    let places = Array(names.indices)
    // In the order of the register, numbers would tell who is behind which pseudonym.
    let order = schoolClass.usesPseudonyms ? random.shuffled(places) : places
    let pseudonyms = drawn(names.count, for: schoolClass, using: &random)
    for place in order {
      let name = names[place]
      do throws(RosterProblem) {
        if schoolClass.usesPseudonyms {
          let clean = LearnerName.sanitised(name)
          guard clean.contains(where: \.isLetter) else { throw .noLetters(name) }
          if let known = keyFile?.pupil(clean, in: schoolClass) { throw .taken(known) }
          let pupil = try schoolClass.add(pseudonyms[place], id: LearnerID(environment.makeUUID()))
          key.append((pupil, clean))
          added.append(pupil)
        } else {
          added.append(try schoolClass.add(name, id: LearnerID(environment.makeUUID())))
        }
      } catch {
        refused.append((place, error))
        if case .full = error { break }
      }
    }
    refused.sort { $0.place < $1.place }
    // The key first: a list without it would have lost the names.
    if !key.isEmpty { try keyFile?.add(key) }
    try folder.save(schoolClass)
    return Report(
      schoolClass: schoolClass,
      added: added,
      refused: refused,
      keyFile: key.isEmpty ? nil : keyFile?.path
    )
  }

  /// Takes a pupil off a list.
  func remove(_ text: String, from name: String) throws -> (Pupil, SchoolClass) {
    try folder.locked { try removed(text, from: name) }
  }

  private func removed(_ text: String, from name: String) throws -> (Pupil, SchoolClass) {
    var schoolClass = try folder.schoolClass(named: name)
    let pupil: Pupil
    do throws(RosterProblem) {
      pupil = try schoolClass.pupil(beginning: text)
    } catch {
      throw ClassCommandError.roster(error)
    }
    schoolClass.remove(pupil)
    try folder.save(schoolClass)
    return (pupil, schoolClass)
  }

  private func find(_ name: String) throws -> SchoolClass? {
    let wanted = Folding.folded(name)
    return try folder.classes().first { Folding.folded($0.name) == wanted }
  }

  private func drawn(
    _ count: Int,
    for schoolClass: SchoolClass,
    using random: inout SplitMix64
  ) -> [String] {
    guard schoolClass.usesPseudonyms else { return [] }
    return Pseudonyms.drawn(
      count,
      without: schoolClass.everybody.map(\.name),
      using: &random
    )
  }
}
