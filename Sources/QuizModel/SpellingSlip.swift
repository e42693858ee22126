/// One slip of the finger: a letter too many, missing, wrong, or exchanged with its neighbour.
package enum SpellingSlip {
  /// Whether at most one edit turns one text into another.
  ///
  /// Damerau's restricted distance (Boytsov 2011, section 2.2) of at most 1, in time that grows
  /// with the length alone.
  package static func isWithinOne(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard long.count - short.count <= 1 else { return false }
    guard let place = short.indices.first(where: { short[$0] != long[$0] }) else { return true }
    if short.count < long.count {
      return short[place...].elementsEqual(long[(place + 1)...])
    }
    if short[(place + 1)...].elementsEqual(long[(place + 1)...]) { return true }
    return place + 1 < short.count && short[place] == long[place + 1]
      && short[place + 1] == long[place]
      && short[(place + 2)...].elementsEqual(long[(place + 2)...])
  }
}
