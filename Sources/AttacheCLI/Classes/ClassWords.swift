import Classroom
import QuizModel

/// Every word that commands about classes say when things go well.
enum ClassWords {
  static let noClassYet = "No class yet; attache class new makes one."

  static func made(_ schoolClass: SchoolClass) -> String {
    "Made the class \(schoolClass.name). Pupils come with attache class add or import."
  }

  static func noPupils(_ name: String) -> String {
    "Nobody is on the list yet; attache class add \(BankOptions.quoted(name)) NAME puts somebody there."
  }

  static func added(_ report: ClassRegister.Report) -> String {
    let names = report.added.prefix(3).map { "\($0.number) \($0.name)" }.joined(separator: ", ")
    let more = report.added.count > 3 ? " and \(report.added.count - 3) more" : ""
    let who = report.added.isEmpty ? "" : ": \(names)\(more)"
    let key =
      report.keyFile.map { " Their names stand in \($0) alone; keep it to yourself." } ?? ""
    return "Added \(CountWords.count(report.added.count, "pupil")) to \(report.schoolClass.name)"
      + "\(who).\(key)"
  }

  static func asksForKey(_ path: String, of name: String) -> String {
    "\(name) has pupils by pseudonym, but their key is not at \(path). Whoever is on the list already "
      + "would be added once more. Add all the same, with another key?"
  }

  static let nobodyAdded = "Nobody was added."

  static func removed(_ pupil: Pupil, from schoolClass: SchoolClass) -> String {
    "\(pupil.name) is off the list of \(schoolClass.name). What they answered is kept; "
      + "attache class forget erases it."
  }

  static func kind(_ activity: ClassActivity) -> String {
    switch activity.kind {
    case .paper: "paper"
    case .game: "game"
    case .homework: "homework"
    }
  }

  /// An activity on one line of a list.
  static func line(_ activity: ClassActivity) -> String {
    let day = DateWords.text(PartialDate(activity.made))
    let until =
      activity.terms?.lastDay.map { ", until \(DateWords.text(PartialDate($0)))" } ?? ""
    return "\(activity.id) \(kind(activity)), \(day): \(activity.title), "
      + CountWords.count(activity.questions.count, "question") + until
  }

  // MARK: - Papers

  static func printed(_ paper: ClassActivity, files: Int, folder: String) -> String {
    "Paper \(paper.id): \(CountWords.count(paper.sheets.count, "form")) of "
      + "\(CountWords.count(paper.sheets.first?.entries.count ?? 0, "question")) and the key, "
      + "\(CountWords.count(files, "file")) in \(folder)."
  }

  static func again(_ command: String) -> String { "The same paper again: \(command)" }

  static func facilities(_ shares: [Double], letters: [String]) -> String {
    let parts = zip(letters, shares).prefix(8).map { letter, share in
      let hundredths = Int((share * 100).rounded())
      return "\(letter) \(hundredths) %"
    }
    return "Expected to be answered rightly: \(parts.joined(separator: ", "))"
      + (shares.count > 8 ? " …" : ".")
  }

  static func toMark(_ paper: ClassActivity) -> String {
    "Mark it with attache class mark ANSWERS.csv --paper \(paper.id)"
  }

  // MARK: - Marking

  static func marked(
    _ paper: ClassActivity,
    by schoolClass: SchoolClass,
    sitting: Int,
    pupils: Int,
    new: Int,
    mean: Double
  ) -> String {
    let tenths = Int((mean * 10).rounded())
    let average = pupils == 0 ? "" : " On average \(tenths / 10).\(tenths % 10) were right."
    let news =
      new == 0
      ? "nothing is new" : "\(CountWords.count(new, "record")) new"
    return "Marked paper \(paper.id)\(sitting > 1 ? ", sitting \(sitting)," : "") for "
      + "\(CountWords.count(pupils, "pupil")) of \(schoolClass.name); \(news).\(average)"
  }

  static func madeFor(_ maker: SchoolClass, not schoolClass: SchoolClass) -> String {
    "It was made for \(maker.name); these answers are \(schoolClass.name)'s."
  }

  static func absent(_ absent: [Pupil], ofWhom standing: Set<LearnerID>) -> String {
    let names = absent.map(\.name).joined(separator: ", ")
    let known = absent.filter { standing.contains($0.id) }.map(\.name)
    let rest =
      known.isEmpty
      ? ""
      : " Answers of \(known.joined(separator: ", ")) are there and stay; --remove takes them back."
    return "Absent: \(names).\(rest)"
  }

  /// What would be replaced: `31 answers of 24 pupils of 7b, written on 2 November 2026`.
  static func replaced(_ replacement: Replacement) -> String {
    let (first, last) = (replacement.days.lowerBound, replacement.days.upperBound)
    let day = DateWords.text(PartialDate(first))
    let until = first == last ? "on \(day)" : "from \(day) to \(DateWords.text(PartialDate(last)))"
    return "\(CountWords.count(replacement.answers, "answer")) of "
      + "\(CountWords.count(replacement.pupils, "pupil")) of \(replacement.className) to paper "
      + "\(replacement.paper)\(replacement.sitting > 1 ? ", sitting \(replacement.sitting)" : ""), "
      + "written \(until)"
  }

