import GRDB

/// What SQLite says of a query, as an issue of a bank.
struct QueryIssue {
  let issue: BankIssue
  /// Where in the query, in bytes, if SQLite says.
  let offset: Int?

  /// - Parameters:
  ///   - error: What SQLite threw.
  ///   - sql: The query.
  ///   - offset: Where it went wrong, if known.
  init(_ error: DatabaseError, sql: String, offset: Int?) {
    let message = error.message ?? "\(error.resultCode)"
    let place = offset ?? 0
    let near =
      String(decoding: sql.utf8.dropFirst(place).prefix(40), as: UTF8.self)
      .split(separator: "\n").first.map(String.init) ?? sql
    self.offset = offset
    switch error.resultCode {
    case .SQLITE_AUTH:
      issue = .forbiddenQuery(message: message, near: near)
    case .SQLITE_INTERRUPT:
      issue = .query(message: "it runs too long", near: near)
    default:
      issue = .query(message: message, near: near)
    }
  }
}
