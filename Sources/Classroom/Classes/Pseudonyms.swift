package import QuizModel

/// Names that tell nothing of who bears them.
package enum Pseudonyms {
  /// Birds, without those whose name people bear too.
  private static let birds = [
    "Avocet", "Bittern", "Bunting", "Chough", "Crane", "Curlew", "Dipper", "Dunlin", "Egret",
    "Eider", "Falcon", "Fulmar", "Gannet", "Godwit", "Grebe", "Harrier", "Heron", "Hoopoe", "Ibis",
    "Jackdaw", "Kestrel", "Kite", "Lapwing", "Linnet", "Magpie", "Nightjar", "Nuthatch", "Oriole",
    "Osprey", "Ouzel", "Pelican", "Petrel", "Pipit", "Plover", "Puffin", "Quail", "Raven",
    "Redwing", "Rook", "Ruff", "Sandpiper", "Serin", "Shrike", "Siskin", "Skua", "Snipe",
    "Sparrow", "Starling", "Stork", "Swallow", "Tern", "Thrush", "Turnstone", "Twite", "Wagtail",
    "Warbler", "Waxwing", "Wheatear", "Whimbrel", "Wigeon",
  ]

  /// Pseudonyms that a class does not have yet, in an order that tells nothing.
  ///
  /// - Parameters:
  ///   - count: How many, 0 or more.
  ///   - taken: Those that are borne already.
  ///   - random: Decides.
  /// - Returns: As many as asked for, each once.
  package static func drawn(
    _ count: Int,
    without taken: [String],
    using random: inout SplitMix64
  ) -> [String] {
    let taken = Set(taken.map(Folding.folded))
    var drawn: [String] = []
    var round = 1
    while drawn.count < count {
      let names = birds.map { round == 1 ? $0 : "\($0) \(round)" }
        .filter { !taken.contains(Folding.folded($0)) }
      drawn += random.shuffled(names).prefix(count - drawn.count)
      round += 1
    }
    return drawn
  }
}
