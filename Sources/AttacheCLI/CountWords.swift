/// Numbers with what they count.
enum CountWords {
  /// `1 point`, `2 points`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
