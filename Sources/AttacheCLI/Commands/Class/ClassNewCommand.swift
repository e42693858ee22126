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
