import Foundation
import QuizModel

/// What makes a question the same question wherever it is met: its type, its stem and its key,
/// whatever it is called.
struct QuestionIdentity: Hashable {
  /// Whether it is a statement to be judged.
  let isStatement: Bool
  /// What is asked.
  let stem: Likeness
  /// The right answer.
  let key: Likeness

  /// A question with its wrong options.
  struct Whole: Hashable {
    private let identity: QuestionIdentity
    private let wrong: Set<Likeness>

    /// All of a question of a file.
    init(_ question: KnownQuestions.Asked) {
      identity = question.identity
      wrong = question.wrong
    }
  }

  /// The identity of a question from its parts.
  init(isStatement: Bool, stem: String, key: String) {
    self.isStatement = isStatement
    self.stem = Likeness(of: stem)
    self.key = Likeness(of: key)
  }

  /// The identity of a cleaned item with a right option.
  init(_ item: PortableItem) {
    self.init(
      isStatement: item.form == .trueFalse,
      stem: item.stem,
      key: item.options[item.key].text
    )
  }

  /// Sixteen hexadecimal digits that follow from it on every machine.
  ///
  /// - Parameter others: What tells questions of one identity apart.
  /// - Returns: The digits.
  func digits(with others: Set<Likeness> = []) -> String {
    var hash = StableHash()
    hash.update(isStatement ? Form.trueFalse.rawValue : Form.multipleChoice.rawValue)
    let texts = [stem.text, key.text] + others.map(\.text).sorted { $0.precedesInBytes($1) }
    // Programs and systems compose accents in one way or another.
    for text in texts { hash.update(text.precomposedStringWithCanonicalMapping) }
    return hash.hexadecimal
  }

  /// Whether another question of the same key asks the same in other words: half of the words of the
  /// shorter stem stand in the other.
  ///
  /// Of a statement a single word can be what it is about, so that this is never said of one.
  func isReworded(_ other: QuestionIdentity) -> Bool {
    guard !isStatement, !other.isStatement, key == other.key else { return false }
    let (words, others) = (QuestionIdentity.words(of: stem), QuestionIdentity.words(of: other.stem))
    return 2 * words.intersection(others).count >= max(1, min(words.count, others.count))
  }

  private static func words(of text: Likeness) -> Set<Substring> {
    Set(text.text.split { !$0.isLetter && !$0.isNumber })
  }
}
