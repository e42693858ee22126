import QuestionBank
import QuizModel

/// What the items of one template show as a set: where the key stands (rule 15), how many statements
/// hold (rule 19), and whether one answer is right for most facts.
struct ItemSets {
  private let template: Template
  private var places: PlaceTally
  private var answers: [String: Int] = [:]
  private var truths = 0
  private var statements = 0

  /// How far the share of true statements may lie from one half.
  private static let truthTolerance = 0.05
  /// Fewer statements tell too little.
  private static let leastStatements = 16
  private static let leastFacts = 5
  private static let frequent = 0.6

  init(template: Template) {
    self.template = template
    places = PlaceTally(template: template)
  }

  /// Counts a fact.
  mutating func add(_ fact: Fact) {
    answers[fact.answerID, default: 0] += 1
  }

  /// Counts an item.
  mutating func add(_ item: Item) {
    if item.id.optionCount == 3 { places.add(item) }
    guard item.form == .trueFalse else { return }
    statements += 1
    if item.key == 0 { truths += 1 }
  }

  /// What is wrong with them.
  var findings: [RuleFinding] {
    [places.finding, unbalanced, frequentAnswer].compactMap(\.self)
  }

  private var unbalanced: RuleFinding? {
    // A person who wrote statements decides which of them hold.
    guard statements >= ItemSets.leastStatements, template.statement != nil else { return nil }
    let share = Double(truths) / Double(statements)
    guard abs(share - 0.5) > ItemSets.truthTolerance else { return nil }
    return RuleFinding(
      rule: 19,
      severity: .hard,
      message: "\(Percent.text(share)) of its statements are true; 45 to 55 % do not tell"
    )
  }

  private var frequentAnswer: RuleFinding? {
    let total = answers.values.reduce(0, +)
    guard total >= ItemSets.leastFacts, let most = answers.values.max(),
      Double(most) > ItemSets.frequent * Double(total)
    else { return nil }
    return RuleFinding(
      rule: 0,
      severity: .warning,
      message: "one answer holds for \(most) of \(total) facts; ask it the other way round"
    )
  }
}
