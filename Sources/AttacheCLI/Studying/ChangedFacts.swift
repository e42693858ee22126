import LearningModel
import QuestionBank
import QuizModel
import Study
import TerminalUI

/// Lists facts that the bank tells otherwise than when the learner saw them.
struct ChangedFacts {
  /// The learner at their facts.
  let desk: StudyDesk

  /// How many are listed by name.
  private static let listed = 8

  /// A line for each of the first few.
  ///
  /// - Parameter numbers: Of the facts.
  /// - Returns: What is asked about them: the answers come in due course.
  func lines(of numbers: [Int]) -> [Line] {
    let shown = numbers.prefix(ChangedFacts.listed).map { number in
      Line(question(about: number), indent: 2, hanging: 4)
    }
    let rest = numbers.count - shown.count
    return shown + (rest > 0 ? [Line(StudyWords.more(rest), indent: 2)] : [])
  }

  /// A question whose answer has changed; the fact's id where none can be made.
  private func question(about number: Int) -> String {
    let id = desk.catalogue.entries[number].id
    guard let name = desk.history.trails[number]?.changed.min(),
      let place = desk.bank.templates.firstIndex(where: { $0.id == name }),
      let fact = try? desk.bank.fact(template: place, row: id.row)
    else { return id.description }
    return fact.stem
  }
}
