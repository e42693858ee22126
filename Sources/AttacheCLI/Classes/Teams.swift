/// What teams are called.
enum Teams {
  /// Colours that begin with different letters, so that one letter names a team.
  static let names = [
    "Red", "Blue", "Green", "Yellow", "Orange", "White", "Pink", "Lilac", "Turquoise", "Silver",
    "Copper", "Violet",
  ]
}
