import QuestionBank
import QuizModel

/// Counts where the key stands in the items of one template with three options (rule 15).
struct PlaceTally {
  private let template: Template
  private var counts = [Int](repeating: 0, count: 3)
  /// Chi-square with two degrees of freedom at p = 0.001.
  private static let chiSquareLimit = 13.816

  init(template: Template) {
    self.template = template
  }

  /// Counts an item; one with fewer options than three is left out.
  mutating func add(_ item: Item) {
    guard item.options.count == counts.count, counts.indices.contains(item.key) else { return }
    counts[item.key] += 1
  }

  /// What is wrong, if chance cannot explain it.
  var finding: RuleFinding? {
    let total = Double(counts.reduce(0, +))
    guard total >= 60 else { return nil }
    let expected = total / Double(counts.count)
    let chiSquare = counts.reduce(0) { sum, count in
      sum + (Double(count) - expected) * (Double(count) - expected) / expected
    }
    let isUneven =
      chiSquare > PlaceTally.chiSquareLimit
      && counts.contains { abs(Double($0) / total - 1 / 3) > 0.02 }
    guard isUneven else { return nil }
    // The edges of an ascending list leave some facts no choice, so there it is a warning.
    return RuleFinding(
      rule: 15,
      severity: template.order == .ascending ? .warning : .hard,
      message: "the key stands at \(counts.map(String.init).joined(separator: ", ")) of the places"
    )
  }
}
