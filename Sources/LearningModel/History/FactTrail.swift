package import QuizModel

/// What happened between one learner and one fact.
package struct FactTrail: Hashable, Sendable, Codable {
  /// How often it was answered.
  package var answers = 0
  /// How often rightly.
  package var right = 0
  /// How often it was missed after it had been answered rightly, or twice running.
  package var lapses = 0
  /// Right answers since the last wrong one.
  package var run = 0
  /// When it was last answered.
  package var last = Instant(milliseconds: 0)
  /// The template that asked it last.
  package var template = ""
  /// The form in which it was asked last.
  package var form = Form.multipleChoice
  /// The templates whose answer is another one now than when the fact was answered last.
  package var changed: Set<String> = []
  /// The answer ids that were taken for the right one, with how often.
  package var confusions: [String: Int] = [:]

  /// Never answered.
  package init() {}

  /// Whether it keeps failing: missed four times or more, and more often than not.
  package var isLeech: Bool { lapses >= 4 && right < answers - right }

  /// Takes in an answer.
  ///
  /// - Parameters:
  ///   - review: Not before the one taken in last.
  ///   - current: What stands for the answer of each template that tells the fact now.
  mutating func take(_ review: Review, answers current: [String: String]) {
    answers += 1
    last = max(last, review.instant)
    (template, form) = (review.template, review.form)
    // Of some answers no more is kept than what one template told.
    if review.digest.hasPrefix(KnowledgeDigest.prefix) { changed = [] }
    changed.remove(review.template)
    changed.formUnion(KnowledgeDigest.changed(from: review.digest, to: current))
    if review.isRight {
      right += 1
      run += 1
      return
    }
    if answers > 1 { lapses += 1 }
    run = 0
    // The wrong half of a statement is no thing that could be taken for another.
    if let chosen = review.chosen, review.form != .trueFalse {
      confusions[chosen, default: 0] += 1
    }
  }
}
