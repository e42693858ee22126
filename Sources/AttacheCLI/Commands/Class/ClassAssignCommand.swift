import ArgumentParser
import Classroom
import Foundation
import QuizModel

/// Writes a homework.
struct ClassAssignCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Write a homework: one file, which pupils play with attache play --assignment.",
    discussion: """
      Practice tells after each answer what is right; graded work tells it at the end. The file holds \
      the answers, so that it can be played without this bank: graded work at home is on trust.
      """
  )

  @OptionGroup var questions: ClassQuestionOptions

  @Option(name: .customLong("class"), help: "The class it is for.")
  var className: String?

  @Option(help: "The last day to answer, such as 2026-12-04 or next friday; none without it.")
  var deadline: String?

  @Option(help: "How often all of it may be answered, 1 to 100; the best time counts.")
  var tries = 1

  @Flag(help: "It counts: no verdict before the end, no hints, nothing taken back.")
  var graded = false

  @Option(
    help: ArgumentHelp(
      "The file; homework-ID.json in this folder where it is not given.",
      valueName: "file"
    )
  )
  var output: String?

  @OptionGroup var options: ReplaceOptions

  func validate() throws {
    guard (1...100).contains(tries) else { throw ValidationError("--tries is 1 to 100.") }
  }

  func run(in environment: Environment) throws {
    let folder = try ClassFolder(in: environment)
    let schoolClass = try className.map { try folder.schoolClass(named: $0) }
    let lastDay = try deadline.map { try DateReading.day($0, today: environment.today) }
    let maker = try ActivityMaker(questions, in: environment)
    let homework = try maker.activity(
      .homework(HomeworkTerms(deadline: lastDay, tries: tries, isGraded: graded)),
      questions: maker.draw().questions,
      schoolClass: schoolClass,
      isRepeatable: false
    )
    let path = output ?? "homework-\(homework.id).json"
    let file = URL(fileURLWithPath: path)
    let bytes = try HomeworkFile.bytes(homework.withoutClass)
    try NamedFiles(in: environment, options).clear([(file, bytes)])
    // Kept first: a file that went to pupils must be known when it comes back.
    try folder.save(homework)
    do {
      try TeacherFile.write(bytes, to: file)
    } catch {
      // Nobody will ever hand it in; but a file whose way to the disk failed may go out.
      if case ClassFileError.unwritable(_, _, isDone: false) = error { try folder.remove(homework) }
      throw error
    }
    environment.tell(ClassWords.assigned(homework, file: path))
    environment.tell(ClassWords.howToPlay(file: path))
  }
}
