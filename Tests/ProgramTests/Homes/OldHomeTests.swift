import Foundation
import TestSupport
import Testing

extension ProgramTests {
  /// Homes that version 1.0.0 made open, and nothing in them is lost or told otherwise.
  @Suite struct OldHomeTests {
    @Test(arguments: OldHome.Owner.allCases)
    func opensAfterABackupAndHoldsEveryRecord(_ owner: OldHome.Owner) throws {
      let old = try OldHome(owner)
      let before = try records(old.before("export.jsonl"))
      let now = try records(old.now("export.jsonl"))
      #expect(before.count > 300, "else the home shows nothing")
      #expect(now.count == before.count)
      for (id, record) in before {
        let later = try #require(now[id], "record \(id) is gone")
        #expect(record.lost(in: later) == [])
      }
      let version = try OldHome.schema(of: old.home.log)
      let backups = try FileManager.default.contentsOfDirectory(
        atPath: old.data.appendingPathComponent("backups").path
      )
      let migrations = backups.filter { $0.hasPrefix("migration-") }
      #expect(migrations.count == (version > 2 ? 1 : 0))
      for name in migrations {
        let backup = old.data.appendingPathComponent("backups/\(name)")
        #expect(try OldHome.schema(of: backup) == 2)
        let other = try Home()
        #expect(try other.run("data", "restore", backup.path).end == .exited(0))
        let restored = try records(other.run("data", "export", "--json").output)
        #expect(Set(restored.keys) == Set(before.keys))
      }
      let check = try old.home.run("data", "check")
      #expect(check.end == .exited(0))
      #expect(check.output.contains("Sound: \(before.count) records"))
    }

    @Test(arguments: OldHome.Owner.allCases)
    func saysTheSameToPrograms(_ owner: OldHome.Owner) throws {
      let old = try OldHome(owner)
      for file in old.printed(endingIn: ".json") {
        let before = try JSONValue(old.before(file)).without(Self.remembered[file] ?? [])
        let lost = before.lost(in: try JSONValue(old.now(file)))
        #expect(lost.prefix(5) == [], "\(file)")
      }
    }

    /// What memory says.
    ///
    /// False statements about another fact than their record names are no part of it any more. Of banks without such statements everything is said as before.
    private static let remembered: [String: Set<String>] = [
      "stats.json": [
        "all", "topics", "regions", "prospects", "calibration", "calibrationByTenth", "forgetting",
        "leeches", "leechCount",
      ],
      "trip.json": ["forecast"],
    ]

    @Test func keepsEachOfFiveHundredAnswers() throws {
      let old = try OldHome(.player)
      let answers = try old.before("answers.csv").split(whereSeparator: \.isNewline)
      #expect(answers.count == 501)
      #expect(try table(old.now("answers.csv")) == table(old.before("answers.csv")))
      // Each false statement about its slot is an answer, and nothing of it is remembered.
      let stats = try old.now("stats.json")
      #expect(stats.contains(#""answers" : 500"#))
      let lost = try JSONValue(old.before("stats.json")).lost(in: JSONValue(stats))
      #expect(lost.contains { $0.hasPrefix(".all.answered") }, "\(lost)")
    }

    @Test(arguments: OldHome.Owner.allCases)
    func writesTheSameTables(_ owner: OldHome.Owner) throws {
      let old = try OldHome(owner)
      for file in old.printed(endingIn: ".csv") {
        let (now, before) = (try old.now(file), try old.before(file))
        guard !file.hasPrefix("report-") else {
          #expect(rows(now, under: before) == rows(before, under: before), "\(file)")
          continue
        }
        #expect(table(now) == table(before), "\(file)")
      }
    }

    @Test(arguments: OldHome.Owner.allCases)
    func listsTheSameBanksAndLearners(_ owner: OldHome.Owner) throws {
      let old = try OldHome(owner)
      for file in old.printed(endingIn: "banks.txt", "learners.txt", "classes.txt") {
        let now = try old.now(file)
        for line in try old.before(file).split(separator: "\n") {
          // Numbers of shipped banks change with the banks.
          let start = line.prefix { $0 != "," }
          #expect(now.contains(start), "\(file): \(line)")
        }
      }
    }

    private func records(_ text: String) throws -> [String: JSONValue] {
      var records: [String: JSONValue] = [:]
      for line in text.split(separator: "\n") {
        let record = try JSONValue(String(line))
        guard case .object(let object) = record, case .text(let id) = object["id"] else { continue }
        records[id] = record
      }
      return records
    }

    /// The rows of a report under the columns of another: later ones may have more columns, and rows
    /// of who was absent.
    private func rows(_ text: String, under other: String) -> [[String]] {
      let table = text.split(whereSeparator: \.isNewline).map { cells($0) }
      let columns = other.split(whereSeparator: \.isNewline).first.map { cells($0) } ?? []
      guard let head = table.first else { return [] }
      let places = columns.compactMap { head.firstIndex(of: $0) }
      #expect(places.count == columns.count)
      let absent = head.firstIndex(of: "absent")
      return table.filter { row in absent.map { row[$0] != "1" } ?? true }
        .map { row in places.map { row[$0] } }
    }

    private func cells(_ line: Substring) -> [String] {
      var cells = [""]
      var isQuoted = false
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return cells
    }

    /// A table's lines in any order: where two answers are of one moment, none comes first.
    private func table(_ text: String) -> [Substring] {
      text.split(whereSeparator: \.isNewline).sorted()
    }
  }
}
