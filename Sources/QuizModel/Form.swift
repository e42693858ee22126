/// How an item is asked.
package enum Form: String, Codable, Hashable, Sendable, CaseIterable {
  /// One key among three to five options.
  case multipleChoice = "multiple-choice"
  /// A statement that holds or does not.
  case trueFalse = "true-false"
  /// An answer that the learner types, without seeing options.
  case typed
}
