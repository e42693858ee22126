/// Shares drawn with characters, one row high.
struct Bar: Sendable {
  /// Columns, 1 or more.
  let width: Int
  /// Whether anything but ASCII may be drawn.
  let hasUnicode: Bool

  /// A bar that is filled up to a share, lightly up to a second one.
  ///
  /// - Parameters:
  ///   - share: 0 to 1; what is not nothing shows, what is not all leaves room.
  ///   - more: The second share; `nil`, or one that is not above the first, for none.
  /// - Returns: ``width`` columns.
  func text(_ share: Double, upTo more: Double? = nil) -> String {
    let full = cells(share)
    let light = max(full, more.map(cells) ?? full) - full
    let (filled, soft, empty) = hasUnicode ? ("█", "▒", "░") : ("#", "+", ".")
    return String(repeating: filled, count: full) + String(repeating: soft, count: light)
      + String(repeating: empty, count: width - full - light)
  }

  private func cells(_ share: Double) -> Int {
    guard share > 0 else { return 0 }
    guard share < 1 else { return width }
    let rounded = Int((share * Double(width)).rounded())
    return width < 2 ? rounded : min(max(rounded, 1), width - 1)
  }
}
