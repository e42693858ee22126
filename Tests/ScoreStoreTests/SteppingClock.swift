import QuizModel
import Synchronization

/// A clock that moves by one second at each look, or as told.
///
/// A class, because the log and the test look at the same clock.
final class SteppingClock: Sendable {
  static let start = Instant(milliseconds: 1_790_000_000_000)
  static let day: Int64 = 24 * 60 * 60 * 1_000

  private let time = Mutex(SteppingClock.start)

  func now() -> Instant {
    time.withLock { time in
      time = time.advanced(byMilliseconds: 1_000)
      return time
    }
  }

  func move(byDays days: Int) {
    time.withLock { $0 = $0.advanced(byMilliseconds: Int64(days) * SteppingClock.day) }
  }
}
