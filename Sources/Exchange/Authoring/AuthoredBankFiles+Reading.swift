import Foundation
package import QuestionBank

extension AuthoredBankFiles {
  /// A bank that is there already.
  ///
  /// - Parameter files: Its files' bytes by path, at least datapackage.json and the two tables that
  ///   it names.
  /// - Throws: What is missing or malformed, with its file; a bank with templates of its own is
  ///   refused.
  package init(files: [String: [UInt8]]) throws(BankProblem) {
    let description = try AuthoredBankFiles.bytes(AuthoredPackage.file, of: files)
    let package: PackageRecord
    do {
      package = try JSONDecoder().decode(PackageRecord.self, from: Data(description))
    } catch {
      throw BankProblem(file: AuthoredPackage.file, issue: .syntax(message: "\(error)"))
    }
    guard package.isAuthored == true else {
      throw BankProblem(file: AuthoredPackage.file, issue: .missingKey(name: "attache:authored"))
    }
    self.init(
      topics: package.topics ?? [],
      description: description,
      items: try package.table("items", columns: AuthoredBankFiles.itemColumns, of: files),
      options: try package.table("options", columns: AuthoredBankFiles.optionColumns, of: files)
    )
  }

  /// The bank's identity; `nil` where its description names none.
  package var id: String? {
    (try? JSONDecoder().decode(PackageRecord.self, from: Data(description)))?.id
  }

  fileprivate static func bytes(
    _ path: String,
    of files: [String: [UInt8]]
  ) throws(BankProblem) -> [UInt8] {
    guard let bytes = files[path] else {
      throw BankProblem(file: path, issue: .unreadable(reason: "no file"))
    }
    return bytes
  }
}

/// What is needed of a datapackage.json.
private struct PackageRecord: Decodable {
  struct Resource: Decodable {
    struct Dialect: Decodable {
      let delimiter: String?
    }

    let name: String
    let path: String
    let dialect: Dialect?
  }

  let id: String?
  let isAuthored: Bool?
  let topics: [Topic]?
  let resources: [Resource]

  private enum CodingKeys: String, CodingKey {
    case id
    case isAuthored = "attache:authored"
    case topics = "attache:topics"
    case resources
  }

  func table(
    _ name: String,
    columns: [String],
    of files: [String: [UInt8]]
  ) throws(BankProblem) -> (path: String, table: AuthoredTable) {
    guard let resource = resources.first(where: { $0.name == name }) else {
      throw BankProblem(file: AuthoredPackage.file, issue: .missingKey(name: name))
    }
    let table = try AuthoredTable(
      try AuthoredBankFiles.bytes(resource.path, of: files),
      path: resource.path,
      separator: resource.dialect?.delimiter?.utf8.first ?? UInt8(ascii: ","),
      required: columns
    )
    return (resource.path, table)
  }
}
