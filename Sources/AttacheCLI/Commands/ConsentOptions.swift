import ArgumentParser
import QuizModel
import ScoreStore

/// What taking a file in may change for those who are here, said beforehand.
struct ConsentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A learner who may be erased because the file says so, by name or id; may be given more than "
        + "once.",
      valueName: "name"
    )
  )
  var erase: [String] = []

  @Flag(help: "Agree to every other change for those who are here.")
  var yes = false

  /// Whether all of it was agreed to.
  func allow(_ effects: IntakeEffects) -> Bool {
    (yes || !effects.needsYes)
      && effects.erased.allSatisfy { person in
        erase.contains { word in
          let word = LearnerName.sanitised(word).lowercased()
          return word == person.name?.lowercased() || word == person.id.description
        }
      }
  }
}
