import FoundationEssentials
import GRDB

extension UUID {
  /// Reads a UUID as the file holds it.
  ///
  /// - Throws: SQLite's error for a damaged file if it is none.
  init(stored text: String) throws {
    guard let uuid = UUID(uuidString: text) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(text) is no UUID")
    }
    self = uuid
  }

  /// Its sixteen bytes.
  var bytes: Data {
    withUnsafeBytes(of: uuid) { Data($0) }
  }
}
