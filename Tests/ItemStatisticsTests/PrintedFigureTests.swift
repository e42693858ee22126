import ItemStatistics
import Testing

@Suite("Figures that other programs print")
struct PrintedFigureTests {
  /// What `itemstats` prints, to three digits, on the page of the data set LSAT6.
  ///
  /// Package mirt for R, version 1.40 (R. P. Chalmers, Journal of Statistical Software 48 (2012), 6).
  @Test("of section 6 of the Law School Admission Test come out as the package mirt prints them")
  func lawSchoolAdmissionTest() throws {
    let analysis = TestAnalysis(LawSchoolAdmissionTest.responses)
    #expect(analysis.people == 1_000)
    try expect(analysis.meanScore, prints: 3.819)
    try expect(analysis.standardDeviation, prints: 1.035)
    try expect(analysis.reliability, prints: 0.295)
    try #require(analysis.questions.count == 5)
    let printed = [
      (0.924, 0.113, 0.275), (0.709, 0.153, 0.238), (0.553, 0.173, 0.217), (0.763, 0.144, 0.246),
      (0.870, 0.122, 0.266),
    ]
    for (question, (mean, withoutIt, alphaWithoutIt)) in zip(analysis.questions, printed) {
      try expect(question.facility, prints: mean)
      try expect(question.discrimination, prints: withoutIt)
      try expect(question.reliabilityIfDropped, prints: alphaWithoutIt)
    }
  }

  private func expect(_ figure: Figure, prints number: Double) throws {
    let value = try #require(figure.estimate).value
    #expect(abs(value - number) <= 0.000_5, "\(value), printed as \(number)")
  }

  /// `proportion_confint(count, people, method="wilson")` of the package statsmodels for Python.
  @Test(
    "of single shares come out as the package statsmodels has them",
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (1, 29, 0.0061, 0.1718),
    ]
  )
  func shares(count: Int, people: Int, lower: Double, upper: Double) throws {
    let share = try #require(
      Estimate.share(Double(count) / Double(people), of: Double(people))
    )
    #expect(abs(share.lower - lower) <= 0.000_05)
    #expect(abs(share.upper - upper) <= 0.000_05)
  }

  /// `confint_proportions_2indep(…, method="newcomb")` of the package statsmodels for Python.
  @Test(
    "of differences of shares come out as the package statsmodels has them",
    arguments: [
      ((56, 70), (48, 80), 0.0524, 0.3339), ((9, 10), (3, 10), 0.1705, 0.8090),
      ((6, 7), (2, 7), 0.0582, 0.8062), ((5, 56), (0, 29), -0.0381, 0.1926),
      ((0, 10), (0, 20), -0.1611, 0.2775), ((0, 10), (0, 10), -0.2775, 0.2775),
      ((10, 10), (0, 20), 0.6791, 1), ((10, 10), (0, 10), 0.6075, 1),
    ]
  )
  func differences(first: (Int, Int), second: (Int, Int), lower: Double, upper: Double) throws {
    func share(_ part: (Int, Int)) throws -> Estimate {
      try #require(Estimate.share(Double(part.0) / Double(part.1), of: Double(part.1)))
    }
    let difference = try #require(Estimate.difference(share(first), share(second)))
    #expect(abs(difference.lower - lower) <= 0.000_05)
    #expect(abs(difference.upper - upper) <= 0.000_05)
  }
}
