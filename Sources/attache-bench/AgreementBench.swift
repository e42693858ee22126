import LearningModel
import QuizModel

/// Compares FSRS with what PyPI's `fsrs` makes of the same histories.
///
/// They come from `make_histories.py`, beside the tests of the memory model, which tells the format.
enum AgreementBench {
  /// A line that is not as the script writes it.
  struct UnreadableLine: Error {
    let line: String
  }

  /// Reads histories from the standard input.
  static func run(into figures: inout Figures) throws {
    let model = FSRS()
    var memory: FactMemory?
    var milliseconds = 0.0
    var answers = 0
    var deviations = [0.0, 0, 0]
    while let line = readLine() {
      guard !line.hasPrefix("#") else { continue }
      guard !line.isEmpty else {
        memory = nil
        milliseconds = 1_792_000_123_457
        continue
      }
      let numbers = line.split(separator: " ").compactMap { Double($0) }
      guard numbers.count == 6, let rating = Rating(rawValue: Int(numbers[1])) else {
        throw UnreadableLine(line: line)
      }
      milliseconds += numbers[0]
      let day = milliseconds / Instant.dayLength
      let next =
        memory.map { model.next($0, rating: rating, on: day) } ?? model.first(rating, on: day)
      let recall = model.retrievability(
        stability: next.stability,
        elapsed: next.elapsed(until: day + numbers[4])
      )
      let pairs = [
        (next.stability, numbers[2]), (next.difficulty, numbers[3]), (recall, numbers[5]),
      ]
      for (place, pair) in pairs.enumerated() {
        deviations[place] = max(deviations[place], abs(pair.0 / pair.1 - 1))
      }
      answers += 1
      memory = next
    }
    figures.agreementAnswers = answers
    figures.agreementDeviations = deviations
  }
}
