import Classroom
import Glibc
import QuestionBank
import QuizModel
import TerminalUI

extension ErrorPresenter {
  /// What a file of a class, or one that a teacher names, got wrong.
  static func words(for error: ClassFileError) -> Presented {
    switch error {
    case .noHome:
      Presented(
        text: "there is no folder for classes; set HOME or XDG_DATA_HOME\n",
        exitCode: EX_CANTCREAT
      )
    case .unreadable(let path, let reason):
      Presented(text: "\(path) cannot be read (\(reason))\n", exitCode: EX_NOINPUT)
    case .tooLarge(let path, let limit):
      Presented(
        text: "\(path) is larger than \(limit >> 20) MB; such files are not read\n",
        exitCode: EX_DATAERR
      )
    case .newer(let path, let version):
      Presented(
        text: "\(path) was written by a later attache (format \(version)) and was left as it is; "
          + "update attache\n",
        exitCode: EX_DATAERR
      )
    case .workbook(let path):
      Presented(
        text: "\(path) is a workbook; save the sheet as CSV in UTF-8 and name that file\n",
        exitCode: EX_DATAERR
      )
    case .empty(let path):
      Presented(text: "\(path): there is nothing in it\n", exitCode: EX_DATAERR)
    case .held(let path):
      Presented(
        text: "another attache is changing the classes in \(path); nothing was changed, "
          + "try again when it has ended\n",
        exitCode: EX_TEMPFAIL
      )
    case .unwritable(let path, let reason, false):
      Presented(
        text: "\(path) cannot be written (\(reason)); it is as it was\n",
        exitCode: EX_CANTCREAT
      )
    case .unwritable(let path, let reason, true):
      Presented(
        text: "\(path) is written, but may not have reached the disk (\(reason)); "
          + "run the command again\n",
        exitCode: EX_IOERR
      )
    case .inDataFolder(let path):
      Presented(
        text: "\(path) lies in the folder where attache keeps the log and the classes; "
          + "nothing was written; name a file elsewhere\n",
        exitCode: EX_CANTCREAT
      )
    case .exists(let path, let more):
      Presented(
        text: "\(there(path, more)) already; nothing was written; name another, "
          + "or add --replace\n",
        exitCode: EX_CANTCREAT
      )
    }
  }

  /// Whether what stands in the way of a file may go.
  static func question(replacing error: ClassFileError) -> String {
    guard case .exists(let path, let more) = error else { return "" }
    return "\(there(path, more)) already. Replace \(more == 0 ? "it" : "them")?"
  }

  private static func there(_ path: String, _ more: Int) -> String {
    more == 0
      ? "\(path) is there"
      : "\(path) and \(CountWords.count(more, "other file")) are there"
  }

  /// What a command about classes cannot do.
  static func words(for error: ClassCommandError) -> Presented {
    Presented(text: text(of: error) + "\n", exitCode: exitCode(of: error))
  }

  private static func exitCode(of error: ClassCommandError) -> Int32 {
    switch error {
    case .paper, .namesLeftOut, .linesLeftOut, .filesLeftOut, .homework, .wouldReplace: EX_DATAERR
    case .changedMeanwhile: EX_TEMPFAIL
    default: EX_USAGE
    }
  }

  private static func text(of error: ClassCommandError) -> String {
    switch error {
    case .noClass: "there is no class yet; attache class new makes one"
    case .whichClass(let names):
      "which class? There are: \(names.joined(separator: ", ")); name one"
    case .noSuchClass(let name, let known):
      known.isEmpty
        ? "no class \(shown(name)); attache class new makes one"
        : "no class \(shown(name)); there are: \(known.joined(separator: ", "))"
    case .nobodyInClass: "nobody is on the list of that class; attache class add puts pupils there"
    case .classExists(let name): "there is a class \(shown(name)) already"
    case .noSuchActivity(let id):
      "no paper, game or homework \(shown(id)); attache class show and list tell their ids"
    case .whichPaper(let ids):
      "which paper? The latest are \(ids.map(\.description).joined(separator: ", ")); name one with "
        + "--paper, as it stands on each page"
    case .goesByNames(let name):
      "the class \(shown(name)) goes by names; make another with attache class new --pseudonyms"
    case .noKeyFile(let path):
      "\(path) is no key of pseudonyms and was not touched; name another file with --key"
    case .classIsGone(let id):
      "\(id) was made for a class that is not here; say with --class whose it is"
    case .wouldReplace(let replacement): wouldReplace(replacement)
    case .changedMeanwhile:
      "another attache has changed these answers meanwhile; nothing was written, run it again"
    case .whichSitting(let id, let sittings):
      "which sitting of \(id)? There are \(sittings.map(String.init).joined(separator: ", ")); name one "
        + "with --sitting"
    case .noSitting(let id, let sitting, let known):
      "\(id) has no sitting \(sitting); "
        + (known.isEmpty
          ? "nobody has written it yet"
          : "there is \(known.map(String.init).joined(separator: ", ")), and attache class mark "
            + "--sitting \((known.last ?? 0) + 1) makes another")
    case .noSittingBefore(let id, let sitting):
      "\(id) has no sitting before \(sitting); mark what was written later with --sitting 2"
    case .nothingToRemove(let id, let pupil):
      "nothing of \(pupil) is in \(id), or not in that sitting"
    case .keyIsElsewhere(let path, let name):
      "\(name) has pupils by pseudonym, but their key is not at \(path), and who is in it would be "
        + "added once more; nobody was added. Name it with --key FILE, or begin another with --new-key"
    case .noActivity(let wanted, let command): "there is no \(wanted) yet; \(command) makes one"
    case .otherKind(let id, let wanted): "\(id) is no \(wanted); attache class show lists them"
    case .roster(let problem): roster(problem, in: nil)
    case .paper(let problem): paper(problem)
    case .scale(let text):
      "\(shown(text)) is no scale of marks; write marks with the least percentage of each, "
        + "such as --scale 1=92,2=81,3=67,4=50,5=30,6=0"
    case .dayAhead(let day):
      "\(DateWords.text(PartialDate(day))) has not come yet; name the day on which it was written"
    case .namesLeftOut(let count):
      "\(CountWords.count(count, "name")) left out, the rest is on the list; "
        + "attache class add takes them once they are mended"
    case .linesLeftOut(let count):
      "\(CountWords.count(count, "line")) left out, the rest taken; mend and run it again: "
        + "nothing counts twice"
    case .filesLeftOut(let count, let all):
      "\(CountWords.count(count, "file")) not taken" + (count < all ? ", the rest is in" : "")
    case .homework(let path, let problem): "\(path): \(sealed(problem, what: "homework"))"
    case .noTryLeft(let id, let pupil, let tries):
      "homework \(id) may be done \(CountWords.count(tries, "time")), and \(pupil) has done so; "
        + ClassWords.somebodyElse
    case .nothingInCommon(let before, let after):
      "\(before) and \(after) asked no fact in common; a gain needs some"
    }
  }

