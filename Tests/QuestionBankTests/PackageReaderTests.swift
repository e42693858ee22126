import Foundation
import QuestionBank
import TestSupport
import Testing

@Suite("The description of a bank")
struct PackageReaderTests {
  @Test("finds nothing in the sound banks")
  func sound() throws {
    #expect(try BankBlueprint.small.problems().isEmpty)
    #expect(try LandsBank.blueprint(count: 12).problems().isEmpty)
    #expect(try AuthoredBank.blueprint(count: 4) { $0 < 2 }.problems().isEmpty)
  }

  @Test("is kept as it was written")
  func values() throws {
    let blueprint = BankBlueprint.small { bank in
      bank.properties["attache:language"] = "\"fr\""
      bank.properties["licenses"] = #"[{"name": "CC-BY-4.0"}, {"name": "ODbL-1.0", "path": "x"}]"#
      bank.properties["attache:topics"] =
        #"[{"id": "basics", "title": "The “basics”"}, {"id": "b2", "title": "B"}]"#
      bank.properties["description"] = "\"Unknown properties pass.\""
    }
    let scratch = try ScratchFolder()
    let folder = BankFolder(try blueprint.write(to: scratch, name: "lands"))
    let opener = BankOpener(cache: scratch.url.appendingPathComponent("c"), version: "1")
    for bank in [try opener.open(folder), try opener.open(folder)] {
      #expect(bank.description.name == "lands", "the folder's name")
      #expect(bank.description.id == "5f0c2e5e-6a3c-4f5b-9b1e-0d5e6f7a8b9c")
      #expect(bank.description.title == "A sample")
      #expect(bank.description.version == "1.0.0")
      #expect(bank.description.asOf == "2026-10")
      #expect(bank.description.language == "fr")
      #expect(bank.description.licences == ["CC-BY-4.0", "ODbL-1.0"])
      #expect(!bank.description.isAuthored)
      #expect(
        bank.description.topics == [
          Topic(id: "basics", title: "The “basics”"), Topic(id: "b2", title: "B"),
        ]
      )
    }
  }

  @Test("may be indented with tabs, as JSON may")
  func tabs() throws {
    let text = String(
      decoding: try #require(BankBlueprint.small.allFiles["datapackage.json"]),
      as: UTF8.self
    )
    let tabbed = text.replacingOccurrences(of: "\n", with: "\n\t\t")
      .replacingOccurrences(of: ": ", with: ":\t").trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(
      try BankBlueprint.small { $0.setFile("datapackage.json", tabbed + "\n") }.problems().isEmpty
    )
  }

  @Test("may use the escapes of JSON")
  func escapes() throws {
    let blueprint = BankBlueprint.small { bank in
      bank.properties["title"] = #""A \"title\" \/ \\ \u00e9\t.""#
    }
    let bank = try WrittenBank(blueprint).open()
    #expect(bank.description.title == "A \"title\" / \\ é\t.")
  }

  @Test(
    "misses each property that has to be there",
    arguments: ["id", "title", "version", "attache:as-of"]
  )
  func missing(_ key: String) throws {
    let problems = try BankBlueprint.small { $0.properties[key] = nil }.problems()
    #expect(problems.contains { $0.issue == .missingKey(name: key) }, "\(problems)")
    #expect(problems.allSatisfy { $0.file == "datapackage.json" })
  }

  struct Broken: CustomTestStringConvertible, Sendable {
    let name: String
    let words: String
    let change: @Sendable (inout BankBlueprint) -> Void
    var testDescription: String { name }

    init(
      _ name: String,
      _ words: String,
      _ change: @escaping @Sendable (inout BankBlueprint) -> Void
    ) {
      self.name = name
      self.words = words
      self.change = change
    }
  }

  /// The first field of the table with a property as JSON.
  private static func field(_ name: String, _ words: String, _ key: String, _ json: String)
    -> Broken
  {
    Broken(name, words) { $0.tables[0].fields[1].properties[key] = json }
  }

  static let broken = [
    field(
      "a type that is not read",
      "unknown key \"number\"; expected one of string, integer",
      "type",
      "\"number\""
    ),
    field("a type of another case", "unknown key \"String\"", "type", "\"String\""),
    field("a type that is no text", "expected text", "type", "[\"string\"]"),
    field("an unknown property", "unknown key \"rdfType\"", "rdfType", "\"x\""),
    field(
      "an unknown constraint",
      "unknown key \"minLength\"",
      "constraints",
      #"{"minLength": 3}"#
    ),
    field("a constraint on numbers", "unknown key \"maximum\"", "constraints", #"{"maximum": 3}"#),
    field(
      "a required that is no truth value",
      "true or false",
      "constraints",
      #"{"required": "yes"}"#
    ),
    field("a pattern of Perl", "POSIX", "constraints", #"{"pattern": "\\d+"}"#),
    field("a pattern that looks ahead", "POSIX", "constraints", #"{"pattern": "(?=a)"}"#),
    field("a pattern that refers back", "POSIX", "constraints", #"{"pattern": "(a)\\1"}"#),
    field("a pattern that is none", "POSIX", "constraints", #"{"pattern": "(a"}"#),
    field("a list of another shape", "unknown key \"split\"", "attache:list", #"{"split": "|"}"#),
    field("a date that is no truth value", "true or false", "attache:date", "3"),
    Broken("a reserved field", "reserved") { $0.tables[0].fields[1].name = "attache_x" },
    Broken("a field with a quote", "reserved") { $0.tables[0].fields[1].name = "a\"b" },
    Broken("two fields of one name", "name") { $0.tables[0].fields[1].name = "id" },
    Broken("two fields that SQLite takes for one", "name") { $0.tables[0].fields[1].name = "ID" },
    Broken("a field without a name", "\"name\" is missing") { bank in
      bank.tables[0].properties["x"] = "1"
      bank.setFile("datapackage.json", Self.package(#"{"fields": [{"type": "string"}]}"#))
    },
    Broken("a schema without fields", "\"fields\" is missing") { bank in
      bank.setFile("datapackage.json", Self.package("{}"))
    },
    Broken("a schema with unknown keys", "unknown key \"indexes\"") {
      $0.tables[0].schema["indexes"] = "[]"
    },
    Broken("a key that is no field", "\"colour\" is missing") { $0.tables[0].key = ["colour"] },
    Broken("a table named in capitals", "small letters") { $0.tables[0].name = "Words" },
    Broken("a table with a reserved name", "reserved") { $0.tables[0].name = "attache_words" },
    Broken("a table named dates", "reserved") { $0.tables[0].name = "dates" },
    Broken("a table of SQLite's", "reserved") { $0.tables[0].name = "sqlite_words" },
    Broken("a table without a name", "small letters") { $0.tables[0].name = "" },
    Broken("two tables of one name", "\"words\" is taken") { $0.tables.append($0.tables[0]) },
    Broken("a delimiter of two characters", "one character") {
      $0.tables[0].properties["dialect"] = #"{"delimiter": ";;"}"#
    },
    Broken("an as-of date that is none", "expected a date") {
      $0.properties["attache:as-of"] = "\"soon\""
    },
    Broken("a topic without a title", "\"title\" is missing") {
      $0.properties["attache:topics"] = #"[{"id": "basics"}]"#
    },
    Broken("a topic with unknown keys", "unknown key \"colour\"") {
      $0.properties["attache:topics"] = #"[{"id": "basics", "title": "B", "colour": "red"}]"#
    },
    Broken("topics that are no list", "expected a list") { $0.properties["attache:topics"] = "3" },
    Broken("tables that are no list", "expected a list") { $0.properties["resources"] = "{}" },
    Broken("a table that is a text", "expected keys and values") {
      $0.properties["resources"] = "[\"x\"]"
    },
    Broken("an id that is no UUID", "expected a UUID of its own") {
      $0.properties["id"] = "\"my-bank\""
    },
    Broken("a name that is not the folder's", "expected sample, the name of the bank's folder") {
      $0.properties["name"] = "\"other\""
    },
    Broken("a locked that is no truth value", "true or false") {
      $0.properties["attache:locked"] = "1"
    },
    Broken("an authored that is no truth value", "true or false") {
      $0.properties["attache:authored"] = "1"
    },
    Broken("a reference to no table", "ghosts") { bank in
      bank.tables[0].schema["foreignKeys"] =
        #"[{"fields": "text", "reference": {"resource": "ghosts", "fields": "id"}}]"#
    },
    Broken("a reference to no field", "words.colour") { bank in
      bank.tables[0].schema["foreignKeys"] =
        #"[{"fields": "text", "reference": {"resource": "words", "fields": "colour"}}]"#
    },
    Broken("a reference of two fields", "one field") { bank in
      bank.tables[0].schema["foreignKeys"] =
        #"[{"fields": ["id", "text"], "reference": {"resource": "words", "fields": ["id", "text"]}}]"#
    },
    Broken("a list that refers to no table", "ghosts") {
      $0.tables[0].fields[1].properties["attache:list"] = #"{"references": "ghosts"}"#
    },
    Broken("a list table that is there already", "words_text") { bank in
      bank.tables[0].fields[1].properties["attache:list"] = "{}"
      bank.tables.append(
        TableBlueprint(name: "words_text", fields: [FieldBlueprint("id")], key: [], rows: [])
      )
    },
    Broken("an authored bank without its tables", "\"items\" is missing") {
      $0.properties["attache:authored"] = "true"
    },
  ]

  private static func package(_ schema: String) -> String {
    """
    {"id": "5f0c2e5e-6a3c-4f5b-9b1e-0d5e6f7a8b9c", "title": "X", "version": "1",
     "attache:as-of": "2026", "resources": [{"name": "words", "path": "data/words.csv", "schema": \(schema)}]}
    """
  }

  @Test("is refused where it holds what is not read", arguments: broken)
  func refused(_ broken: Broken) throws {
    let problems = try BankBlueprint.small(broken.change).problems()
    #expect(problems.contains { $0.description.contains(broken.words) }, "\(problems)")
  }

  @Test("is refused at the line of what is wrong")
  func place() throws {
    let text = """
      {
        "id": "5f0c2e5e-6a3c-4f5b-9b1e-0d5e6f7a8b9c", "title": "X", "version": "1", "attache:as-of": "2026",
        "resources": [
          {"name": "words", "path": "data/words.csv",
           "schema": {"fields": [
             {"name": "id"},
             {"name": "text", "type": "duration"}
           ]}}
        ]
      }
      """
    let problems = try BankBlueprint.small { $0.setFile("datapackage.json", text) }.problems()
    #expect(problems.map(\.line) == [7])
    #expect(problems.map(\.column) == [33])
  }

  @Test("is told with all that is wrong in it")
  func allProblems() throws {
    let problems = try BankBlueprint.small { bank in
      bank.properties["id"] = nil
      bank.properties["title"] = nil
      bank.properties["attache:as-of"] = "\"x\""
      bank.tables[0].fields[1].properties["type"] = "\"any\""
    }.problems()
    #expect(problems.count == 4, "\(problems)")
  }

  @Test(
    "is refused where it is no JSON, or too large",
    arguments: [
      "", "{", "[]", "null", "{\"id\": }", "{\"a\" \"b\"}", "\u{1}", "{\"a\": \"\u{1b}\"}",
    ]
  )
  func noJSON(_ text: String) throws {
    let problems = try BankBlueprint.small { $0.setFile("datapackage.json", text) }.problems()
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.file == "datapackage.json" })
  }

  @Test("is read up to a megabyte, and no bank without it")
  func limits() throws {
    let large = BankBlueprint.small { bank in
      bank.properties["note"] = "\"\(String(repeating: "x", count: 1 << 20))\""
    }
    #expect(try large.problems().map(\.issue) == [.fileTooLarge(limit: 1 << 20)])
    let scratch = try ScratchFolder()
    try scratch.write(Data(), to: "empty/README.md")
    let folder = BankFolder(scratch.url.appendingPathComponent("empty"))
    #expect(throws: BankError.self) {
      try BankOpener(cache: nil, version: "1").open(folder)
    }
  }
}
