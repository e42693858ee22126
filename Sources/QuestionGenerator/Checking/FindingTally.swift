import QuestionBank
import QuizModel

/// Gathers findings: what many facts of a template share is one line.
struct FindingTally {
  private struct Key: Hashable {
    let file: String
    let line: Int
    let rule: Int
    let severity: Severity
    let message: String
  }

  private let reported: Set<Int>
  private var counts: [Key: (fact: String?, count: Int, last: String?)] = [:]
  private var others: [CheckFinding] = []

  /// A tally without findings.
  ///
  /// - Parameter reported: The numbers of the rules that only report, whatever else is said.
  init(reporting reported: Set<Int>) {
    self.reported = reported
  }

  /// Hard ones first, then by file, line and rule.
  var findings: [CheckFinding] {
    let gathered = counts.map { key, value in
      CheckFinding(
        file: key.file,
        line: key.line,
        rule: key.rule,
        severity: key.severity,
        message: key.message,
        fact: value.fact,
        count: value.count
      )
    }
    return (gathered + others).sorted { left, right in
      (left.severity == .hard ? 0 : 1, left.file, left.line, left.rule, left.message)
        < (right.severity == .hard ? 0 : 1, right.file, right.line, right.rule, right.message)
    }
  }

  /// A finding about a fact; the same of another fact only counts.
  mutating func add(_ finding: RuleFinding, fact: Fact, template: Template) {
    let line = Int(fact.text("line")).map { (template.file, $0) }
    add(finding, at: line ?? place(of: finding.rule, in: template), fact: "\(fact.id)")
  }

  /// A finding about a template.
  mutating func add(_ finding: RuleFinding, template: Template) {
    add(finding, at: place(of: finding.rule, in: template), fact: nil)
  }

  /// A finding about the bank.
  mutating func add(_ finding: CheckFinding) {
    others.append(
      CheckFinding(
        file: finding.file,
        line: finding.line,
        rule: finding.rule,
        severity: reported.contains(finding.rule) ? .warning : finding.severity,
        message: finding.message,
        fact: finding.fact,
        count: finding.count
      )
    )
  }

  /// Findings about the bank.
  mutating func add(_ findings: [CheckFinding]) {
    for finding in findings { add(finding) }
  }

  private mutating func add(
    _ finding: RuleFinding,
    at place: (file: String, line: Int),
    fact: String?
  ) {
    let key = Key(
      file: place.file,
      line: place.line,
      rule: finding.rule,
      severity: reported.contains(finding.rule) ? .warning : finding.severity,
      message: finding.message
    )
    var value = counts[key] ?? (fact: fact, count: 0, last: nil)
    if value.last != fact || fact == nil { value.count += 1 }
    value.last = fact
    counts[key] = value
  }

  private func place(of rule: Int, in template: Template) -> (file: String, line: Int) {
    let key =
      switch rule {
      case 3: "facts"
      case 8, 9, 12, 13, 14: "stem"
      case 11, 19: "statement"
      case 20: "explanation"
      case 29: "typed"
      case 1, 2, 4, 5, 6, 7, 16, 17, 21, 23: "distractors"
      default: "id"
      }
    return (template.file, template.lines[key] ?? template.lines["id"] ?? 1)
  }
}
