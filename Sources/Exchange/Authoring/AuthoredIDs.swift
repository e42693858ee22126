import QuizModel

/// Gives the items of one file the ids that they have in a bank.
///
/// An id hangs on the file alone, so that the same file read again names each question alike.
struct AuthoredIDs {
  private var items: [String: PortableItem] = [:]

  /// No id given yet.
  init() {}

  /// The id of the next item of the file.
  ///
  /// - Parameter item: Cleaned.
  /// - Returns: `nil` where the file holds the very same item before.
  mutating func next(_ item: PortableItem) -> String? {
    let base = AuthoredIDs.base(of: item)
    var id = base
    // What makes it another question first, then all of it.
    let wordings = [
      [item.stem] + item.options.map(\.text),
      item.options.map(\.why) + item.sources
        + [item.explanation, item.stem, item.topic, "\(item.key)"],
    ]
    var hash = StableHash()
    var round = 0
    while let other = items[id] {
      if other == item { return nil }
      for text in wordings[min(round, wordings.count - 1)] { hash.update(text) }
      id = Slug.shortened(base) + "-" + hash.hexadecimal
      round += 1
    }
    items[id] = item
    return id
  }

  private static func base(of item: PortableItem) -> String {
    guard item.id.isEmpty else { return Slug.name(of: item.id, prefix: "item") }
    let words = Slug.shortened(Slug.opening(of: item.stem))
    return (words.isEmpty ? "item" : words) + "-" + StableHash(of: item.stem).hexadecimal
  }
}
