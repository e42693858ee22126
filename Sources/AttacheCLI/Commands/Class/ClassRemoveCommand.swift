import ArgumentParser
import Classroom

/// Takes a pupil off a list.
struct ClassRemoveCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take a pupil off the list; what they answered is kept until class forget."
  )

  @Argument(help: "The class.")
  var name: String

  @Argument(help: "The pupil's number or name.")
  var pupil: String

  func run(in environment: Environment) throws {
    let (pupil, schoolClass) = try ClassRegister(in: environment).remove(pupil, from: name)
    environment.tell(ClassWords.removed(pupil, from: schoolClass))
  }
}
