import ArgumentParser
import Classroom
import QuizModel

/// Shows a class.
struct ClassShowCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the pupils of a class, and what it did."
  )

  @Argument(help: "The class; the only one where it is not given.")
  var name: String?

  @Flag(help: "Print JSON.")
  var json = false

  private struct Entry: Encodable {
    struct Done: Encodable {
      let id: ActivityID
      let kind: String
      let title: String
      let questions: Int
      let made: LocalInstant
    }

    let name: String
    let usesPseudonyms: Bool
    let pupils: [Pupil]
    let activities: [Done]
  }

  func run(in environment: Environment) throws {
    let folder = try ClassFolder(in: environment)
    let schoolClass = try folder.schoolClass(named: name)
    let activities = try folder.activities().filter { $0.classID == schoolClass.id }
    if json {
      return try environment.outputJSON(
        Entry(
          name: schoolClass.name,
          usesPseudonyms: schoolClass.usesPseudonyms,
          pupils: schoolClass.pupils,
          activities: activities.map {
            Entry.Done(
              id: $0.id,
              kind: ClassWords.kind($0),
              title: $0.title,
              questions: $0.questions.count,
              made: $0.made
            )
          }
        )
      )
    }
    environment.say("\(schoolClass.name): \(CountWords.count(schoolClass.pupils.count, "pupil"))")
    for pupil in schoolClass.pupils { environment.say("  \(pupil.number) \(pupil.name)") }
    if schoolClass.pupils.isEmpty { environment.tell(ClassWords.noPupils(schoolClass.name)) }
    for activity in activities { environment.tell(ClassWords.line(activity), indent: 2) }
  }
}
