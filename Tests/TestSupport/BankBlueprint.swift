package import Foundation

/// A bank as values, which a test changes in one place and writes into a folder.
///
/// Properties of datapackage.json are JSON texts, so that a test can write any nonsense there.
package struct BankBlueprint: Sendable {
  /// Properties of the package by name, each as JSON; without `resources`.
  package var properties: [String: String]
  /// The tables, in order.
  package var tables: [TableBlueprint]
  /// The views by name, each as SQL.
  package var views: [String: String] = [:]
  /// The templates.
  package var templates: [TemplateBlueprint] = []
  /// Other files by path; they win over what follows from the rest.
  package var files: [String: Data] = [:]

  /// A bank with one topic, `basics`, and no tables.
  package init() {
    properties = [
      "id": "\"5f0c2e5e-6a3c-4f5b-9b1e-0d5e6f7a8b9c\"", "name": "\"sample\"",
      "title": "\"A sample\"", "version": "\"1.0.0\"", "attache:as-of": "\"2026-10\"",
      "attache:topics": #"[{"id": "basics", "title": "The basics"}]"#,
    ]
    tables = []
  }

  /// The table of a name, to be changed in place; setting a name that is not there does nothing.
  package subscript(table name: String) -> TableBlueprint {
    get {
      tables.first { $0.name == name }
        ?? TableBlueprint(name: name, fields: [], key: [], rows: [])
    }
    set {
      for place in tables.indices where tables[place].name == name { tables[place] = newValue }
    }
  }

  /// The template of an id, to be changed in place; setting an id that is not there does nothing.
  package subscript(template id: String) -> TemplateBlueprint {
    get { templates.first { $0.id == id } ?? TemplateBlueprint(id: id, slots: []) }
    set {
      for place in templates.indices where templates[place].id == id {
        templates[place] = newValue
      }
    }
  }

  /// Keeps one template and drops the others.
  package mutating func keepOnly(_ id: String) {
    templates.removeAll { $0.id != id }
  }

  /// Sets a text as another file of the bank.
  package mutating func setFile(_ path: String, _ text: String) {
    files[path] = Data(text.utf8)
  }

  /// Every file by path.
  package var allFiles: [String: Data] {
    var result: [String: Data] = ["datapackage.json": Data(packageText.utf8)]
    for table in tables { result[table.path] = Data(table.csv.utf8) }
    for (name, sql) in views { result["views/\(name).sql"] = Data(sql.utf8) }
    for template in templates {
      result["templates/\(template.id).yaml"] = Data(template.yaml.utf8)
    }
    return result.merging(files) { _, file in file }
  }

  /// Writes the bank.
  ///
  /// - Parameters:
  ///   - scratch: Where to.
  ///   - name: The name of the bank's folder in it.
  /// - Returns: The bank's folder.
  /// - Throws: What the system says where a file cannot be written.
  @discardableResult
  package func write(to scratch: ScratchFolder, name: String = "sample") throws -> URL {
    var bank = self
    let own = name.split(separator: "/").last.map(String.init) ?? name
    if properties["name"] == "\"sample\"" { bank.properties["name"] = JSONText.quoted(own) }
    for (path, data) in bank.allFiles { try scratch.write(data, to: "\(name)/\(path)") }
    return scratch.url.appendingPathComponent(name)
  }

  private var packageText: String {
    let resources = tables.map(\.resource).joined(separator: ",\n")
    let parts =
      properties.sorted { $0.key < $1.key }.map { "\(JSONText.quoted($0.key)): \($0.value)" }
      + (properties["resources"] == nil ? ["\"resources\": [\n\(resources)\n]"] : [])
    return "{\n\(parts.joined(separator: ",\n"))\n}\n"
  }
}

