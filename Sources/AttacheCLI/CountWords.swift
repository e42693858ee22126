/// Numbers with what they count.
enum CountWords {
  /// `1 point`, `2 points`; another plural where it is given.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? "\(noun)s")"
  }
}
