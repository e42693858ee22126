/// Writing a sheet as a workbook of SpreadsheetML (ECMA-376, part 1, clause 18), with the parts that
/// every program asks for and no more.
extension Worksheet {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageRelations =
    "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let contentTypes =
    "http://schemas.openxmlformats.org/package/2006/content-types"
  private static let mediaType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml"
  /// The parts of the workbook beside itself, each under a name that is its relation too.
  private static let parts = [
    (relation: "worksheet", file: "worksheets/sheet1.xml"),
    (relation: "styles", file: "styles.xml"),
    (relation: "sharedStrings", file: "sharedStrings.xml"),
  ]

  /// The workbook that holds this sheet alone.
  ///
  /// - Throws: ``ZipError`` if the archive does not come about.
  func workbook() throws(ZipError) -> ZipArchive {
    var strings = SharedStrings()
    let sheet = markup(adding: &strings)
    let files: [(String, Markup)] = [
      ("[Content_Types].xml", Worksheet.types),
      (
        "_rels/.rels",
        Worksheet.relationships([(relation: "officeDocument", file: "xl/workbook.xml")])
      ),
      ("xl/workbook.xml", book),
      ("xl/_rels/workbook.xml.rels", Worksheet.relationships(Worksheet.parts)),
      ("xl/worksheets/sheet1.xml", sheet),
      ("xl/styles.xml", Worksheet.styles),
      ("xl/sharedStrings.xml", strings.markup(namespace: Worksheet.main)),
    ]
    let writer = MarkupWriter(.xml)
    return try ZipArchive(files.map { ZipEntry(name: $0.0, text: writer.document($0.1)) })
  }

  private var book: Markup {
    .tag(
      "workbook",
      ["xmlns": Worksheet.main, "xmlns:r": Worksheet.relations],
      [
        .tag(
          "sheets",
          [:],
          [.tag("sheet", ["name": name, "sheetId": "1", "r:id": "rId1"])]
        )
      ]
    )
  }

  private func markup(adding strings: inout SharedStrings) -> Markup {
    var result: [Markup] = []
    for (row, cells) in rows.sorted(by: { $0.key < $1.key }) {
      var content: [Markup] = []
      for (column, cell) in cells.sorted(by: { $0.key < $1.key }) {
        let place = Worksheet.letters(of: column) + String(row)
        switch cell {
        case .text(let text):
          let number = strings.number(of: text)
          content.append(
            .tag("c", ["r": place, "t": "s"], [.tag("v", text: String(number))])
          )
        case .number(let number):
          content.append(.tag("c", ["r": place], [.tag("v", text: String(number))]))
        }
      }
      result.append(.tag("row", ["r": String(row)], content))
    }
    return .tag("worksheet", ["xmlns": Worksheet.main], [.tag("sheetData", [:], result)])
  }

  private static var types: Markup {
    func part(_ file: String, _ type: String) -> Markup {
      .tag("Override", ["PartName": "/xl/\(file)", "ContentType": "\(mediaType).\(type)+xml"])
    }
    return .tag(
      "Types",
      ["xmlns": contentTypes],
      [
        .tag(
          "Default",
          [
            "Extension": "rels",
            "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
          ]
        ),
        .tag("Default", ["Extension": "xml", "ContentType": "application/xml"]),
        part("workbook.xml", "sheet.main"),
      ] + parts.map { part($0.file, $0.relation) }
    )
  }

  private static func relationships(_ targets: [(relation: String, file: String)]) -> Markup {
    .tag(
      "Relationships",
      ["xmlns": packageRelations],
      targets.enumerated().map { place, target in
        .tag(
          "Relationship",
          [
            "Id": "rId\(place + 1)",
            "Type": "\(relations)/\(target.relation)",
            "Target": target.file,
          ]
        )
      }
    )
  }

  /// One style, which all cells have.
  private static var styles: Markup {
    func list(_ name: String, _ items: [Markup]) -> Markup {
      .tag(name, ["count": String(items.count)], items)
    }
    let plain: KeyValuePairs = ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"]
    return .tag(
      "styleSheet",
      ["xmlns": main],
      [
        list(
          "fonts",
          [.tag("font", [:], [.tag("sz", ["val": "11"]), .tag("name", ["val": "Calibri"])])]
        ),
        // Programs take the first two fills for these, whatever they are.
        list(
          "fills",
          ["none", "gray125"].map {
            .tag("fill", [:], [.tag("patternFill", ["patternType": $0])])
          }
        ),
        list("borders", [.tag("border")]),
        list("cellStyleXfs", [.tag("xf", plain)]),
        list("cellXfs", [.tag("xf", plain)]),
        list("cellStyles", [.tag("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])]),
      ]
    )
  }
}
