import ArgumentParser
import Classroom

/// Puts pupils on a list.
struct ClassAddCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Put pupils on the list of a class."
  )

  @Argument(help: "The class.")
  var name: String

  @Argument(help: "Names, each in quotes where it has blanks.")
  var pupils: [String]

  @OptionGroup var key: KeyFileOptions

  func run(in environment: Environment) throws {
    let register = try ClassRegister(in: environment)
    guard let report = try register.add(pupils, to: name, key: key) else { return }
    environment.tell(ClassWords.added(report))
    for refused in report.refused {
      environment.talk("\(ErrorPresenter.roster(refused.problem, in: report.schoolClass))\n")
    }
    if !report.refused.isEmpty { throw ClassCommandError.namesLeftOut(report.refused.count) }
  }
}
