package import QuestionBank
import QuizModel

/// What a pupil answered on a paper.
package struct MarkedSheet: Hashable, Sendable {
  /// Who.
  package let pupil: Pupil
  /// The line of the file, from 1 on.
  package let line: Int
  /// The sheet that the pupil had.
  package let sheet: PaperSheet
  /// For each question of the sheet, the option that was chosen, by its place on the sheet; `nil`
  /// where none was.
  package let choices: [Int?]
}

/// Why a line of answers is not taken.
package struct MarkingProblem: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Issue: Hashable, Sendable {
    /// It cannot be read as a line of a table.
    case unreadable(BankProblem)
    /// The pupil is not on the class list, or not the only one of that name.
    case pupil(RosterProblem)
    /// Another line had answers of the same pupil.
    case repeated(Pupil, line: Int)
    /// The paper has no such form.
    case noSuchForm(String, known: [String])
    /// The sheet has another number of questions.
    case wrongCount(found: Int, wanted: Int)
    /// What stands for an answer is no letter of the question's.
    case noSuchOption(String, question: Int, known: [String])
  }

  /// The line, from 1 on.
  package let line: Int
  /// What is wrong.
  package let issue: Issue

  /// A problem at a line.
  package init(line: Int, issue: Issue) {
    self.line = line
    self.issue = issue
  }
}
