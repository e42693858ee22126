import QuestionGenerator
import QuizModel
import Study

/// Where the items of a session come from, one after another.
protocol ItemSource {
  /// The next item; `nil` when nothing is left that may be asked.
  mutating func next() throws -> Item?
}

extension SessionDraw: ItemSource {}

extension StudyDraw: ItemSource {}

/// Items that are known beforehand.
struct FixedItems: ItemSource {
  private var items: ArraySlice<Item>

  /// These, in this order.
  init(_ items: [Item]) {
    self.items = items[...]
  }

  mutating func next() -> Item? { items.popFirst() }
}
