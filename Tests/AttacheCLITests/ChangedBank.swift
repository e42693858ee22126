import Foundation
import TestSupport

@testable import AttacheCLI

/// The bank of six states as a later version might be: with regions, and with a fact renamed.
enum ChangedBank {
  private static let regions = [
    "id": "region", "che": "", "fin": "North", "hun": "East", "pol": "East", "rou": "East",
    "swe": "North",
  ]

  /// Puts it where a stage looks for banks.
  static func place(in stage: Stage) throws {
    let folder = stage.home.url.appendingPathComponent("banks")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let bank = folder.appendingPathComponent("six-states")
    try FileManager.default.copyItem(
      at: Stage.banks.appendingPathComponent("six-states"),
      to: bank
    )
    let states = bank.appendingPathComponent("data/states.csv")
    let rows = try String(contentsOf: states, encoding: .utf8).split(separator: "\n").map { row in
      "\(row),\(regions[String(row.prefix { $0 != "," })] ?? "")\n"
    }
    try Data(rows.joined().utf8).write(to: states)
    let package = bank.appendingPathComponent("datapackage.json")
    let described = try String(contentsOf: package, encoding: .utf8).replacingOccurrences(
      of: #"(\{"name": "currency".*\})"#,
      with: #"$1, {"name": "region", "type": "string"}"#,
      options: .regularExpression
    )
    try Data(described.utf8).write(to: package)
    let renamed = Data("old_id,new_id\njoined/ddr,joined/pol\n".utf8)
    try renamed.write(to: bank.appendingPathComponent("renamed.csv"))
    stage.environment.variables["ATTACHE_BANKS"] = folder.path
  }
}
