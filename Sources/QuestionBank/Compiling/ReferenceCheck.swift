import GRDB

/// Finds references to rows that do not exist, in single cells and in lists.
struct ReferenceCheck {
  let tables: [TableSchema]
  let database: Database

  /// One problem for each dangling reference, at the line of its row.
  func problems() throws -> [BankProblem] {
    var problems: [BankProblem] = []
    for table in tables {
      for reference in table.references {
        guard let target = tables.first(where: { $0.name == reference.table }),
          target.fields.contains(where: { $0.name == reference.key }),
          table.fields.contains(where: { $0.name == reference.field })
        else {
          problems.append(
            BankProblem(
              file: PackageReader.file,
              issue: .danglingReference(
                text: "\(reference.table).\(reference.key)",
                field: "\(table.name).\(reference.field)",
                table: PackageReader.file
              )
            )
          )
          continue
        }
        let field = reference.field.sqlName
        let rows = try Row.fetchAll(
          database,
          sql: """
            SELECT rowid AS line, \(field) AS text FROM \(table.name.sqlName) AS source
            WHERE \(field) IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM \(target.name.sqlName) AS target
              WHERE target.\(reference.key.sqlName) = source.\(field))
            ORDER BY rowid LIMIT 100
            """
        )
        problems += found(rows, in: table, field: reference.field, target: target.name)
      }
      for field in table.fields {
        problems += try listProblems(field, of: table)
      }
    }
    return problems
  }

  private func listProblems(
    _ field: TableField,
    of table: TableSchema
  ) throws -> [BankProblem] {
    guard let list = field.list, let name = list.references else { return [] }
    guard let target = tables.first(where: { $0.name == name }), target.key.count == 1 else {
      return [
        BankProblem(
          file: PackageReader.file,
          issue: .danglingReference(
            text: name,
            field: "\(table.name).\(field.name)",
            table: PackageReader.file
          )
        )
      ]
    }
    let key = table.key.map { "source.\($0.sqlName)" }.joined(separator: " || '/' || ")
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT source.rowid AS line, item.value AS text
        FROM \("\(table.name)_\(field.name)".sqlName) AS item
        LEFT JOIN \(table.name.sqlName) AS source ON \(key.isEmpty ? "0" : key) = item.id
        WHERE NOT EXISTS (
          SELECT 1 FROM \(name.sqlName) AS target
          WHERE target.\(target.key[0].sqlName) = item.value)
        ORDER BY 1, 2 LIMIT 100
        """
    )
    return found(rows, in: table, field: field.name, target: name)
  }

  private func found(
    _ rows: [Row],
    in table: TableSchema,
    field: String,
    target: String
  ) -> [BankProblem] {
    let column = table.fields.firstIndex { $0.name == field }.map { $0 + 1 }
    return rows.map { row in
      BankProblem(
        file: table.path,
        line: row["line"],
        column: column,
        issue: .danglingReference(text: row.text("text"), field: field, table: target)
      )
    }
  }
}
