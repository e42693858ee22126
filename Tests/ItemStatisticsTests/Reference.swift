import Foundation
import ItemStatistics
import TestSupport
import Testing

/// What numpy and SciPy make of simulated answers, from `Fixtures/make_reference.py`.
struct Reference: Decodable {
  /// A figure: three numbers, the number of people if they are too few, or nothing.
  enum ExpectedFigure: Decodable {
    case numbers([Double])
    case tooFew(Int)
    case undefined

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .undefined
      } else if let count = try? container.decode(Int.self) {
        self = .tooFew(count)
      } else {
        self = .numbers(try container.decode([Double].self))
      }
    }
  }

  struct ExpectedOption: Decodable {
    let count: Int
    let groups: [Double]?
    let mean: ExpectedFigure
    let correlation: ExpectedFigure
  }

  struct ExpectedQuestion: Decodable {
    let facility: ExpectedFigure
    let corrected: ExpectedFigure
    let discrimination: ExpectedFigure
    let difference: ExpectedFigure
    let dropped: ExpectedFigure
    let unanswered: Int
    let flags: [String]
    let options: [ExpectedOption]
  }

  struct ExpectedTest: Decodable {
    let mean: ExpectedFigure
    let deviation: ExpectedFigure
    let alpha: ExpectedFigure
    let error: ExpectedFigure
    let formula: [Double]
    let questions: [ExpectedQuestion]
  }

  struct SimulatedTest: Decodable, CustomTestStringConvertible {
    let name: String
    let questions: [[Int]]
    let people: [String]
    let expected: ExpectedTest

    var testDescription: String { name }

    /// The answers as the analysis takes them.
    var responses: TestResponses {
      TestResponses(
        questions: questions.map { TestResponses.Question(options: $0[0], key: $0[1]) },
        choices: people.map { row in row.map(\.wholeNumberValue) }
      )
    }
  }

  struct Gain: Decodable {
    let before: [Double]
    let after: [Double]
    let expected: ExpectedFigure
  }

  struct Distribution: Decodable {
    let name: String
    let arguments: [Double]
    let expected: Double
  }

  let tests: [SimulatedTest]
  let gains: [Gain]
  let distributions: [Distribution]

  init() throws {
    let file = SourceTree.root.appendingPathComponent(
      "Tests/ItemStatisticsTests/Fixtures/reference.json"
    )
    self = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
  }
}

extension Figure {
  /// Whether it is what was worked out elsewhere, to within a billionth.
  func agrees(with expected: Reference.ExpectedFigure) -> Bool {
    switch (self, expected) {
    case (.estimate(let estimate), .numbers(let numbers)):
      let ours = [estimate.value, estimate.lower, estimate.upper]
      return numbers.count == 3 && zip(ours, numbers).allSatisfy { abs($0 - $1) < 1e-9 }
    case (.tooFewAnswers(let count), .tooFew(let people)):
      return count == people
    case (.undefined, .undefined):
      return true
    default:
      return false
    }
  }
}
