import ArgumentParser
import Classroom
import QuizModel

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
