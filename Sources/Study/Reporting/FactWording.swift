import LearningModel
import QuestionBank
import QuizModel

/// What a bank says of a fact, through every template that asks it.
struct FactWording {
  /// The bank.
  let bank: QuestionBank
  /// Its facts.
  let catalogue: FactCatalogue

  /// The rows of a fact, one of each template that asks it, in the bank's order.
  ///
  /// - Parameter number: The fact's number.
  /// - Returns: Templates by number, each with its row.
  /// - Throws: What the bank throws.
  func rows(of number: Int) throws(BankError) -> [(template: Template, fact: Fact)] {
    let entry = catalogue.entries[number]
    var rows: [(template: Template, fact: Fact)] = []
    for (place, template) in bank.templates.enumerated() where template.family == entry.id.family {
      if let fact = try bank.fact(template: place, row: entry.id.row) {
        rows.append((template, fact))
      }
    }
    return rows
  }

  /// The sentences that explain a fact, each once.
  func sentences(of number: Int) throws(BankError) -> [String] {
    var seen: Set<String> = []
    return try rows(of: number)
      .map { $0.template.explanation.rendered($0.fact.text) }
      .filter { seen.insert(Folding.folded($0)).inserted }
  }

  /// The first of these sentences; the fact's id where there is none.
  func sentence(of number: Int) throws(BankError) -> String {
    let entry = catalogue.entries[number]
    for (place, template) in bank.templates.enumerated() where template.family == entry.id.family {
      guard let fact = try bank.fact(template: place, row: entry.id.row) else { continue }
      return template.explanation.rendered(fact.text)
    }
    return entry.id.description
  }
}
