import ArgumentParser
import Classroom
import Foundation
import QuestionBank

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
      key: key,
      making: names.isEmpty ? nil : pseudonyms
    )
    guard let report else { return }
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
