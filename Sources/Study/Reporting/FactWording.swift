import LearningModel
import QuestionBank
import QuizModel

/// What a bank says of a fact, through every template that asks it.
struct FactWording {
  /// The bank.
  let bank: QuestionBank
  /// Its facts.
  let catalogue: FactCatalogue

  /// The rows of a fact, one of each template that tells it, the plainest first: what tells its answer
  /// before what compares it with others, the short before the long.
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
    return rows.map { row in (row, row.template.explanation.rendered(row.fact.text)) }
      .sorted { FactWording.rank($0.0.template, $0.1) < FactWording.rank($1.0.template, $1.1) }
      .map(\.0)
  }

  /// Orders sentences, the plainest first.
  static func rank(_ template: Template, _ sentence: String) -> (Int, Int, String) {
    (template.tellsByAnswer ? 0 : 1, sentence.utf8.count, template.id)
  }

  /// The sentences that explain a fact, each once.
  func sentences(of number: Int) throws(BankError) -> [String] {
    var seen: Set<String> = []
    return try rows(of: number)
      .map { $0.template.explanation.rendered($0.fact.text) }
      .filter { seen.insert(Folding.folded($0)).inserted }
  }

  /// The plainest of these sentences; the fact's id where there is none.
  func sentence(of number: Int) throws(BankError) -> String {
    try rows(of: number).first.map { $0.template.explanation.rendered($0.fact.text) }
      ?? catalogue.entries[number].id.description
  }
}
