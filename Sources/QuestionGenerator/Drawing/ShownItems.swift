package import QuestionBank
package import QuizModel

/// The items of a session so far; tells whether another may follow them (rule 18).
package struct ShownItems {
  private var texts: [ShownText] = []

  /// None so far.
  package init() {}

  /// Whether an item is given away by none that was shown, nor gives one away.
  ///
  /// - Parameters:
  ///   - item: What may follow.
  ///   - bank: Where the names of what it is about stand.
  ///   - isPolite: Whether it also has to keep its distance from the last two.
  /// - Returns: Whether it may follow.
  /// - Throws: What the bank throws.
  package func admit(
    _ item: Item,
    bank: QuestionBank,
    isPolite: Bool
  ) throws(BankError) -> Bool {
    var names: [[String]] = []
    for id in item.about { names.append(try bank.names(of: id)) }
    for earlier in texts where earlier.givesAway(item, aboutNames: names) { return false }
    guard isPolite else { return true }
    let neighbours = texts.suffix(2).flatMap(\.about)
    return Set(item.about).isDisjoint(with: neighbours)
  }

  /// Takes in an item that is shown.
  package mutating func take(_ item: Item) {
    texts.append(ShownText(item))
  }
}
