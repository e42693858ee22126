import Foundation

/// A bank of 200 states × 200 states × 25 years, to see what a large one costs.
enum SyntheticBank {
  static let states = 200
  static let years = 25

  /// Writes the bank into a folder.
  ///
  /// - Returns: The number of rows of its largest table.
  static func write(to folder: URL) throws -> Int {
    let bank = folder.appendingPathComponent("synthetic")
    let manager = FileManager.default
    for name in ["data", "templates"] {
      try manager.createDirectory(
        at: bank.appendingPathComponent(name),
        withIntermediateDirectories: true
      )
    }
    try description.write(
      to: bank.appendingPathComponent("datapackage.json"),
      atomically: true,
      encoding: .utf8
    )
    try template.write(
      to: bank.appendingPathComponent("templates/visits.yaml"),
      atomically: true,
      encoding: .utf8
    )
    var actors = "id,name\n"
    for state in 0..<states { actors += "s\(state),State \(letters(state))\n" }
    try actors.write(
      to: bank.appendingPathComponent("data/actors.csv"),
      atomically: true,
      encoding: .utf8
    )
    var rows: [UInt8] = Array("id,guest,host,year,visits\n".utf8)
    var count = 0
    for guest in 0..<states {
      for host in 0..<states {
        for year in 0..<years {
          count += 1
          let visits = (guest * 7 + host * 13 + year * 29) % 97
          rows += "\(guest)-\(host)-\(year),s\(guest),s\(host),\(1950 + year),\(visits)\n".utf8
        }
      }
    }
    try Data(rows).write(to: bank.appendingPathComponent("data/visits.csv"))
    return count
  }

  private static func letters(_ number: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return "\(alphabet[number / 26])\(alphabet[number % 26])"
  }

  private static let template = """
    id: visits
    family: visits
    topic: visits
    kind: number
    facts: |
      SELECT v.id, v.visits AS answer, v.visits AS answer_id, g.name AS guest, h.name AS host,
        v.year, 'made' AS sources, 'high' AS confidence, v.guest AS about, 'visits/' || v.id AS evidence
      FROM visits v JOIN actors g ON g.id = v.guest JOIN actors h ON h.id = v.host
    distractors: |
      SELECT DISTINCT v.visits AS text, v.visits AS answer_id, 'It made ' || :answer || '.' AS why,
        :evidence AS evidence, abs(v.visits - :answer) AS rank
      FROM visits v WHERE v.guest = :about AND v.visits <> :answer
    stem: How many visits did {guest} make to {host} in {year}?
    statement: "{guest} made {answer} visits to {host} in {year}."
    explanation: "{guest} made {answer} visits to {host} in {year}."
    order: ascending

    """

  private static let description = """
    {
      "name": "synthetic", "id": "00000000-0000-4000-8000-000000000001",
      "title": "Synthetic visits", "version": "1", "attache:as-of": "2026-01",
      "licenses": [{"name": "CC0-1.0"}],
      "attache:topics": [{"id": "visits", "title": "Visits"}],
      "resources": [
        {"name": "actors", "path": "data/actors.csv",
         "schema": {"fields": [{"name": "id"}, {"name": "name"}], "primaryKey": "id"}},
        {"name": "visits", "path": "data/visits.csv",
         "schema": {"fields": [{"name": "id"}, {"name": "guest"}, {"name": "host"},
           {"name": "year", "type": "integer"}, {"name": "visits", "type": "integer"}],
          "primaryKey": "id",
          "foreignKeys": [
            {"fields": "guest", "reference": {"resource": "actors", "fields": "id"}},
            {"fields": "host", "reference": {"resource": "actors", "fields": "id"}}]}}
      ]
    }

    """
}
