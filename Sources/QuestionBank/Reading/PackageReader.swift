import FoundationEssentials
import QuizModel

/// Reads datapackage.json: what the bank says of itself, and its tables.
struct PackageReader {
  static let file = "datapackage.json"

  private(set) var problems: [BankProblem] = []
  private let name: String

  /// - Parameter name: The name of the bank's folder.
  init(name: String) {
    self.name = name
  }

  /// Reads the description; problems are gathered, not thrown.
  ///
  /// - Returns: `nil` if too much is missing to go on.
  mutating func read(_ text: String) -> (BankDescription, [TableSchema])? {
    let root: [String: LocatedNode]
    do {
      root = try LocatedNode(text: text, file: PackageReader.file).values(allowed: nil)
    } catch {
      problems.append(error)
      return nil
    }
    let authored = attempt { () throws(BankProblem) in
      try root["attache:authored"]?.boolean()
    }
    checkName(in: root)
    let description = BankDescription(
      id: identity(in: root),
      name: name,
      title: string("title", in: root),
      version: string("version", in: root),
      asOf: date("attache:as-of", in: root),
      language: string("attache:language", in: root, default: "en"),
      licences: elements("licenses", in: root).compactMap { licence in
        attempt { () throws(BankProblem) in
          try licence.values(allowed: nil)["name"]?.string()
        }
      },
      isAuthored: authored ?? false,
      isLocked: attempt { () throws(BankProblem) in
        try root["attache:locked"]?.boolean()
      } ?? false,
      topics: topics(in: root),
      misattributed: Set(
        elements("attache:misattributed", in: root).compactMap { node in
          attempt { () throws(BankProblem) in try node.string() }
        }
      ),
      reportedRules: reportedRules(in: root)
    )
    var tables: [TableSchema] = []
    for resource in elements("resources", in: root) {
      if let table = table(resource) { tables.append(table) }
    }
    if root["resources"] == nil {
      problems.append(BankProblem(file: PackageReader.file, issue: .missingKey(name: "resources")))
    }
    for (place, table) in tables.enumerated()
    where tables[..<place].contains(where: { $0.name == table.name }) {
      problems.append(
        BankProblem(file: PackageReader.file, issue: .duplicateName(name: table.name))
      )
    }
    return (description, tables)
  }

  private mutating func identity(in root: [String: LocatedNode]) -> String {
    let text = string("id", in: root)
    if let node = root["id"], node.isScalar, UUID(uuidString: text) == nil {
      problems.append(
        node.problem(.wrongShape(found: text, expected: "a UUID of its own, as uuidgen prints one"))
      )
    }
    return text
  }

  private mutating func checkName(in root: [String: LocatedNode]) {
    guard let node = root["name"] else { return }
    let own = attempt { () throws(BankProblem) in try node.string() }
    if let own, own != name {
      problems.append(
        node.problem(.wrongShape(found: own, expected: "\(name), the name of the bank's folder"))
      )
    }
  }

  private mutating func topics(in root: [String: LocatedNode]) -> [Topic] {
    elements("attache:topics", in: root).compactMap { node in
      attempt { () throws(BankProblem) in
        let values = try node.values(allowed: ["id", "title"])
        guard let id = try values["id"]?.string(), let title = try values["title"]?.string()
        else { throw node.problem(.missingKey(name: values["id"] == nil ? "id" : "title")) }
        return Topic(id: id, title: title)
      }
    }
  }

  /// A number that is none would leave a rule barring that its author takes for one that reports.
  private mutating func reportedRules(in root: [String: LocatedNode]) -> Set<Int> {
    let numbers = BankDescription.ruleNumbers
    return Set(
      elements("attache:reported-rules", in: root).compactMap { node in
        attempt { () throws(BankProblem) in
          let number = try node.integer()
          guard numbers.contains(number) else {
            throw node.problem(
              .wrongShape(
                found: "\(number)",
                expected: "the number of a rule, \(numbers.lowerBound) to \(numbers.upperBound)"
              )
            )
          }
          return number
        }
      }
    )
  }

  private mutating func table(_ resource: LocatedNode) -> TableSchema? {
    let collected = attempt { () throws(BankProblem) -> TableSchema in
      let values = try resource.values(allowed: nil)
      func required(_ key: String) throws(BankProblem) -> LocatedNode {
        guard let value = values[key] else { throw resource.problem(.missingKey(name: key)) }
        return value
      }
      let name = try required("name").string()
      let path = try required("path").string()
      let schema = try required("schema").values(
        allowed: ["fields", "primaryKey", "foreignKeys", "missingValues"])
      guard let fieldNodes = try schema["fields"]?.elements() else {
        throw resource.problem(.missingKey(name: "fields"))
      }
      var fields: [TableField] = []
      for node in fieldNodes { fields.append(try FieldReader.field(node)) }
      let key = try schema["primaryKey"].map(PackageReader.names) ?? []
      for name in key where !fields.contains(where: { $0.name == name }) {
        throw resource.problem(.missingKey(name: name))
      }
      let delimiter = try values["dialect"]?.values(allowed: nil)["delimiter"]?.string() ?? ","
      guard delimiter.utf8.count == 1, let separator = delimiter.utf8.first else {
        throw resource.problem(.wrongShape(found: delimiter, expected: "one character"))
      }
      return TableSchema(
        name: try PackageReader.identifier(name, at: resource),
        path: path,
        separator: separator,
        fields: fields,
        key: key,
        references: try schema["foreignKeys"].map(FieldReader.references) ?? [],
        nameFields: try values["attache:names"].map(PackageReader.names) ?? [],
        completeAsOf: try values["attache:complete"]?.string()
      )
    }
    return collected
  }

  private static func identifier(
    _ name: String,
    at node: LocatedNode
  ) throws(BankProblem) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5f
    }
    guard isPlain, !name.isEmpty, !name.hasPrefix("sqlite_"), !name.hasPrefix("attache_"),
      name != "dates"
    else {
      throw node.problem(
        .wrongShape(
          found: name,
          expected: "a name of small letters, digits and _ that is not reserved"
        )
      )
    }
    return name
  }

  /// One name, or a list of names.
  static func names(_ node: LocatedNode) throws(BankProblem) -> [String] {
    if node.isScalar { return [try node.string()] }
    var names: [String] = []
    for element in try node.elements() { names.append(try element.string()) }
    return names
  }

  private mutating func string(
    _ key: String,
    in root: [String: LocatedNode],
    default standard: String? = nil
  ) -> String {
    guard let node = root[key] else {
      if standard == nil {
        problems.append(BankProblem(file: PackageReader.file, issue: .missingKey(name: key)))
      }
      return standard ?? ""
    }
    return attempt { () throws(BankProblem) in try node.string() } ?? ""
  }

  private mutating func date(_ key: String, in root: [String: LocatedNode]) -> String {
    let text = string(key, in: root)
    if let node = root[key], PartialDate(text) == nil {
      problems.append(node.problem(.notADate(text: text, field: key)))
    }
    return text
  }

  private mutating func elements(
    _ key: String,
    in root: [String: LocatedNode]
  ) -> [LocatedNode] {
    guard let node = root[key] else { return [] }
    return attempt { () throws(BankProblem) in try node.elements() } ?? []
  }

  private mutating func attempt<Value>(
    _ body: () throws(BankProblem) -> Value?
  ) -> Value? {
    do {
      return try body()
    } catch {
      problems.append(error)
      return nil
    }
  }
}