/// One table of a ``BankBlueprint``.
package struct TableBlueprint: Sendable {
  /// The name of the table.
  package var name: String
  /// Where its file stands.
  package var path: String
  /// The columns: each name with its properties as JSON by key.
  package var fields: [FieldBlueprint]
  /// The columns of the primary key.
  package var key: [String]
  /// The cells.
  package var rows: [[String]]
  /// Other properties of the resource by key, each as JSON.
  package var properties: [String: String] = [:]
  /// Other properties of the schema by key, each as JSON.
  package var schema: [String: String] = [:]

  /// A table under `data/`.
  package init(name: String, fields: [FieldBlueprint], key: [String], rows: [[String]]) {
    self.name = name
    self.fields = fields
    self.key = key
    self.rows = rows
    path = "data/\(name).csv"
  }

  /// Sets the cell of a column in a row, counted from 0; a column that is not there is ignored.
  package mutating func set(_ column: String, ofRow row: Int, to text: String) {
    guard let place = fields.firstIndex(where: { $0.name == column }) else { return }
    rows[row][place] = text
  }

  /// Sets a column in every row.
  package mutating func set(_ column: String, to text: (Int) -> String) {
    for row in rows.indices { set(column, ofRow: row, to: text(row)) }
  }

  /// The table as comma-separated values.
  package var csv: String {
    ([fields.map(\.name)] + rows).map { cells in
      cells.map(TableBlueprint.quoted).joined(separator: ",") + "\n"
    }.joined()
  }

  var resource: String {
    let columns = fields.map(\.json).joined(separator: ", ")
    var parts = ["\"fields\": [\(columns)]"]
    if !key.isEmpty {
      parts.append("\"primaryKey\": [\(key.map(JSONText.quoted).joined(separator: ", "))]")
    }
    parts += schema.sorted { $0.key < $1.key }.map { "\(JSONText.quoted($0.key)): \($0.value)" }
    let others = properties.sorted { $0.key < $1.key }
      .map { ", \(JSONText.quoted($0.key)): \($0.value)" }.joined()
    return """
      {"name": \(JSONText.quoted(name)), "path": \(JSONText.quoted(path))\(others),
       "schema": {\(parts.joined(separator: ", "))}}
      """
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.unicodeScalars.contains { ["\"", ",", "\n", "\r"].contains($0) }
    // By scalars: a quote and an accent after it are one character.
    let doubled = cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return needsQuotes ? "\"\(doubled)\"" : cell
  }
}

/// One column of a ``TableBlueprint``.
package struct FieldBlueprint: Sendable {
  /// The name of the column.
  package var name: String
  /// Its other properties by key, each as JSON.
  package var properties: [String: String]

  /// A column; one of text where nothing else is said.
  package init(_ name: String, _ properties: [String: String] = [:]) {
    self.name = name
    self.properties = properties
  }

  var json: String {
    let others = properties.sorted { $0.key < $1.key }
      .map { ", \(JSONText.quoted($0.key)): \($0.value)" }.joined()
    return "{\"name\": \(JSONText.quoted(name))\(others)}"
  }
}

/// One template of a ``BankBlueprint``.
package struct TemplateBlueprint: Sendable {
  /// The name of its file, and its id unless a slot says otherwise.
  package var id: String
  /// Its keys with their values, in order.
  private var slots: [(key: String, value: String)]

  /// A template of keys and values, its id put first.
  package init(id: String, slots: [(key: String, value: String)]) {
    self.id = id
    self.slots = [("id", id)] + slots
  }

  /// The value of a key; `nil` leaves the key out.
  package subscript(key: String) -> String? {
    get { slots.first { $0.key == key }?.value }
    set {
      guard let newValue else { return slots.removeAll { $0.key == key } }
      if let place = slots.firstIndex(where: { $0.key == key }) {
        slots[place].value = newValue
      } else {
        slots.append((key, newValue))
      }
    }
  }

  /// Puts a text in place of another within the value of a key.
  package mutating func replace(_ old: String, with new: String, in key: String) {
    self[key] = self[key]?.replacingOccurrences(of: old, with: new)
  }

  /// The template as YAML.
  package var yaml: String {
    slots.map { key, value in
      guard value.contains("\n") else { return "\(key): \(JSONText.quoted(value))\n" }
      let lines = value.split(separator: "\n").map { "  \($0)\n" }.joined()
      return "\(key): |\n\(lines)"
    }.joined()
  }
}

/// Texts as JSON.
private enum JSONText {
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7f {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
