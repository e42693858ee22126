import QuestionBank
import QuizModel

/// Draws the options of one multiple-choice item.
struct OptionDraw {
  let fact: Fact
  /// The plausible distractors, the best first.
  let candidates: [Candidate]
  /// Where the key may stand among ascending options; `nil` where options are shuffled.
  let places: KeyPlaces?

  /// Draws options and the place of the key.
  ///
  /// - Parameters:
  ///   - count: How many options are wanted; with fewer candidates there are fewer.
  ///   - generator: Decides.
  /// - Returns: `nil` where there are fewer than two distractors.
  func options(
    count: Int,
    using generator: inout SplitMix64
  ) -> (options: [ItemOption], key: Int)? {
    let wanted = min(count - 1, candidates.count)
    guard wanted >= 2 else { return nil }
    let key = ItemOption(
      text: fact.answer,
      answerID: fact.answerID,
      why: "",
      evidence: fact.evidence
    )
    guard let places else {
      let distractors = generator.shuffled(candidates).prefix(wanted).map(OptionDraw.option)
      let order = generator.shuffled(Array(0...wanted))
      let all = [key] + distractors
      return (order.map { all[$0] }, order.firstIndex(of: 0) ?? 0)
    }
    let below = candidates.filter { OptionOrder.precedes($0.text, fact.answer) }
    let above = candidates.filter { !OptionOrder.precedes($0.text, fact.answer) }
    guard
      let place = places.place(
        below: below.count,
        above: above.count,
        distractors: wanted,
        using: &generator
      )
    else { return nil }
    let lower = generator.shuffled(below).prefix(place)
    let upper = generator.shuffled(above).prefix(wanted - place)
    let sorted = (lower + upper).sorted { OptionOrder.precedes($0.text, $1.text) }
      .map(OptionDraw.option)
    return (sorted[..<place] + [key] + sorted[place...], place)
  }

  /// A candidate as an option.
  static func option(_ candidate: Candidate) -> ItemOption {
    ItemOption(
      text: candidate.text,
      answerID: candidate.answerID,
      why: candidate.why.sentenceCased,
      evidence: candidate.evidence
    )
  }
}
