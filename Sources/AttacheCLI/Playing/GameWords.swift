/// Words around a game that are not the session's.
enum GameWords {
  /// How the same game is played once more.
  static func replay(seed: UInt64) -> String { "The same questions again: --seed \(seed)" }
}
