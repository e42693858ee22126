import QuestionGenerator

/// A report as people read it.
enum CheckText {
  /// One line a finding, then the summary.
  static func text(_ report: CheckReport, bank: String) -> String {
    var lines = report.findings.map { finding in
      let rule = finding.rule == 0 ? "" : " rule \(finding.rule):"
      let mark = finding.severity == .hard ? "" : " (warning)"
      let example = finding.fact.map { fact in
        finding.count > 1 ? " [\(fact) and \(finding.count - 1) more]" : " [\(fact)]"
      }
      return "\(bank)/\(finding.file):\(finding.line):\(rule) \(finding.message)\(mark)"
        + (example ?? "")
    }
    lines.append("topic · templates · facts · pairs · multiple choice · true/false · typed")
    for topic in report.topics {
      lines.append(
        "\(topic.topic) · \(topic.templates) · \(topic.facts) · \(topic.pairs) · "
          + "\(topic.multipleChoice) · \(topic.trueFalse) · \(topic.typed)"
      )
    }
    let facts = report.topics.reduce(0) { $0 + $1.facts }
    let pairs = report.topics.reduce(0) { $0 + $1.pairs }
    lines.append(
      "\(bank): \(facts) facts, \(pairs) pairs, \(report.items) items; "
        + "\(report.hardCount) that bar items, "
        + "\(report.findings.count - report.hardCount) warnings"
    )
    return lines.map { $0 + "\n" }.joined()
  }
}
