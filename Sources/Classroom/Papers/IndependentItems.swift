import QuestionBank
import QuestionGenerator
import QuizModel

/// Items of which none gives another away, in whatever order they stand (rule 18).
///
/// A session has one order; the forms of a paper have many, so each pair is held against the other
/// both ways.
struct IndependentItems {
  /// The items that were let in, in that order.
  private(set) var items: [Item] = []
  private var texts: [ShownText] = []
  private var names: [[[String]]] = []
  private let bank: QuestionBank

  /// None so far.
  init(bank: QuestionBank) {
    self.bank = bank
  }

  /// Lets an item in, unless it gives one of the others away or is given away.
  ///
  /// - Returns: Whether it was let in.
  /// - Throws: What the bank throws.
  mutating func admit(_ item: Item) throws(BankError) -> Bool {
    let text = ShownText(item)
    var itemNames: [[String]] = []
    for id in item.about { itemNames.append(try bank.names(of: id)) }
    for place in items.indices {
      guard !texts[place].givesAway(item, aboutNames: itemNames),
        !text.givesAway(items[place], aboutNames: names[place])
      else { return false }
    }
    items.append(item)
    texts.append(text)
    names.append(itemNames)
    return true
  }
}
