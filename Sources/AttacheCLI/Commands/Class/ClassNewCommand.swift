import ArgumentParser
import Classroom
import QuizModel

/// Makes a class.
struct ClassNewCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a class; pupils come with add or import."
  )

  @Argument(help: "What it is called, such as 7b.")
  var name: String

  @Flag(help: "Call pupils by pseudonyms; their names go to a key file for you alone.")
  var pseudonyms = false

  func run(in environment: Environment) throws {
    let made = try ClassRegister(in: environment).make(name, usesPseudonyms: pseudonyms)
    environment.tell(ClassWords.made(made))
  }
}

/// Lists classes.
struct ClassListCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the classes, and what they did."
  )

  @Flag(help: "Print JSON.")
  var json = false

  private struct Entry: Encodable {
    let name: String
    let pupils: Int
    let usesPseudonyms: Bool
    let papers: Int
    let games: Int
    let homework: Int
  }

  func run(in environment: Environment) throws {
    let folder = try ClassFolder(in: environment)
    let activities = try folder.activities()
    let entries = try folder.classes().map { schoolClass -> Entry in
      let own = activities.filter { $0.classID == schoolClass.id }
      return Entry(
        name: schoolClass.name,
        pupils: schoolClass.pupils.count,
        usesPseudonyms: schoolClass.usesPseudonyms,
        papers: own.count(where: ActivityChoice.Wanted.paper.fits),
        games: own.count(where: ActivityChoice.Wanted.game.fits),
        homework: own.count(where: ActivityChoice.Wanted.homework.fits)
      )
    }
    if json { return try environment.outputJSON(entries) }
    for entry in entries {
      let done = [
        (entry.papers, "paper"), (entry.games, "game"), (entry.homework, "homework"),
      ].filter { $0.0 > 0 }.map { ", \(CountWords.count($0.0, $0.1))" }.joined()
      environment.say(
        "\(entry.name): \(CountWords.count(entry.pupils, "pupil"))"
          + "\(entry.usesPseudonyms ? " by pseudonym" : "")\(done)"
      )
    }
    let others = activities.filter { $0.classID == nil }
    for activity in others { environment.tell(ClassWords.line(activity), indent: 2) }
    if entries.isEmpty, others.isEmpty { environment.tell(ClassWords.noClassYet) }
  }
}

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
