package import QuizModel

/// How many answer a question rightly: what earlier answers tell, or else what its template lets
/// expect.
package struct MeasuredFacilities: Hashable, Sendable {
  /// What was asked: a fact, by a template, in a form.
  package struct Key: Hashable, Sendable {
    /// The fact.
    package let fact: FactID
    /// The template's id.
    package let template: String
    /// How it was asked.
    package let form: Form

    /// A key from its parts.
    package init(fact: FactID, template: String, form: Form) {
      self.fact = fact
      self.template = template
      self.form = form
    }
  }

  /// People who have to have answered before their answers count for more than the template.
  package static let fewest = 20

  private let measured: [Key: Double]

  /// Facilities, 0 to 1, of what at least ``fewest`` people have answered.
  package init(_ measured: [Key: Double]) {
    self.measured = measured
  }

  /// The facility to expect of an item, 0 to 1.
  func facility(of item: Item) -> Double {
    let key = Key(fact: item.fact, template: item.id.template, form: item.form)
    return measured[key]
      ?? MeasuredFacilities.expected(difficulty: item.difficulty, options: item.options.count)
  }

  /// The mean facility to expect of items, 0 to 1.
  func mean(of items: [Item]) -> Double {
    items.isEmpty ? 0 : items.reduce(0) { $0 + facility(of: $1) } / Double(items.count)
  }

  /// The facility to expect before anybody has answered.
  ///
  /// Who knows it, by a logistic curve with half a logit a step of difficulty, and of the others
  /// who guess it: c + (1 - c) P (Birnbaum's three-parameter model, in Lord and Novick,
  /// "Statistical Theories of Mental Test Scores", 1968, chapter 17).
  ///
  /// - Parameters:
  ///   - difficulty: -2 easy to 2 hard.
  ///   - options: 2 or more.
  /// - Returns: Above 0, below 1.
  static func expected(difficulty: Int, options: Int) -> Double {
    // 1 / (1 + e^(d/2)) for d of -2 to 2.
    let known = [0.7310585786, 0.6224593312, 0.5, 0.3775406688, 0.2689414214]
    let guess = 1 / Double(max(options, 2))
    return guess + (1 - guess) * known[min(max(difficulty, -2), 2) + 2]
  }
}