  static func asksToReplace(_ replacement: Replacement) -> String {
    "This replaces \(replaced(replacement)). Yes if these are corrections; if the paper was written "
      + "once more, no, and then --sitting \(replacement.next)."
  }

  static let nothingMarked = "Nothing was marked."

  static func removed(
    _ count: Int,
    of pupil: Pupil,
    in paper: ClassActivity,
    sitting: Int
  ) -> String {
    "Took back \(CountWords.count(count, "answer")) of \(pupil.name) to paper \(paper.id)"
      + "\(sitting > 1 ? ", sitting \(sitting)" : ""); marking brings them again."
  }

  static func toReport(_ activity: ClassActivity) -> String {
    "The results: attache class report \(activity.id)"
  }
}

/// What is said of a game in the room that cannot be saved.
extension ClassWords {
  static let savedAfterAll = "What was typed before is saved now."

  static func lost(answers: Int) -> String {
    "\(CountWords.count(answers, "answer")) could not be saved; type them again after "
      + "attache class play --resume"
  }
}

/// What is said about homework.
extension ClassWords {
  static func assigned(_ homework: ClassActivity, file: String) -> String {
    "Homework \(homework.id): \(CountWords.count(homework.questions.count, "question")) in "
      + "\(file), \(terms(homework.terms))."
  }

  static func howToPlay(file: String) -> String {
    "Pupils play it with attache play --assignment \(BankOptions.quoted(file)), and hand in the result file that it "
      + "writes; attache class collect takes those."
  }

  private static func terms(_ terms: HomeworkTerms?) -> String {
    guard let terms else { return "practice" }
    let kind = terms.isGraded ? "graded" : "practice"
    let tries = terms.tries == 1 ? "one try" : "\(terms.tries) tries"
    let until = terms.lastDay.map { ", until \(DateWords.text(PartialDate($0)))" } ?? ""
    return "\(kind), \(tries)\(until)"
  }

  static func heading(
    _ homework: ClassActivity,
    terms: HomeworkTerms,
    today: CalendarDay
  ) -> String {
    let late =
      terms.lastDay.map { $0 < today } ?? false
      ? " The last day has passed; what you answer now is marked as late." : ""
    return "\(homework.title), homework \(homework.id): \(self.terms(terms)).\(late)"
  }

  static func goesOn(_ learner: String, answered: Int, of total: Int) -> String {
    "Going on: \(learner) has answered \(answered) of \(total); \(somebodyElse)."
  }

  static let somebodyElse =
    "somebody else on this machine gives another name"

  static func whatName(_ name: String) -> String {
    "What does your teacher call you? Enter for \(name)."
  }

  static func handedIn(_ path: String, answered: Int, of total: Int, triesLeft: Int) -> String {
    if answered < total {
      return "\(answered) of \(total) answered so far, in \(path). Go on with the same command, "
        + "then hand the file in."
    }
    let again =
      triesLeft > 0
      ? " You may do it \(triesLeft == 1 ? "once" : "\(triesLeft) times") more." : ""
    return "All answered. Hand in \(path).\(again)"
  }

  static func collected(
    _ taken: HomeworkCollection.Taken,
    of homework: ClassActivity,
    new: Int,
    file: String
  ) -> String {
    let all = homework.questions.count
    let tries = taken.passedOver.map(String.init).joined(separator: ", ")
    let passed = tries.isEmpty ? "" : "; try \(tries) left out, since other answers to it are in"
    let what =
      taken.finished > 0
      ? "complete" : "\(taken.answers) of \(all) answered"
    return "\(file): \(taken.pupil.name), \(what)\(taken.isLate ? ", late" : "")"
      + (taken.replaces && new > 0 ? ", in place of fewer or later answers" : "")
      + (new == 0 && taken.answers > 0 ? ", in already" : "") + passed
  }

  static func collectedAll(
    _ homework: ClassActivity,
    pupils: Int,
    altogether: Int,
    of schoolClass: SchoolClass
  ) -> String {
    "Homework \(homework.id): \(CountWords.count(pupils, "pupil")) collected now; \(altogether) of "
      + "\(schoolClass.pupils.count) are in altogether. \(toReport(homework))"
  }
}

/// What is said about forgetting.
extension ClassWords {
  static func everything(of schoolClass: SchoolClass, activities: Int) -> String {
    "the class \(schoolClass.name), \(CountWords.count(schoolClass.everybody.count, "pupil")) with "
      + "all their answers, and "
      + CountWords.count(
        activities,
        "paper, game or homework",
        "papers, games and homeworks"
      )
  }

  static func everything(in activity: ClassActivity) -> String {
    "the \(kind(activity)) \(activity.id), \(activity.title), with what was answered in it"
  }

  static func forgot(_ name: String) -> String { "Erased \(name)." }

  static let keyIsYours =
    "The key file of its pseudonyms, and what you printed, is yours to delete."

  static func untouched(_ path: String) -> String {
    "\(path) could not be rewritten and may still hold answers"
  }
}
