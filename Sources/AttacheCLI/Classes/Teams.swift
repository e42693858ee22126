/// What teams are called.
enum Teams {
  /// Colours that begin with different letters, so that one letter names a team, and with none that
  /// marks an option.
  static let names = [
    "Red", "Green", "Yellow", "Orange", "White", "Pink", "Lilac", "Silver", "Indigo", "Magenta",
    "Violet", "Jade",
  ]
}
