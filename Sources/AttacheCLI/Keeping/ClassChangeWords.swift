import Classroom

/// What is said of classes that a merge or a restore changed.
enum ClassChangeWords {
  /// One sentence or more for each class.
  static func text(_ changes: [ClassChange]) -> [String] {
    changes.flatMap { change in
      let name = change.schoolClass.name
      if change.isNew {
        return ["\(name) is new here: \(CountWords.count(change.added.count, "pupil"))."]
          + namesakes(change)
      }
      var parts: [String] = []
      if !change.added.isEmpty { parts.append("new on the list: \(names(change.added))") }
      if !change.removed.isEmpty { parts.append("off the list: \(names(change.removed))") }
      let renumbered = change.renumbered.map { moved in
        "\(moved.pupil.name) is number \(moved.pupil.number) now; another machine gave the number "
          + "\(moved.before) to somebody else, so mind what is printed."
      }
      let first = parts.isEmpty ? [] : ["\(name): \(parts.joined(separator: "; "))."]
      return first + renumbered + namesakes(change)
    }
  }

  private static func namesakes(_ change: ClassChange) -> [String] {
    guard !change.namesakes.isEmpty else { return [] }
    return [
      "Two machines put the same name on the list of \(change.schoolClass.name): "
        + "\(names(change.namesakes)). Should they be one pupil, take off the one without answers: "
        + "attache class remove."
    ]
  }

  private static func names(_ pupils: [Pupil]) -> String {
    let shown = pupils.prefix(20).map { "\($0.number) \($0.name)" }.joined(separator: ", ")
    return pupils.count > 20 ? "\(shown) and \(pupils.count - 20) more" : shown
  }
}
