import Foundation

/// The identity of a bank in the log, read from its description alone.
enum BankIdentity {
  private struct Record: Decodable {
    let id: String
  }

  private static let limit = 1 << 20

  /// The identity of the bank in a folder; `nil` where it says none that is a UUID.
  static func read(_ folder: BankFolder) -> UUID? {
    guard let bytes = try? folder.bytes(of: PackageReader.file, limit: limit) else { return nil }
    if let record = try? JSONDecoder().decode(Record.self, from: Data(bytes)) {
      return UUID(uuidString: record.id)
    }
    // What is no JSON may be YAML, which takes much longer to read.
    guard let text = try? node(in: bytes)?.string() else { return nil }
    return UUID(uuidString: text)
  }

  /// The problem of a bank whose identity another has too, at its place in the description.
  ///
  /// - Parameters:
  ///   - folder: The bank.
  ///   - other: The folder of the other.
  /// - Returns: The problem.
  static func isShared(_ folder: BankFolder, with other: BankFolder) -> BankProblem {
    let issue = BankIssue.sharedIdentity(other: other.url.path)
    do throws(BankProblem) {
      let bytes = try folder.bytes(of: PackageReader.file, limit: limit)
      if let node = try node(in: bytes) { return node.problem(issue) }
      return BankProblem(file: PackageReader.file, issue: issue)
    } catch {
      return error
    }
  }

  private static func node(in bytes: [UInt8]) throws(BankProblem) -> LocatedNode? {
    let text = try BankFolder.text(bytes, of: PackageReader.file)
    return try LocatedNode(text: text, file: PackageReader.file).values(allowed: nil)["id"]
  }
}
