import QuestionBank
import QuizModel

/// Items of one template as players see them who know none of its facts: the ids of the options,
/// and which of them is the key.
struct ItemPool {
  /// One item.
  struct Sighting: Hashable {
    /// The answer ids of the options, in their order.
    let options: [String]
    /// The place of the key.
    let key: Int
    /// The topic that is shown with it.
    let topic: String
  }

  /// The items of each fact; none is empty.
  let facts: [[Sighting]]

  /// How many facts are looked at: of more, those that a hash picks.
  static let factLimit = 40
  /// How many items of each.
  static let seeds: Range<UInt64> = 1..<5

  /// A pool of items that were made already.
  init(facts: [[Sighting]]) {
    self.facts = facts
  }

  /// A pool of items with three options.
  ///
  /// - Parameters:
  ///   - number: The template.
  ///   - generator: Makes the items.
  /// - Throws: What the bank throws.
  init(of number: Int, by generator: ItemGenerator) throws(BankError) {
    let bank = generator.bank
    var found: [[Sighting]] = []
    for position in ItemPool.positions(bank.factCounts[number]) {
      guard let fact = try bank.fact(template: number, position: position) else { continue }
      var sightings: [Sighting] = []
      for seed in ItemPool.seeds {
        guard
          let item = try generator.item(
            for: fact,
            form: .multipleChoice,
            optionCount: 3,
            seed: seed
          )
        else { break }
        sightings.append(
          Sighting(options: item.options.map(\.answerID), key: item.key, topic: item.topic)
        )
      }
      if !sightings.isEmpty { found.append(sightings) }
    }
    facts = found
  }

  private static func positions(_ count: Int) -> [Int] {
    let all = Array(1..<(count + 1))
    guard count > factLimit else { return all }
    var random = SplitMix64(seed: UInt64(count))
    return Array(random.shuffled(all).prefix(factLimit))
  }
}
