/// An item as a row of Kahoot's spreadsheet.
struct KahootQuestion: Hashable, Sendable {
  /// How many answers a question may have.
  static let answerLimit = 4
  /// How long a question may be.
  ///
  /// Kahoot says characters and not how it counts them; in UTF-16 code units, as browsers count, no
  /// text comes out shorter.
  static let stemLength = 120
  /// How long an answer may be, counted in the same way.
  static let answerLength = 75

  /// The question, on one line.
  let stem: String
  /// The answers, each on one line; two to four.
  let answers: [String]
  /// The number of the right one, from 1 on.
  let correct: Int

  /// Why an item cannot be a question; empty if it can.
  static func obstacles(in item: PortableItem) -> [KahootOmission.Reason] {
    var result: [KahootOmission.Reason] = []
    if item.options.count > answerLimit {
      result.append(.options(count: item.options.count, limit: answerLimit))
    }
    let stem = PackagedText.singleLine(item.stem)
    if stem.isEmpty { result.append(.emptyStem) }
    if stem.utf16.count > stemLength {
      result.append(.stem(length: stem.utf16.count, limit: stemLength))
    }
    for (place, option) in item.options.enumerated() {
      let text = PackagedText.singleLine(option.text)
      if text.isEmpty { result.append(.emptyOption(number: place + 1)) }
      if text.utf16.count > answerLength {
        result.append(
          .option(number: place + 1, length: text.utf16.count, limit: answerLength)
        )
      }
    }
    return result
  }

  /// A question from an item in whose way nothing stands.
  init(_ item: PortableItem) {
    stem = PackagedText.singleLine(item.stem)
    answers = item.options.map { PackagedText.singleLine($0.text) }
    correct = item.key + 1
  }
}
