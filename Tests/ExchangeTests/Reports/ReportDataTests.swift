import Classroom
import Exchange
import Foundation
import ItemStatistics
import Testing

@Suite("A report as JSON")
struct ReportDataTests {
  private static func object(
    _ sample: ReportSamples,
    comparison: ReportComparison? = nil
  ) throws -> [String: Any] {
    let data = try JSONEncoder().encode(ReportData(sample.report, comparison: comparison))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private static func questions(_ root: [String: Any]) throws -> [[String: Any]] {
    let sections = try #require(root["sections"] as? [[String: Any]])
    return try sections.flatMap { try #require($0["questions"] as? [[String: Any]]) }
  }

  @Test("has the same keys, whatever there is to tell")
  func keys() throws {
    let kinds: [ReportSamples.Kind] = [.paper, .parallelPapers, .game, .homework]
    let expected: Set = [
      "activity", "className", "absent", "absentees", "sitting", "sittings", "pupils", "topics",
      "sections", "mixUps", "gain",
    ]
    var inner: Set<Set<String>> = []
    for kind in kinds {
      let root = try Self.object(ReportSamples(kind: kind))
      #expect(Set(root.keys) == expected)
      for pupil in try #require(root["pupils"] as? [[String: Any]]) {
        inner.insert(Set(pupil.keys))
      }
      let activity = try #require(root["activity"] as? [String: Any])
      #expect(activity.keys.contains("deadline"))
    }
    #expect(inner.count == 1)
  }

  @Test("holds each figure's number with its interval")
  func figures() throws {
    let sample = ReportSamples(people: 60)
    let questions = try Self.questions(try Self.object(sample))
    #expect(questions.count == 26)
    for (object, result) in zip(questions, sample.report.sections[0].questions) {
      let facility = try #require(object["facility"] as? [String: Double])
      let estimate = try #require(result.analysis.facility.estimate)
      // Foundation's reader of JSON rounds the last bits.
      for (name, value) in [
        ("value", estimate.value), ("lower", estimate.lower), ("upper", estimate.upper),
      ] {
        #expect(abs((facility[name] ?? .nan) - value) < 1e-12)
      }
    }
  }

  @Test("says how few answers there were in place of a number")
  func tooFewAnswers() throws {
    for question in try Self.questions(try Self.object(ReportSamples(people: 12))) {
      for name in ["facility", "correctedFacility", "discrimination", "upperLowerIndex"] {
        #expect(question[name] as? [String: Int] == ["tooFewAnswers": 12])
      }
    }
  }

  @Test("says of what does not exist that it is undefined")
  func undefined() throws {
    let sample = ReportSamples(
      questions: 3,
      people: 25,
      sitting: 25,
      choice: { _, question in .some(.some(question % 3)) }
    )
    for question in try Self.questions(try Self.object(sample)) {
      #expect(question["discrimination"] as? [String: Bool] == ["undefined": true])
    }
  }

  @Test("holds the gain where there is one")
  func gain() throws {
    let (before, after) = (ReportSamples(seed: 5, skill: -0.3), ReportSamples())
    let gain = ClassGain(before: before.results, after: after.results)
    let comparison = ReportComparison(gain: gain, before: "one", after: "two")
    let object = try Self.object(after, comparison: comparison)
    let told = try #require(object["gain"] as? [String: Any])
    #expect(told["before"] as? String == "one" && told["after"] as? String == "two")
    #expect(told["people"] as? Int == gain.pairs.count)
    #expect(try Self.object(after)["gain"] is NSNull)
  }

  @Test("is the same each time")
  func isDetermined() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data = ReportData(ReportSamples().report)
    #expect(try encoder.encode(data) == encoder.encode(ReportData(ReportSamples().report)))
  }
}
