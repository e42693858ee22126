/// Reads the fields and foreign keys of a table's schema.
enum FieldReader {
  private static let keys = [
    "name", "type", "title", "description", "format", "constraints", "attache:date", "attache:list",
  ]

  /// One field; a type or constraint that is not supported is refused by name.
  static func field(_ node: LocatedNode) throws(BankProblem) -> TableField {
    let values = try node.values(allowed: keys)
    guard let nameNode = values["name"] else { throw node.problem(.missingKey(name: "name")) }
    let name = try nameNode.string()
    guard !name.hasPrefix("attache_"), !name.contains("\"") else {
      throw nameNode.problem(.wrongShape(found: name, expected: "a name that is not reserved"))
    }
    let type = try values["type"]?.string() ?? "string"
    guard let kind = TableField.Kind(rawValue: type) else {
      throw (values["type"] ?? node).problem(
        .unknownKey(name: type, allowed: TableField.Kind.allCases.map(\.rawValue))
      )
    }
    let constraints =
      try values["constraints"]?.values(allowed: ["required", "unique", "pattern", "enum"]) ?? [:]
    return TableField(
      name: name,
      kind: kind,
      isRequired: try constraints["required"]?.boolean() ?? false,
      isUnique: try constraints["unique"]?.boolean() ?? false,
      isDate: try values["attache:date"]?.boolean() ?? false,
      pattern: try constraints["pattern"].map(pattern),
      enumeration: try constraints["enum"].map(PackageReader.names),
      list: try values["attache:list"].map(list)
    )
  }

  /// The foreign keys of a table, each of one column.
  static func references(_ node: LocatedNode) throws(BankProblem) -> [TableReference] {
    var references: [TableReference] = []
    for element in try node.elements() {
      let values = try element.values(allowed: ["fields", "reference"])
      guard let fields = try values["fields"].map(PackageReader.names), fields.count == 1,
        let target = try values["reference"]?.values(allowed: ["resource", "fields"]),
        let table = try target["resource"]?.string(),
        let keys = try target["fields"].map(PackageReader.names), keys.count == 1
      else {
        throw element.problem(
          .wrongShape(found: "a foreign key", expected: "one field and the field it refers to")
        )
      }
      references.append(TableReference(field: fields[0], table: table, key: keys[0]))
    }
    return references
  }

  private static func pattern(_ node: LocatedNode) throws(BankProblem) -> TablePattern {
    let text = try node.string()
    guard let pattern = TablePattern(text) else {
      throw node.problem(
        .wrongShape(found: text, expected: "a short POSIX extended regular expression")
      )
    }
    return pattern
  }

  private static func list(_ node: LocatedNode) throws(BankProblem) -> TableList {
    let values = try node.values(allowed: ["separator", "references"])
    return TableList(
      separator: try values["separator"]?.string() ?? "|",
      references: try values["references"]?.string()
    )
  }
}
