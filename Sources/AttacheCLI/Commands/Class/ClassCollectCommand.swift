import ArgumentParser
import Classroom

/// Takes in what pupils hand in.
struct ClassCollectCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: "Take in the result files of a homework, in any order and as often as they come."
  )

  @Argument(help: "The files that pupils handed in.")
  var files: [String]

  @Option(help: "Only this homework; each file's own where it is not given.")
  var homework: String?

  @Option(
    name: .customLong("class"),
    help: "The class; the homework's own, or the only one, where it is not given."
  )
  var className: String?

  @Option(help: "Whose file it is, where the name in it is not on the list: a number or a name.")
  var pupil: String?

  func validate() throws {
    if pupil != nil, files.count > 1 {
      throw ValidationError("--pupil is for one file at a time.")
    }
  }

  func run(in environment: Environment) throws {
    let folder = try ClassFolder(in: environment)
    let choice = ActivityChoice(folder: folder)
    let ledger = try ClassLedger(in: environment)
    let wanted = try homework.map { try choice.activity($0, wanted: .homework) }
    var collector = Collector(choice: choice, ledger: ledger, className: className, wanted: wanted)
    var left = 0
    for path in files {
      do {
        let (taken, homework, new) = try collector.take(path, of: pupil)
        environment.tell(ClassWords.collected(taken, of: homework, new: new, file: path))
      } catch let problem as HomeworkCollection.Problem {
        left += 1
        environment.talk(
          ErrorPresenter.safe("\(path): \(ErrorPresenter.collection(problem))") + "\n"
        )
      } catch let problem as Collector.Problem {
        left += 1
        environment.talk(ErrorPresenter.safe("\(path): \(problem.text)") + "\n")
      } catch let error as ClassFileError {
        left += 1
        environment.talk(ErrorPresenter.safe(ErrorPresenter.words(for: error).text.trimmed) + "\n")
      }
    }
    for summary in try collector.summary() {
      environment.tell(
        ClassWords.collectedAll(
          summary.homework,
          pupils: summary.pupils,
          altogether: summary.altogether,
          of: summary.schoolClass
        )
      )
    }
    ledger.backUpIfDue(in: environment)
    guard left == 0 else { throw ClassCommandError.filesLeftOut(left, of: files.count) }
  }
}

extension String {
  /// The text without a line feed at its end.
  fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
