import QuestionGenerator
import TestSupport
import Testing

/// One way to break a rule: the sound bank with one slot changed.
struct BrokenBank: Sendable, CustomTestStringConvertible {
  let name: String
  let rule: Int
  let severity: Severity
  let change: @Sendable (inout BankBlueprint) -> Void

  init(
    _ rule: Int,
    _ name: String,
    _ severity: Severity = .hard,
    _ change: @escaping @Sendable (inout BankBlueprint) -> Void
  ) {
    self.rule = rule
    self.name = name
    self.severity = severity
    self.change = change
  }

  /// A bank of which one template is kept and changed.
  init(
    _ rule: Int,
    _ name: String,
    _ severity: Severity = .hard,
    template id: String,
    _ change: @escaping @Sendable (inout TemplateBlueprint) -> Void
  ) {
    self.init(rule, name, severity) { bank in
      bank.keepOnly(id)
      change(&bank[template: id])
    }
  }

  var testDescription: String { "\(rule): \(name)" }

  /// The bank.
  ///
  /// - Parameter count: The number of lands.
  /// - Returns: The sound bank, changed.
  func blueprint(count: Int = 12) -> BankBlueprint {
    var bank = LandsBank.blueprint(count: count)
    change(&bank)
    // Few and odd options tell as a set, too, which would bar the items that are to be looked at.
    bank.properties["attache:reported-rules"] = "[22, 23]"
    return bank
  }
}

extension TemplateBlueprint {
  /// Lets the query of distractors return one more, which stands before all others.
  mutating func addDistractor(_ text: String, why: String = "'It is another.'") {
    self["distractors"] =
      (self["distractors"] ?? "")
      + "\nUNION ALL SELECT \(text), 'extra ' || \(text), \(why), :evidence, -1"
  }
}
