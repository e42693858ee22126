import QuizModel

/// An item that is fit to be packed, and the name by which the same package knows it again.
struct PackagedItem: Sendable {
  /// The item.
  let item: PortableItem
  /// 64 bits that depend on the bank's identity and the item's id alone, different for each item of
  /// a package.
  let name: StableHash

  /// Takes the items of a package.
  ///
  /// - Parameters:
  ///   - items: One or more, in their order.
  ///   - bank: The identity of the bank that they come from, which keeps apart what other banks call
  ///     the same.
  /// - Returns: The items in the same order.
  /// - Throws: What is wrong with the first item that cannot be packed.
  static func all(
    of items: [PortableItem],
    bank: String
  ) throws(PackageError) -> [PackagedItem] {
    guard !items.isEmpty else { throw .noItems }
    var names: Set<UInt64> = []
    var result: [PackagedItem] = []
    for (place, item) in items.enumerated() {
      try check(item, place: place)
      var name = StableHash()
      name.update(bank)
      name.update(item.id)
      // A statement that was generated had another subject in the first release: cards that are kept
      // must not change their truth.
      if item.id.contains("/\(Form.trueFalse.rawValue)/2/") { name.update("2") }
      guard names.insert(name.value).inserted else { throw .repeatedID(item.id) }
      result.append(PackagedItem(item: item, name: name))
    }
    return result
  }

  private static func check(_ item: PortableItem, place: Int) throws(PackageError) {
    guard !item.id.isEmpty else { throw .noID(place: place) }
    guard item.form != .typed else { throw .typedItem(id: item.id) }
    guard item.options.count >= 2 else {
      throw .tooFewOptions(id: item.id, count: item.options.count)
    }
    guard item.options.indices.contains(item.key) else {
      throw .keyOutOfRange(id: item.id, key: item.key, options: item.options.count)
    }
  }
}
