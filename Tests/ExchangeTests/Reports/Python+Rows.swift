import Foundation
import TestSupport

extension Python {
  /// The rows of a table as Python's own reader of CSV understands them.
  ///
  /// - Parameter table: As it is written to a file.
  /// - Returns: Cells, row by row.
  /// - Throws: ``Failure/ended(status:program:)`` where it is no table.
  static func rows(_ table: String) throws -> [[String]] {
    let program = """
      import csv, io, json, sys
      text = sys.stdin.buffer.read().decode("utf-8-sig")
      csv.field_size_limit(10**9)
      json.dump(list(csv.reader(io.StringIO(text, newline=""), strict=True)), sys.stdout)
      """
    let output = try Python.run(program, input: Data(table.utf8))
    return try JSONDecoder().decode([[String]].self, from: output)
  }
}
