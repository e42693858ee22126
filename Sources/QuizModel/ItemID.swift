/// The name of one concrete question: the template, row, form, number of options and seed that
/// rebuild it byte for byte from the same bank.
package struct ItemID: Hashable, Sendable, CustomStringConvertible {
  /// The id of the template.
  package let template: String
  /// The row of the fact asked.
  package let row: String
  /// How it is asked.
  package let form: Form
  /// The number of options asked for, 3 to 5; 2 for true/false, 0 for typed.
  package let optionCount: Int
  /// What the draws start from.
  package let seed: UInt64

  /// An id from its parts.
  package init(template: String, row: String, form: Form, optionCount: Int, seed: UInt64) {
    self.template = template
    self.row = row
    self.form = form
    self.optionCount = optionCount
    self.seed = seed
  }

  /// `template/row/form/k/seed`.
  package var description: String {
    "\(template)/\(row)/\(form.rawValue)/\(optionCount)/\(seed)"
  }
}
