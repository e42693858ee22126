import QuizModel
import Testing

@testable import Classroom

/// Orders of questions of which some are about the same.
@Suite struct QuestionOrderTests {
  /// How many stand within two places behind one about the same.
  private func meetings(_ order: [Int], _ about: [[String]]) -> Int {
    order.indices.count { place in
      (max(0, place - 2)..<place).contains { earlier in
        !Set(about[order[earlier]]).isDisjoint(with: about[order[place]])
      }
    }
  }

  /// The fewest meetings of any order.
  private func fewest(_ about: [[String]]) -> Int {
    func search(_ order: [Int], _ met: Int, _ best: Int) -> Int {
      guard met < best else { return best }
      guard order.count < about.count else { return met }
      var best = best
      for next in about.indices where !order.contains(next) {
        let near = order.suffix(2).flatMap { about[$0] }
        let meets = !Set(near).isDisjoint(with: about[next])
        best = search(order + [next], met + (meets ? 1 : 0), best)
      }
      return best
    }
    return search([], 0, about.count)
  }

  @Test("set apart what can be set apart", arguments: UInt64(0)..<150)
  func apart(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let lands = 2 + random.below(7)
    let about = (0..<(1 + random.below(7))).map { _ in
      (0..<(1 + random.below(2))).map { _ in "land \(random.below(lands))" }
    }
    let order = QuestionOrder.drawn(about, using: &random)
    #expect(order.sorted() == Array(about.indices))
    #expect(meetings(order, about) == fewest(about), "\(about)")
  }

  @Test("keep what is given where nothing is gained", arguments: UInt64(0)..<50)
  func kept(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let about = (0..<6).map { _ in ["land \(random.below(4))"] }
    let given = random.shuffled(Array(0..<6))
    let order = QuestionOrder.drawn(about, keeping: given, using: &random)
    let (before, after) = (meetings(given, about), meetings(order, about))
    #expect(order == given ? before == fewest(about) : after < before)
  }

  @Test("differ where nothing is in the way")
  func random() {
    var random = SplitMix64(seed: 1)
    let about = (0..<8).map { ["land \($0)"] }
    let orders = (0..<50).map { _ in QuestionOrder.drawn(about, using: &random) }
    #expect(Set(orders).count == 50)
    #expect(QuestionOrder.drawn([], using: &random).isEmpty)
  }
}
