import QuizModel

/// Items as a content package of QTI 2.1: a manifest, a test, and a file for each item.
package struct QTIPackage: Sendable {
  private static let manifestFile = "imsmanifest.xml"
  private static let testFile = "test.xml"

  private let bank: String
  private let title: String
  private let language: String

  /// A package to be written.
  ///
  /// - Parameters:
  ///   - bank: The identity of the bank that the items come from, on which all names in the package
  ///     depend.
  ///   - title: What the test is called.
  ///   - language: The language of the texts, a tag of BCP 47.
  package init(bank: String, title: String, language: String = "en") {
    self.bank = bank
    self.title = title
    self.language = language
  }

  /// The package as a zip file holds it.
  ///
  /// - Parameter items: One or more, in the order in which the test asks them; multiple choice or
  ///   true/false.
  /// - Returns: The same bytes for the same items and arguments.
  /// - Throws: ``PackageError``: what is wrong with an item, or with the archive.
  package func bytes(of items: [PortableItem]) throws(PackageError) -> [UInt8] {
    let packaged = try PackagedItem.all(of: items, bank: bank)
    let writer = MarkupWriter(.xml)
    var entries = [
      ZipEntry(name: QTIPackage.manifestFile, text: writer.document(manifest(of: packaged))),
      ZipEntry(name: QTIPackage.testFile, text: writer.document(test(of: packaged))),
    ]
    for item in packaged {
      let markup = QTIItem(item, language: language).markup
      entries.append(ZipEntry(name: QTINames.file(item), text: writer.document(markup)))
    }
    do {
      return try ZipArchive(entries).bytes()
    } catch {
      throw .archive(error)
    }
  }

  private func name(_ kind: String) -> String {
    "\(kind)-\(StableHash(of: bank).hexadecimal)"
  }

  private func manifest(of items: [PackagedItem]) -> Markup {
    let test = resource(
      name("test"),
      type: "imsqti_test_xmlv2p1",
      file: QTIPackage.testFile,
      needing: items.map(QTINames.item)
    )
    let resources = items.map {
      resource(QTINames.item($0), type: "imsqti_item_xmlv2p1", file: QTINames.file($0))
    }
    return .tag(
      "manifest",
      [
        "xmlns": QTINames.packageNamespace,
        "xmlns:xsi": QTINames.schemaInstance,
        "xsi:schemaLocation": "\(QTINames.packageNamespace) \(QTINames.packageSchema)",
        "identifier": name("manifest"),
      ],
      [
        .tag(
          "metadata",
          [:],
          [.tag("schema", text: "QTIv2.1 Package"), .tag("schemaversion", text: "1.0.0")]
        ),
        .tag("organizations"),
        .tag("resources", [:], [test] + resources),
      ]
    )
  }

  private func resource(
    _ name: String,
    type: String,
    file: String,
    needing others: [String] = []
  ) -> Markup {
    .tag(
      "resource",
      ["identifier": name, "type": type, "href": file],
      [.tag("file", ["href": file])]
        + others.map { .tag("dependency", ["identifierref": $0]) }
    )
  }

  private func test(of items: [PackagedItem]) -> Markup {
    let section = Markup.tag(
      "assessmentSection",
      ["identifier": "questions", "title": title, "visible": "true"],
      items.map {
        .tag(
          "assessmentItemRef",
          ["identifier": QTINames.item($0), "href": QTINames.file($0)]
        )
      }
    )
    return .tag(
      "assessmentTest",
      [
        "xmlns": QTINames.namespace,
        "xmlns:xsi": QTINames.schemaInstance,
        "xsi:schemaLocation": "\(QTINames.namespace) \(QTINames.schema)",
        "identifier": name("test"),
        "title": title,
      ],
      [
        .tag(
          "outcomeDeclaration",
          ["identifier": QTINames.score, "cardinality": "single", "baseType": "float"]
        ),
        .tag(
          "testPart",
          [
            "identifier": "part", "navigationMode": "nonlinear", "submissionMode": "individual",
          ],
          [.tag("itemSessionControl", ["showFeedback": "true"]), section]
        ),
        outcomeProcessing,
      ]
    )
  }

  /// The sum of what the items earned.
  private var outcomeProcessing: Markup {
    .tag(
      "outcomeProcessing",
      [:],
      [
        .tag(
          "setOutcomeValue",
          ["identifier": QTINames.score],
          [
            .tag(
              "sum",
              [:],
              [.tag("testVariables", ["variableIdentifier": QTINames.score])]
            )
          ]
        )
      ]
    )
  }
}
