package import QuestionBank
import QuizModel

/// Looks at the items of a bank as sets, once, when it is compiled.
package enum BankJudge {
  /// Facts of a template beyond these are not stated about: a template has hundreds at most, and a
  /// bank of millions must not take minutes to open.
  static let factLimit = 5_000

  /// What is worked out of a bank.
  ///
  /// - Parameter bank: Its tables, compiled.
  /// - Returns: What its compiled copy is to hold.
  /// - Throws: What the bank throws.
  package static func verdicts(on bank: QuestionBank) throws(BankError) -> BankVerdicts {
    let bars =
      !bank.description.isAuthored
      && !SetRules.numbers.isSubset(of: bank.description.reportedRules)
    let stated = bank.templates.indices.filter { number in
      bank.templates[number].slotIsSubject && bank.factCounts[number] <= factLimit
    }
    var verdicts = BankVerdicts()
    guard bars || !stated.isEmpty else { return verdicts }
    let generator = try ItemGenerator(bank: bank)
    for number in stated {
      verdicts.statements += StatementBalance.balanced(
        try generator.subjectStatements(of: number)
      )
    }
    guard bars else { return verdicts }
    for number in bank.templates.indices {
      for finding in try SetRules.findings(in: number, by: generator)
      where finding.severity == .hard && !bank.description.reportedRules.contains(finding.rule) {
        verdicts.barred.append(
          BarredForm(
            template: number,
            form: .multipleChoice,
            rule: finding.rule,
            reason: finding.message
          )
        )
      }
    }
    return verdicts
  }
}

extension BankOpener {
  /// The same opener, whose banks are judged as they are compiled, as those have to be that items are
  /// made of.
  package var judging: BankOpener { judged(by: BankJudge.verdicts(on:)) }
}
