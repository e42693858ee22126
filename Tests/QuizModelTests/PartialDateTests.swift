import Foundation
import QuizModel
import TestSupport
import Testing

@Suite("Partial dates")
struct PartialDateTests {
  @Test(
    "are read and written in the ISO form",
    arguments: [
      "1958", "1958-09", "1958-09-25", "0001", "0001-01-01", "9999-12-31", "2000-02-29",
      "2024-02-29", "1900-02-28",
    ]
  )
  func roundTrip(_ text: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.description == text)
  }

  @Test(
    "refuse other shapes and days that no calendar has",
    arguments: [
      "", "-", "58", "195", "19580", "1958-", "1958-9", "1958-009", "1958-13", "1958-00",
      "1958-09-", "1958-09-5", "1958-09-31", "1958-09-00", "1900-02-29", "2023-02-29",
      "2100-02-29", "1958-02-30", "1958-09-25-01", "1958/09/25", " 1958", "1958 ", "+958", "0000",
      "0000-01-01", "-958", "19x8", "１９５８", "1958-09-٢٥", "1958–09", "1958-09-25T00",
    ]
  )
  func refused(_ text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test("agree with Python about which days there are")
  func validityAgainstPython() throws {
    let program = """
      import datetime
      for year in (1, 4, 100, 400, 1582, 1899, 1900, 1999, 2000, 2023, 2024, 2100, 9999):
          for month in range(0, 15):
              for day in range(0, 34):
                  try:
                      datetime.date(year, month, day)
                      valid = 1
                  except ValueError:
                      valid = 0
                  print('%04d-%02d-%02d %d' % (year, month, day, valid))
      """
    let lines = String(decoding: try Python.run(program), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 13 * 15 * 34)
    for line in lines {
      let parts = line.split(separator: " ").map(String.init)
      #expect((PartialDate(parts[0]) != nil) == (parts[1] == "1"), "\(parts[0])")
    }
  }

  @Test(
    "lose a step of precision at a time",
    arguments: [
      ("1958-09-25", "1958-09"), ("1958-09", "1958"), ("1958", nil),
    ] as [(String, String?)]
  )
  func shortened(_ text: String, _ expected: String?) throws {
    let date = try #require(PartialDate(text))
    #expect(date.shortened?.description == expected)
  }

  @Test("stand in order of time, the less precise first")
  func order() {
    let texts = ["1957-12-31", "1958", "1958-01", "1958-01-01", "1958-02", "1958-10", "1959"]
    let dates = texts.compactMap { PartialDate($0) }
    #expect(dates.reversed().sorted() == dates)
    for (earlier, later) in zip(dates, dates.dropFirst()) {
      #expect(earlier < later)
      #expect(!(later < earlier))
    }
  }

  @Test(
    "count months between them, an unknown month as January",
    arguments: [
      ("1958-09-25", "1958-09-01", 0), ("1958-09", "1958-10", 1), ("1958", "1959", 12),
      ("1958", "1958-12", 11), ("1958-12", "1959", 1), ("2026-10", "2025-08", -14),
    ]
  )
  func months(_ from: String, _ until: String, _ expected: Int) throws {
    let start = try #require(PartialDate(from))
    let end = try #require(PartialDate(until))
    #expect(start.months(until: end) == expected)
    #expect(end.months(until: start) == -expected)
  }

  @Test(
    "are said as people say them",
    arguments: [
      ("1958-09-25", "25 September 1958", "on 25 September 1958"),
      ("1980-09", "September 1980", "in September 1980"), ("1975", "1975", "in 1975"),
      ("2000-01-01", "1 January 2000", "on 1 January 2000"), ("0900", "900", "in 900"),
    ]
  )
  func words(_ text: String, _ expected: String, _ phrase: String) throws {
    let date = try #require(PartialDate(text))
    #expect(DateWords.text(date) == expected)
    #expect(DateWords.phrase(date) == phrase)
  }

  struct Moment: CustomTestStringConvertible {
    let milliseconds: Int64
    let offset: Int
    let day: String
    var testDescription: String { "\(milliseconds) ms, \(offset) s east" }

    init(_ milliseconds: Int64, _ offset: Int, _ day: String) {
      self.milliseconds = milliseconds
      self.offset = offset
      self.day = day
    }
  }

  /// Days of Python's datetime.
  static let moments = [
    Moment(0, 0, "1970-01-01"), Moment(-1, 0, "1969-12-31"), Moment(0, -1, "1969-12-31"),
    Moment(86_399_999, 0, "1970-01-01"), Moment(86_400_000, 0, "1970-01-02"),
    Moment(951_782_400_000, 0, "2000-02-29"), Moment(951_868_799_999, 0, "2000-02-29"),
    Moment(951_868_800_000, 0, "2000-03-01"), Moment(4_107_542_400_000, 0, "2100-03-01"),
    Moment(-2_203_891_200_000, 0, "1900-03-01"), Moment(253_402_300_799_999, 0, "9999-12-31"),
    Moment(-62_135_596_800_000, 0, "0001-01-01"),
    Moment(1_790_000_000_000, 50_400, "2026-09-22"),
    Moment(1_790_000_000_000, -43_200, "2026-09-21"),
    Moment(1_709_164_800_000, 20_700, "2024-02-29"), Moment(1_709_164_800_000, -1, "2024-02-28"),
  ]

  @Test("are the calendar day of a moment in its zone", arguments: moments)
  func dayOfAMoment(_ moment: Moment) {
    #expect(day(moment.milliseconds, moment.offset) == moment.day)
  }

  @Test("agree with Python about the day of ten thousand moments")
  func daysAgainstPython() throws {
    var random = SplitMix64(seed: 1958)
    let offsets = [-43_200, -12_600, -1, 0, 1, 3_600, 19_800, 20_700, 31_500, 45_900, 50_400]
    // Any moment of the years 2 to 9998.
    let span = 315_400_000_000_000
    let moments = (0..<10_000).map { _ in
      (
        Int64(random.below(span)) - 62_100_000_000_000,
        offsets[random.below(offsets.count)]
      )
    }
    let program = """
      import datetime, sys
      epoch = datetime.datetime(1970, 1, 1)
      for line in sys.stdin:
          ms, offset = map(int, line.split())
          print((epoch + datetime.timedelta(milliseconds=ms, seconds=offset)).date().isoformat())
      """
    let input = moments.map { "\($0.0) \($0.1)\n" }.joined()
    let output = try Python.run(program, input: Data(input.utf8))
    let expected = String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    try #require(expected.count == moments.count)
    for (moment, expected) in zip(moments, expected) {
      #expect(day(moment.0, moment.1) == expected, "\(moment)")
    }
  }

  private func day(_ milliseconds: Int64, _ offset: Int) -> String {
    let moment = LocalInstant(
      instant: Instant(milliseconds: milliseconds),
      zone: "Somewhere/Else",
      offset: offset
    )
    return PartialDate(moment).description
  }
}
