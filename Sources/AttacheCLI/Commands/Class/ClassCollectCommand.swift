import ArgumentParser
import Classroom
import Foundation
import QuizModel

/// Takes in what pupils hand in.
struct ClassCollectCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: "Take in the result files of a homework, in any order and as often as they come."
  )

  @Argument(help: "The files that pupils handed in.")
  var files: [String]

  @Option(help: "The homework's id; the latest where it is not given.")
  var homework: String?

  @Option(
    name: .customLong("class"),
    help: "The class; the homework's own, or the only one, where it is not given."
  )
  var className: String?

  func run(in environment: Environment) throws {
    let folder = try ClassFolder(in: environment)
    let choice = ActivityChoice(folder: folder)
    let homework = try choice.activity(homework, wanted: .homework, className: className)
    let schoolClass = try choice.schoolClass(className, of: homework)
    let ledger = try ClassLedger(in: environment)
    var left = 0
    var pupils: Set<LearnerID> = []
    for path in files {
      do {
        let taken = try take(path, homework: homework, schoolClass: schoolClass, ledger: ledger)
        let new = try ledger.write(taken.records)
        pupils.insert(taken.pupil.id)
        environment.say(ClassWords.collected(taken, of: homework, new: new, file: path))
      } catch let problem as HomeworkCollection.Problem {
        left += 1
        let text = ErrorPresenter.collection(problem, in: schoolClass)
        environment.talk(ErrorPresenter.safe("\(path): \(text)") + "\n")
      } catch let error as ClassFileError {
        left += 1
        environment.talk(ErrorPresenter.safe(ErrorPresenter.words(for: error).text.trimmed) + "\n")
      }
    }
    environment.say(ClassWords.collectedAll(homework, pupils: pupils.count, of: schoolClass))
    guard left == 0 else { throw ClassCommandError.filesLeftOut(left) }
  }

  /// Each file is held against what is in the log by then, the files before it included.
  private func take(
    _ path: String,
    homework: ClassActivity,
    schoolClass: SchoolClass,
    ledger: ClassLedger
  ) throws -> HomeworkCollection.Taken {
    let bytes = try TeacherFile.bytes(of: URL(fileURLWithPath: path), limit: 16 << 20)
    let known = try ledger.answers(in: homework, by: schoolClass.pupils.map(\.id))
    let collection = HomeworkCollection(
      homework: homework,
      schoolClass: schoolClass,
      known: known
    )
    return try collection.take(bytes)
  }
}

extension String {
  /// The text without a line feed at its end.
  fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
