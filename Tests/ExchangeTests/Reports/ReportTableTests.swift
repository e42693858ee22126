import Classroom
import Exchange
import ItemStatistics
import QuizModel
import Testing
import TestSupport

@Suite("The tables of a report")
struct ReportTableTests {
  private static func tables(_ sample: ReportSamples) -> ReportTable {
    ReportTable(sample.report, of: sample.results)
  }

  @Test("have a row for each pupil, whose answers add up")
  func pupils() throws {
    let sample = ReportSamples()
    let rows = try Python.rows(Self.tables(sample).pupils)
    let head = [
      "number", "name", "right", "wrong", "blank", "asked", "percent", "corrected", "points",
      "mark", "attempt", "late", "paper_form", "late_right", "sitting", "absent",
    ]
    #expect(rows.first == head + (1...26).map { "q\($0)" })
    #expect(rows.count == sample.report.pupils.count + sample.report.absent.count + 1)
    for (row, absentee) in zip(rows.suffix(sample.report.absent.count), sample.report.absent) {
      #expect(row.prefix(2) == ["\(absentee.number)", absentee.name])
      #expect(row[2...13].allSatisfy(\.isEmpty) && row[16...].allSatisfy(\.isEmpty))
      #expect(row[15] == "1")
    }
    for (row, pupil) in zip(rows.dropFirst(), sample.report.pupils) {
      #expect(row[0] == "\(pupil.number)" && row[1] == pupil.name)
      #expect(row[16...].count { $0 == "1" } == pupil.right)
      #expect(row[16...].count { $0 == "0" } == pupil.wrong)
      #expect(row[16...].count { $0.isEmpty } == Int(row[4]))
      #expect(abs((Double(row[7]) ?? .nan) - pupil.corrected) <= 0.005)
    }
  }

  @Test("tell the form of parallel papers, and leave empty what it does not ask")
  func parallelPapers() throws {
    let rows = try Python.rows(Self.tables(ReportSamples(kind: .parallelPapers)).pupils)
    for row in rows.dropFirst() where row[15] == "0" {
      let first = row[12] == "A" ? 0 : 1
      #expect(["A", "B"].contains(row[12]))
      #expect(stride(from: 1 - first, to: 26, by: 2).allSatisfy { row[16 + $0].isEmpty })
      #expect(row[5] == "13")
    }
  }

  @Test("have a row for each question, its options counted")
  func questions() throws {
    let sample = ReportSamples(people: 60)
    let rows = try Python.rows(Self.tables(sample).questions)
    let head = try #require(rows.first)
    #expect(rows.count == 27)
    for (row, result) in zip(rows.dropFirst(), sample.report.sections[0].questions) {
      let cells = Dictionary(uniqueKeysWithValues: zip(head, row))
      #expect(cells["fact"] == result.question.fact.description)
      for (place, letter) in ["a", "b", "c", "d"].enumerated() {
        let isOption = place < result.question.options.count
        #expect(cells["option_\(letter)"] == (isOption ? result.question.options[place].text : ""))
        #expect(cells["count_\(letter)"] == (isOption ? "\(result.choosers[place].count)" : ""))
      }
      #expect(cells["key"] == ["a", "b", "c", "d"][result.question.key])
      let facility = try #require(result.analysis.facility.estimate)
      let written = ["facility", "facility_lower", "facility_upper"].map { cells[$0] ?? "" }
      for (text, value) in zip(written, [facility.value, facility.lower, facility.upper]) {
        #expect(abs((Double(text) ?? .nan) - value) <= 0.00005)
      }
    }
  }

  @Test("end every row with CR LF, and nothing else with it")
  func lineEnds() {
    for text in [Self.tables(ReportSamples()).pupils, Self.tables(ReportSamples()).questions] {
      let bytes = Array(text.utf8)
      #expect(bytes.count { $0 == 0x0a } == bytes.count { $0 == 0x0d })
      #expect(bytes.suffix(2) == [0x0d, 0x0a])
      #expect(bytes.prefix(3) == [0xef, 0xbb, 0xbf])
    }
  }
}
