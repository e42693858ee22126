import FoundationEssentials
package import QuizModel

/// What is kept of classes, as files: what becomes of them where two machines' data meet, or people
/// are erased.
package struct ClassFiles: Hashable, Sendable {
  /// What the files hold, by their names.
  package private(set) var files: [String: [UInt8]]

  /// Files by their names.
  package init(_ files: [String: [UInt8]]) {
    self.files = files
  }

  /// All of these and all of another machine's: the same in any order and any number of times.
  ///
  /// Of a file that only one of both can read, that one's stays.
  ///
  /// - Parameter other: What the other machine keeps.
  /// - Returns: What both have together.
  /// - Throws: What the encoder throws.
  package func united(with other: ClassFiles) throws -> ClassFiles {
    ClassFiles(
      try files.merging(other.files) { own, other in
        if own == other { return own }
        if let own = try? ClassFile.schoolClass(in: own) {
          guard let other = try? ClassFile.schoolClass(in: other) else {
            return try ClassFile.bytes(own)
          }
          return try ClassFile.bytes(own.united(with: other))
        }
        if let ownActivity = try? ClassFile.activity(in: own) {
          guard let activity = try? ClassFile.activity(in: other) else { return own }
          return try ClassFiles.bytes(of: ownActivity, or: activity)
        }
        let isReadable =
          (try? ClassFile.schoolClass(in: other)) != nil
          || (try? ClassFile.activity(in: other)) != nil
        return isReadable ? other : ClassFiles.lesser(own, other)
      }
    )
  }

  /// Of what two machines keep under one id, the one that both will have.
  ///
  /// They differ only where one of them knows that the class of it was erased.
  private static func bytes(of own: ClassActivity, or other: ClassActivity) throws -> [UInt8] {
    let isAnybodys = own.classID == nil || other.classID == nil
    let (own, other) = isAnybodys ? (own.withoutClass, other.withoutClass) : (own, other)
    return lesser(try ClassFile.bytes(own), try ClassFile.bytes(other))
  }

  private static func lesser(_ bytes: [UInt8], _ other: [UInt8]) -> [UInt8] {
    other.lexicographicallyPrecedes(bytes) ? other : bytes
  }

  /// Everybody on a list, and each class by its tombstone, under the names that they have.
  package var people: [LearnerID: String] {
    var people: [LearnerID: String] = [:]
    for (name, bytes) in files where name.hasSuffix(ClassFile.classEnding) {
      guard let schoolClass = try? ClassFile.schoolClass(in: bytes) else { continue }
      people[schoolClass.id.tombstone] = schoolClass.name
      for pupil in schoolClass.everybody { people[pupil.id] = pupil.name }
    }
    return people
  }

  /// The files without people who were forgotten.
  ///
  /// A class that was erased itself goes, and with it what it did; where there are other classes,
  /// which may have done it too, that stays and is no class's then.
  ///
  /// - Parameter forgotten: Pupils, teams, and the tombstones of classes.
  /// - Returns: What is left.
  /// - Throws: What the encoder throws.
  package func without(_ forgotten: Set<LearnerID>) throws -> ClassFiles {
    var left = self
    var others = false
    for (name, bytes) in files where name.hasSuffix(ClassFile.classEnding) {
      guard var schoolClass = try? ClassFile.schoolClass(in: bytes) else { continue }
      if forgotten.contains(schoolClass.id.tombstone) {
        left.files[name] = nil
        continue
      }
      others = true
      let struck = schoolClass.everybody.filter { forgotten.contains($0.id) }
      guard !struck.isEmpty else { continue }
      for pupil in struck { schoolClass.forget(pupil) }
      left.files[name] = try ClassFile.bytes(schoolClass)
    }
    for (name, bytes) in files where name.hasSuffix(ClassFile.activityEnding) {
      guard let activity = try? ClassFile.activity(in: bytes) else { continue }
      let teams = activity.participants
      if !teams.isEmpty, teams.allSatisfy({ forgotten.contains($0.id) }) {
        left.files[name] = nil
      } else if let classID = activity.classID, forgotten.contains(classID.tombstone) {
        left.files[name] = others ? try ClassFile.bytes(activity.withoutClass) : nil
      }
    }
    return left
  }
}

extension SchoolClass {
  /// Classes in the order of their names; of several that go by one name, made on two machines, all
  /// but the first have a number behind it.
  ///
  /// - Parameter classes: In any order.
  /// - Returns: The same on every machine.
  package static func toldApart(_ classes: [SchoolClass]) -> [SchoolClass] {
    var seen: [String: Int] = [:]
    return classes.sorted { ($0.name, $0.id.uuid.uuidString) < ($1.name, $1.id.uuid.uuidString) }
      .map { schoolClass in
        let count = seen[Folding.folded(schoolClass.name), default: 0] + 1
        seen[Folding.folded(schoolClass.name)] = count
        return count == 1 ? schoolClass : schoolClass.called("\(schoolClass.name) (\(count))")
      }
  }
}
