import LearningModel
import QuestionBank
import QuestionGenerator
import QuizModel

/// Chooses the item that asks a fact in a wanted way.
///
/// An item depends on its seed alone, so that one with certain distractors is looked for among seeds.
struct ItemChoice {
  private let bank: QuestionBank
  private let generator: ItemGenerator
  private let templates: [String: Int]

  /// How many seeds are tried for an item that holds a certain distractor.
  private static let pairSeeds: UInt64 = 40
  /// How many seeds are tried for closer distractors.
  private static let closeSeeds: UInt64 = 12

  /// A choice among what a generator makes.
  init(generator: ItemGenerator) {
    bank = generator.bank
    self.generator = generator
    templates = Dictionary(
      generator.bank.templates.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The templates that may ask a fact, in the order of their names.
  func askings(of entry: FactCatalogue.Entry) -> [AskingWays.Asking] {
    let all = entry.templates.map { ($0, false) } + entry.statingTemplates.map { ($0, true) }
    return all.compactMap { name, isOnlyStated in
      templates[name].map { place in
        AskingWays.Asking(
          template: name,
          difficulty: bank.templates[place].difficulty,
          isOnlyStated: isOnlyStated
        )
      }
    }
  }

  /// An item that asks a fact.
  ///
  /// - Parameters:
  ///   - id: The fact.
  ///   - way: How it is asked.
  ///   - confused: Answer ids of which one is to stand beside the key, if that is possible.
  ///   - seed: Where the search begins.
  /// - Returns: `nil` where the fact cannot be asked in this way.
  /// - Throws: What the bank throws.
  func item(
    _ id: FactID,
    way: AskingWays.Way,
    confused: Set<String>,
    seed: UInt64
  ) throws(BankError) -> Item? {
    if way.form == .trueFalse, let number = templates[way.template],
      bank.templates[number].slotIsSubject
    {
      return try generator.item(
        for: .subject(id, template: number),
        form: .trueFalse,
        optionCount: 2,
        seed: seed
      )
    }
    guard let asked = try asked(id, way: way, seed: seed) else { return nil }
    guard way.form == .multipleChoice else { return asked.item }
    if let item = try holding(confused, asked: asked, way: way) { return item }
    return way.isClose ? try closest(asked, way: way) : asked.item
  }

  /// An item in which the key stands beside one of some answer ids; `nil` where none does.
  func pair(
    _ id: FactID,
    way: AskingWays.Way,
    confused: Set<String>,
    seed: UInt64
  ) throws(BankError) -> Item? {
    guard way.form == .multipleChoice, let asked = try asked(id, way: way, seed: seed) else {
      return nil
    }
    return try holding(confused, asked: asked, way: way)
  }

  /// A fact and the first item made of it.
  private struct Asked {
    let fact: Fact
    let item: Item
  }

  private func asked(_ id: FactID, way: AskingWays.Way, seed: UInt64) throws(BankError) -> Asked? {
    guard let template = templates[way.template],
      let fact = try bank.fact(template: template, row: id.row),
      let item = try made(fact, way: way, seed: seed)
    else { return nil }
    return Asked(fact: fact, item: item)
  }

  private func made(_ fact: Fact, way: AskingWays.Way, seed: UInt64) throws(BankError) -> Item? {
    try generator.item(for: fact, form: way.form, optionCount: way.options, seed: seed)
  }

  private func holding(
    _ confused: Set<String>,
    asked: Asked,
    way: AskingWays.Way
  ) throws(BankError) -> Item? {
    // One that no template offers is not worth the search.
    let offered = try bank.candidates(for: asked.fact).map(\.answerID)
    guard !confused.isDisjoint(with: offered) else { return nil }
    for offset in 0..<ItemChoice.pairSeeds {
      let seed = asked.item.id.seed &+ offset
      guard let item = try made(asked.fact, way: way, seed: seed) else { continue }
      if item.distractors.contains(where: { confused.contains($0.answerID) }) { return item }
    }
    return nil
  }

  /// Of a few seeds the one with the closest distractors.
  ///
  /// Only those with the key in the same place are compared: among options in numeric order the
  /// closest stand on both sides, and the key would come to stand in the middle.
  private func closest(_ asked: Asked, way: AskingWays.Way) throws(BankError) -> Item {
    let ranks = Dictionary(
      try bank.candidates(for: asked.fact).enumerated().map { ($1.answerID, $0) },
      uniquingKeysWith: min
    )
    func distance(_ item: Item) -> Int {
      item.distractors.reduce(0) { $0 + (ranks[$1.answerID] ?? ranks.count) }
    }
    var best = asked.item
    for offset in 1..<ItemChoice.closeSeeds {
      let seed = asked.item.id.seed &+ offset
      guard let item = try made(asked.fact, way: way, seed: seed), item.key == asked.item.key,
        item.options.count == asked.item.options.count, distance(item) < distance(best)
      else { continue }
      best = item
    }
    return best
  }
}
