import LearningModel
import QuestionBank
import QuizModel
import TerminalUI

/// Lists facts that the bank tells otherwise than when the learner saw them.
struct ChangedFacts {
  let desk: StudyDesk

  /// How many are listed by name.
  private static let listed = 8

  /// A line for each of the first few.
  func lines(of numbers: [Int]) -> [Line] {
    let shown = numbers.prefix(ChangedFacts.listed).map { number in
      Line(sentence(of: number), indent: 2, hanging: 4)
    }
    let rest = numbers.count - shown.count
    return shown + (rest > 0 ? [Line("and \(rest) more", indent: 2)] : [])
  }

  /// What the bank says of a fact now; its id where no template can say it.
  func sentence(of number: Int) -> String {
    let id = desk.catalogue.entries[number].id
    guard let name = desk.history.trails[number]?.template,
      let place = desk.bank.templates.firstIndex(where: { $0.id == name }),
      let fact = try? desk.bank.fact(template: place, row: id.row)
    else { return id.description }
    return desk.bank.templates[place].explanation.rendered(fact.text)
  }
}
