/// How much of a row a question uses, from least to most.
package enum Precision: String, Hashable, Sendable, CaseIterable, Comparable {
  /// What the row says, without its date.
  case row
  /// Before or after another date, at least two years apart.
  case order
  /// The year.
  case year
  /// The month.
  case month
  /// The day.
  case day

  /// Orders from least to most.
  package static func < (left: Precision, right: Precision) -> Bool {
    left.place < right.place
  }

  private var place: Int { Precision.allCases.firstIndex(of: self) ?? 0 }
}
