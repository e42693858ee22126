extension Item {
  /// Whether the explanation names the right answer, so that it need not be named before it.
  package var explanationHoldsKey: Bool {
    let key = FoldedText(answer)
    return !key.bytes.isEmpty && FoldedText(explanation).containsWords(key)
  }

  /// The date up to which the fact is known to hold: of what can change alone, and never later than
  /// the newest of its sources.
  package var shownAsOf: PartialDate? {
    guard changes, let date = PartialDate(asOf) else { return nil }
    let dates = sources.compactMap { PartialDate($0.date) }
    guard let newest = dates.max(by: { $0.description < $1.description }) else { return date }
    // A year alone is not before a day within it.
    return date.description > newest.description
      && !date.description.hasPrefix(newest.description) ? newest : date
  }
}
