import ArgumentParser
import Classroom
import Foundation
import QuizModel

/// Prints a paper.
struct ClassPaperCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "paper",
    abstract: "Write a paper in one or several forms, and its key.",
    discussion: """
      The forms ask the same facts in other orders with their options in other orders; numbers \
      stand in theirs. With --parallel each form asks other facts that are as hard.
      """
  )

  @OptionGroup var questions: ClassQuestionOptions

  @Option(help: "How many forms, 1 to 100.")
  var forms = 1

  @Flag(help: "Each form asks other facts of equal difficulty.")
  var parallel = false

  @Option(help: "html, text or markdown.")
  var format = PaperFiles.Format.html

  @Option(
    help: ArgumentHelp(
      "The folder for the files; paper-ID in this folder where it is not given.",
      valueName: "folder"
    )
  )
  var output: String?

  @OptionGroup var options: ReplaceOptions

  @Option(name: .customLong("class"), help: "The class it is for.")
  var className: String?

  func validate() throws {
    guard (1...PaperWishes.formLimit).contains(forms) else {
      throw ValidationError("--forms is 1 to \(PaperWishes.formLimit).")
    }
  }

  func run(in environment: Environment) throws {
    let folder = try ClassFolder(in: environment)
    let schoolClass = try className.map { try folder.schoolClass(named: $0) }
    let maker = try ActivityMaker(questions, in: environment)
    // Nothing is known of a log that is not there yet, and none is made for that.
    let facilities =
      parallel && LogOpening.isThere(in: environment)
      ? try ClassLedger(in: environment).facilities(in: maker.bankID) : MeasuredFacilities([:])
    let drawn = try maker.draw(forms: forms, isParallel: parallel, facilities: facilities)
    let drawnPaper = try maker.activity(
      .paper(drawn.forms),
      questions: drawn.questions,
      schoolClass: schoolClass,
      isRepeatable: true
    )
    let paper = try folder.locked { try kept(drawnPaper, in: folder) }
    let files = PaperFiles(paper, format: format, imprint: maker.imprint)
    let path = output ?? "paper-\(paper.id)"
    // A person may be asked meanwhile, for whom no other command is to wait.
    try files.write(to: URL(fileURLWithPath: path), NamedFiles(in: environment, options))
    try folder.locked { try folder.save(kept(paper, in: folder)) }
    environment.tell(ClassWords.printed(paper, files: files.count, folder: path))
    if parallel {
      environment.tell(
        ClassWords.facilities(drawn.expectedFacilities, letters: drawn.forms.map(\.letter))
      )
    }
    // On one line, so that it can be copied whole.
    environment.say(ClassWords.again(command(seed: maker.seed)))
    environment.tell(ClassWords.toMark(paper))
  }

  /// The paper as it is to be kept: the same one printed once more stays the one that may have been
  /// marked already; printed for a second class, it is no longer the first one's to take along when
  /// that is forgotten.
  private func kept(_ paper: ClassActivity, in folder: ClassFolder) throws -> ClassActivity {
    guard let known = try folder.activity(paper.id) else { return paper }
    let isOwn = paper.classID == nil || known.classID == paper.classID
    return isOwn ? known : known.classID == nil ? paper : known.withoutClass
  }

  /// What prints the same paper once more.
  private func command(seed: UInt64) -> String {
    var words = [questions.bank.command("class paper"), questions.words]
    if forms != 1 { words.append("--forms \(forms)") }
    if parallel { words.append("--parallel") }
    if let className { words.append("--class \(BankOptions.quoted(className))") }
    return (words + ["--seed \(seed)"]).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
