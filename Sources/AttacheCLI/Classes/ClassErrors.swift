import Classroom
import Glibc
import QuestionBank
import QuizModel

/// What goes wrong with a file of a class, or one that a teacher names.
enum ClassFileError: Error, Hashable {
  /// There is no folder to keep classes in.
  case noHome
  /// A file cannot be read.
  case unreadable(path: String, reason: String)
  /// A file is larger than such files are.
  case tooLarge(path: String, limit: Int)
  /// A later version of the program wrote a file.
  case newer(path: String, version: Int)
  /// A file is a workbook where a text is wanted.
  case workbook(path: String)
  /// A file holds no line that says anything.
  case empty(path: String)
  /// Another process is changing the classes, and does not let go.
  case held(path: String)
  /// A file cannot be written; or it was, and may not have reached the disk.
  case unwritable(path: String, reason: String, isDone: Bool = false)
  /// A file to be written would lie among those of the log.
  case inDataFolder(path: String)
  /// A file is there already, and others that are to be written as well.
  case exists(path: String, more: Int)
}

extension ClassFileError {
  /// What is wrong with the file of a class or an activity.
  init(_ problem: ClassFile.Problem, path: String) {
    switch problem {
    case .newer(let version): self = .newer(path: path, version: version)
    case .unreadable: self = .unreadable(path: path, reason: "it is no JSON of a class")
    case .unsound: self = .unreadable(path: path, reason: "it asks what nobody can mark")
    }
  }
}

/// What a command about classes cannot do.
enum ClassCommandError: Error, Hashable {
  /// There is no class yet.
  case noClass
  /// Several could be meant.
  case whichClass([String])
  /// No class is called that.
  case noSuchClass(String, known: [String])
  /// A class has no pupils.
  case nobodyInClass
  /// There is a class of that name.
  case classExists(String)
  /// No paper, game or homework has that id.
  case noSuchActivity(String)
  /// Several papers could be meant.
  case whichPaper([ActivityID])
  /// A class goes by names, and cannot go by pseudonyms any more.
  case goesByNames(String)
  /// A file that is to take the names behind pseudonyms holds something else.
  case noKeyFile(String)
  /// The class that an activity was made for is not there.
  case classIsGone(ActivityID)
  /// Answers would take the place of others, and nobody can be asked.
  case wouldReplace(Replacement)
  /// Another command has changed what was asked about.
  case changedMeanwhile
  /// Several sittings of a paper could be meant.
  case whichSitting(ActivityID, [Int])
  /// A paper was not written so many times.
  case noSitting(ActivityID, Int, known: [Int])
  /// There is no sitting before the one that is reported.
  case noSittingBefore(ActivityID, Int)
  /// Nothing of a pupil stands in a paper.
  case nothingToRemove(ActivityID, pupil: String)
  /// A class has pupils by pseudonym, and the file that tells their names is not where it should be.
  case keyIsElsewhere(String, className: String)
  /// There is no activity of the kind that is wanted.
  case noActivity(wanted: String, command: String)
  /// An activity is of another kind than is wanted.
  case otherKind(ActivityID, wanted: String)
  /// A pupil who is not there, or not clear, or a name that cannot be one.
  case roster(RosterProblem)
  /// A paper cannot be made as it is wished.
  case paper(PaperProblem)
  /// A scale of marks that cannot be read.
  case scale(String)
  /// A day on which something was done that has not come yet.
  case dayAhead(CalendarDay)
  /// Names were not put on a list, and said so.
  case namesLeftOut(Int)
  /// Lines of a file were left out, and said so.
  case linesLeftOut(Int)
  /// Files were not taken, and said so.
  case filesLeftOut(Int, of: Int)
  /// A homework that cannot be played.
  case homework(path: String, SealedFile<ClassActivity>.Problem)
  /// All tries of a homework are used up.
  case noTryLeft(ActivityID, pupil: String, tries: Int)
  /// Two activities share no question.
  case nothingInCommon(ActivityID, ActivityID)
}