  private static func wouldReplace(_ replacement: Replacement) -> String {
    "this would replace \(ClassWords.replaced(replacement)); nothing was written. --replace if these "
      + "are corrections, --sitting \(replacement.next) if the paper was written once more, --class if "
      + "another class wrote it"
  }

  private static func paper(_ problem: PaperProblem) -> String {
    switch problem {
    case .tooFewQuestions(let found, let wanted):
      "only \(found) of \(wanted) questions can stand on one paper without giving each other away; "
        + "ask for fewer, or for more topics or difficulties"
    case .tooFewForms(let found, let wanted):
      "there are other facts for \(CountWords.count(found, "form")), not \(wanted); "
        + "ask for fewer forms or questions, or leave --parallel out"
    case .unequalForms(let spread):
      "the forms would differ by \(Int((spread * 100).rounded())) % in how many answer rightly; "
        + "ask for fewer forms, or for more topics"
    }
  }

  /// What is wrong with a name on a list.
  static func roster(_ problem: RosterProblem, in schoolClass: SchoolClass?) -> String {
    switch problem {
    case .noLetters(let name): "\(shown(name)) is no name; use letters"
    case .taken(let pupil):
      "\(shown(pupil.name)) is on the list already, as number \(pupil.number); "
        + "add a letter to tell two of one name apart"
    case .full(let limit): "a class has at most \(limit) pupils"
    case .unknown(let name):
      "nobody is called \(shown(name))"
        + (schoolClass.map { " in \($0.name)" } ?? "")
    case .ambiguous(let name, let pupils):
      "\(shown(name)) could be \(pupils.prefix(5).map(\.name).joined(separator: ", or "))"
    }
  }

  /// What is wrong with a sealed file.
  static func sealed<Content>(_ problem: SealedFile<Content>.Problem, what: String) -> String {
    switch problem {
    case .tooLarge(let limit): "is larger than \(limit >> 20) MB, as no \(what) is"
    case .unreadable: "is no \(what), or damaged; ask for it once more"
    case .otherKind(let kind): "is no \(what) but a file of the kind \(shown(kind))"
    case .newer: "was written by a later attache; update attache on this machine"
    case .edited: "was edited by hand or damaged: its checksum is not that of what it holds"
    }
  }

  /// Why a file that was handed in is not taken.
  static func collection(
    _ problem: HomeworkCollection.Problem
  ) -> String {
    switch problem {
    case .file(let problem): sealed(problem, what: "result of a homework")
    case .otherHomework(let id): "is for homework \(id); collect it with --homework \(id)"
    case .pupil(let problem):
      "\(roster(problem, in: nil)); --pupil and a number on the list say whose it is"
    case .doesNotFit: "answers what the homework does not ask, or more often than it may"
    case .contradicts(let pupil, let attempt):
      "holds other answers of \(pupil.name) to try \(attempt) than are in already, fewer or later "
        + "ones; nothing of it was taken"
    }
  }

  /// What is wrong with a line of a table.
  static func tableIssue(_ problem: BankProblem) -> String {
    let whole = BankProblem(file: "", issue: problem.issue).description
    return whole.drop { $0 == ":" || $0 == " " }.description
  }

  /// What is wrong with a line of answers.
  static func marking(_ issue: MarkingProblem.Issue, in schoolClass: SchoolClass) -> String {
    switch issue {
    case .unreadable(let problem): tableIssue(problem)
    case .pupil(let problem): roster(problem, in: schoolClass)
    case .repeated(let pupil, let line): "\(pupil.name) stands on line \(line) already"
    case .noSuchForm(let form, let known):
      "there is no form \(shown(form)); there are \(known.prefix(30).joined(separator: ", "))"
    case .wrongCount(let found, let wanted):
      "\(CountWords.count(found, "answer")), but the form has \(wanted); write - for none"
    case .noSuchOption(let text, let question, let known):
      "question \(question): \(shown(text)) is none of \(known.joined(separator: ", ")), or -"
    }
  }

  /// A line that holds words from elsewhere, as it may be printed.
  static func safe(_ line: String) -> String { SafeText.cleaned(line) }
}
