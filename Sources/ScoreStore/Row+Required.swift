import GRDB

extension Row {
  /// The value of a column that is never NULL in a sound file.
  ///
  /// GRDB's subscript would trap on NULL, which a damaged file may hold.
  func required<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ column: String
  ) throws -> Value {
    guard let value: Value = self[column] else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "no \(column)")
    }
    return value
  }
}
