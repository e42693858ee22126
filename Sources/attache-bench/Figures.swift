import Glibc

/// Milliseconds of a clock that never jumps.
func milliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

/// Several measurements of one thing, summed up.
struct Figure: Encodable {
  let minimum: Double
  let median: Double
  let maximum: Double
  let runs: Int

  init(_ values: [Double]) {
    let sorted = values.sorted()
    minimum = sorted.first ?? 0
    maximum = sorted.last ?? 0
    median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    runs = sorted.count
  }
}

/// Everything that is measured; what was not is left out.
struct Figures: Encodable {
  /// Milliseconds to the first question of a compiled bank, under a pseudo-terminal.
  var launch: Figure?
  /// Milliseconds of `/bin/true` in the same harness.
  var launchOfTrue: Figure?
  /// The median of the differences, run by run.
  var launchAboveTrue: Double?
  /// Milliseconds to the first question of quiz(6).
  var launchOfQuiz: Figure?
  /// The median of the ratios to quiz(6), run by run.
  var launchToQuiz: Double?
  /// Items made in a second.
  var itemsPerSecond: Double?
  /// Items made to measure that.
  var items: Int?
  /// Seconds that a whole check of the bank takes.
  var bankCheckSeconds: Double?
  /// Milliseconds from the key to the verdict.
  var keyToVerdict: Figure?
  /// Milliseconds of processor time that the program itself takes for it.
  var keyToVerdictProcessor: Figure?
  /// Calls of fdatasync and fsync for each answer, from strace.
  var syncsPerAnswer: Double?
  /// Rows of the synthetic bank.
  var syntheticRows: Int?
  /// Milliseconds to its first question, not compiled before.
  var syntheticFirst: Double?
  /// Milliseconds to its first question afterwards.
  var syntheticAfter: Figure?
  /// The most memory that it took to compile, in megabytes.
  var syntheticPeakMegabytes: Double?
  /// What papers, marking and reports take.
  var classroom: ClassroomFigures?
  /// What a log of a million answers takes.
  var scale: ScaleFigures?
  /// Answers for which the memory model was compared with PyPI's `fsrs`.
  var agreementAnswers: Int?
  /// The largest relative deviation in stability, difficulty and retrievability, in this order.
  var agreementDeviations: [Double]?
}
