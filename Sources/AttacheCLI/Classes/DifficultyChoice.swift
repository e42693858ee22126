import ArgumentParser

/// Which difficulties of questions are wanted.
struct DifficultyChoice: ExpressibleByArgument, Hashable {
  /// Within -2 (easy) and 2 (hard).
  let range: ClosedRange<Int>

  /// All of them.
  static let any = DifficultyChoice(range: -2...2)

  private static let names: [(String, ClosedRange<Int>)] = [
    ("easy", -2...0), ("medium", 0...1), ("hard", 1...2), ("any", -2...2),
  ]

  private init(range: ClosedRange<Int>) {
    self.range = range
  }

  /// Reads `easy`, `medium`, `hard`, `any`, a number from -2 to 2, or two with dots between.
  init?(argument: String) {
    if let (_, range) = DifficultyChoice.names.first(where: { $0.0 == argument.lowercased() }) {
      self.init(range: range)
      return
    }
    let ends = argument.replacing("..", with: " ").split(separator: " ").map { Int($0) }
    guard let first = ends.first, let last = ends.last, ends.count <= 2,
      let lower = first, let upper = last, lower <= upper, (-2...2).contains(lower),
      (-2...2).contains(upper)
    else { return nil }
    self.init(range: lower...upper)
  }

  var defaultValueDescription: String { "any" }

  static var allValueStrings: [String] { names.map(\.0) }
}
