import QuizModel

/// What a merge or a restore did to a class.
package struct ClassChange: Hashable, Sendable {
  /// The class as it is now.
  package let schoolClass: SchoolClass
  /// Whether it was not here before.
  package let isNew: Bool
  /// Who is on its list now and was not before, by number.
  package let added: [Pupil]
  /// Who was on its list before and is not now, by number.
  package let removed: [Pupil]
  /// Who has another number now: as they are, and the number before.
  package let renumbered: [Renumbered]
  /// Who is on its list under a name that another one has, by number.
  package let namesakes: [Pupil]

  /// A pupil whose number changed.
  package struct Renumbered: Hashable, Sendable {
    /// The pupil as they are now.
    package let pupil: Pupil
    /// The number before.
    package let before: Int
  }

  /// What became of classes.
  ///
  /// - Parameters:
  ///   - before: Those that there were.
  ///   - after: Those that there are.
  /// - Returns: One for each class that is new or changed, in the order of those that there are.
  package static func changes(from before: [SchoolClass], to after: [SchoolClass]) -> [ClassChange]
  {
    after.compactMap { schoolClass in
      let old = before.first { $0.id == schoolClass.id }
      let change = ClassChange(from: old, to: schoolClass)
      return change.isNew || change.isAnything ? change : nil
    }
  }

  private init(from before: SchoolClass?, to after: SchoolClass) {
    schoolClass = after
    isNew = before == nil
    let known = Dictionary((before?.everybody ?? []).map { ($0.id, $0) }) { first, _ in first }
    let listed = Set((before?.pupils ?? []).map(\.id))
    let isOn = Set(after.pupils.map(\.id))
    added = after.pupils.filter { !listed.contains($0.id) }
    removed = (before?.pupils ?? []).filter { !isOn.contains($0.id) }
    renumbered = after.everybody.compactMap { pupil in
      guard let old = known[pupil.id], old.number != pupil.number else { return nil }
      return Renumbered(pupil: pupil, before: old.number)
    }
    let names = Dictionary(grouping: after.pupils) { Folding.folded($0.name) }
    namesakes = after.pupils.filter { (names[Folding.folded($0.name)]?.count ?? 0) > 1 }
  }

  private var isAnything: Bool { !added.isEmpty || !removed.isEmpty || !renumbered.isEmpty }
}
