import Foundation
import LineEditing

/// Runs work that must not take long, and ends the process if it does.
///
/// A test's time limit cannot stop a call that blocks its thread.
func withWatchdog<Result>(seconds: Double = 30, _ work: () throws -> Result) rethrows -> Result {
  let alarm = DispatchWorkItem { fatalError("A read hung for \(seconds) s") }
  DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: alarm)
  defer { alarm.cancel() }
  return try work()
}

/// Runs work on another thread a little later, while this one waits for a line.
func after(milliseconds: Int, _ work: @escaping @Sendable () -> Void) {
  DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds), execute: work)
}

/// Sends a signal to this process and waits until it has come.
///
/// Not `raise`: the threads that tests run on block most signals.
func send(_ signal: Int32) {
  kill(getpid(), signal)
  usleep(50_000)
}

extension LineReading {
  /// Asks for a line with a limit that a test that works does not reach.
  func ask(
    _ prompt: Prompt = "> ",
    timeLimit: Duration = .seconds(10),
    completions: [String] = [],
    keepsHistory: Bool = false,
  ) -> LineInput {
    let request = LineRequest(
      prompt: prompt,
      timeLimit: timeLimit,
      completions: completions,
      keepsHistory: keepsHistory
    )
    return withWatchdog { readLine(request) }
  }
}
