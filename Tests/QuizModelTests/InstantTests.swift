import QuizModel
import Testing

/// Moments in days.
@Suite struct InstantTests {
  @Test("counts days of 24 hours from the epoch, before it too")
  func days() {
    #expect(Instant(milliseconds: 129_600_000).days == 1.5)
    #expect(Instant(milliseconds: -43_200_000).days == -0.5)
  }

  @Test(
    "goes ahead by days, rounded up to the millisecond",
    arguments: [(1.5, 129_600_000), (-0.5, -43_200_000), (0, 0), (1e-12, 1)] as [(Double, Int64)]
  )
  func ahead(days: Double, milliseconds: Int64) {
    #expect(Instant(milliseconds: 0).advanced(byDays: days).milliseconds == milliseconds)
  }

  @Test("bears any number of days", arguments: [Double.infinity, -.infinity, 1e300, .nan])
  func anyNumber(days: Double) {
    let moved = Instant(milliseconds: 0).advanced(byDays: days)
    #expect(abs(moved.days) <= 1e6)
  }
}
