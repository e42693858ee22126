import QuizModel
import Testing

@Suite("Ranks")
struct RankTests {
  @Test(
    "are earned by points",
    arguments: [
      (-1, .attache), (0, .attache), (999, .attache), (1_000, .thirdSecretary),
      (2_999, .thirdSecretary), (3_000, .secondSecretary), (7_000, .firstSecretary),
      (14_999, .firstSecretary), (15_000, .counsellor), (30_000, .minister),
      (59_999, .minister), (60_000, .ambassador), (Int.max, .ambassador),
    ] as [(Int, Rank)]
  )
  func earned(_ points: Int, _ rank: Rank) {
    #expect(Rank(points: points) == rank)
  }

  @Test("are each held from their own points on", arguments: Rank.allCases)
  func bounds(_ rank: Rank) {
    #expect(Rank(points: rank.points) == rank)
    if rank > .attache { #expect(Rank(points: rank.points - 1) < rank) }
  }

  @Test("lead from one to the next up to the ambassador")
  func ladder() {
    var climbed: [Rank] = [.attache]
    while let next = climbed.last?.next, climbed.count < 20 { climbed.append(next) }
    #expect(climbed == Rank.allCases.sorted())
    #expect(climbed.last == .ambassador)
    #expect(Rank.ambassador.next == nil)
  }
}
