/// The moment when the time for a line is over.
struct Deadline {
  private let instant: ContinuousClock.Instant?

  /// Sets a deadline.
  ///
  /// - Parameter timeLimit: Time from now; `nil` for no deadline.
  init(after timeLimit: Duration?) {
    // Half a century stands for every longer time, which the clock's arithmetic might not bear.
    instant = timeLimit.map { ContinuousClock.now + min($0, .seconds(1_600_000_000)) }
  }

  /// Whether time is over.
  var hasPassed: Bool {
    instant.map { $0 <= ContinuousClock.now } ?? false
  }

  /// Time left in milliseconds, rounded up, as `poll` wants it; -1 without a deadline.
  var millisecondsLeft: Int32 {
    guard let instant else { return -1 }
    let left = ContinuousClock.now.duration(to: instant)
    guard left > .zero else { return 0 }
    // A day at most, then the caller asks again.
    return Int32(min((left / .milliseconds(1)).rounded(.up), 86_400_000))
  }
}
