import ArgumentParser
import Classroom
import Foundation
import QuestionBank

/// Where the names of pupils go who are called by pseudonyms.
struct KeyFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file for the names behind pseudonyms; CLASS-key.csv in this folder where it is not "
        + "given.",
      valueName: "file"
    )
  )
  var key: String?
}

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
    let report = try register.add(pupils, to: name, keyFile: key.key)
    environment.tell(ClassWords.added(report))
    for refused in report.refused {
      environment.talk("\(ErrorPresenter.roster(refused.problem, in: report.schoolClass))\n")
    }
    if !report.refused.isEmpty { throw ClassCommandError.namesLeftOut(report.refused.count) }
  }
}

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

/// Reads a list of names.
struct ClassImportCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Put the names of a file on the list of a class, which is made if need be.",
    discussion: "One name a line, or a table of a spreadsheet whose first column holds them."
  )

  @Argument(help: "The class.")
  var name: String

  @Argument(help: "The file.")
  var file: String

  @Flag(help: "Call pupils by pseudonyms; their names go to a key file for you alone.")
  var pseudonyms = false

  @OptionGroup var key: KeyFileOptions

  func run(in environment: Environment) throws {
    let (names, problems) = ClassListFile.entries(try TeacherFile.table(file))
    guard !names.isEmpty || !problems.isEmpty else { throw ClassFileError.empty(path: file) }
    let register = try ClassRegister(in: environment)
    let report = try register.add(
      names.map(\.name),
      to: name,
      keyFile: key.key,
      making: names.isEmpty ? nil : pseudonyms
    )
    environment.tell(ClassWords.added(report))
    var left: [(line: Int, text: String)] = problems.map {
      ($0.line ?? 1, ErrorPresenter.tableIssue($0))
    }
    for refused in report.refused {
      left.append(
        (names[refused.place].line, ErrorPresenter.roster(refused.problem, in: report.schoolClass))
      )
    }
    for (line, text) in left.sorted(by: { $0.line < $1.line }) {
      environment.talk(ErrorPresenter.safe("\(file):\(line): \(text)") + "\n")
    }
    if !left.isEmpty { throw ClassCommandError.namesLeftOut(left.count) }
  }
}
