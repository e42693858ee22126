import Exchange
import Foundation
import QuestionBank
import TestSupport
import Testing

@Suite("Adding items to a bank that is there")
struct AddingToABankTests {
  private static let paths = ["datapackage.json", "data/items.csv", "data/options.csv"]

  /// The files of the example bank.
  private func example() throws -> [String: [UInt8]] {
    let folder = SourceTree.banks.appendingPathComponent("teachers-ten")
    var files: [String: [UInt8]] = [:]
    for path in Self.paths {
      files[path] = [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
    }
    return files
  }

  @Test("leaves a bank to which nothing is added as it was")
  func untouched() throws {
    var bank = try AuthoredBankFiles(files: try example())
    let addition = bank.add([])
    #expect(addition.added.isEmpty && addition.replaced.isEmpty)
    #expect(try bank.files == example())
  }

  @Test("keeps the line ends of another system")
  func lineEnds() throws {
    var files = try example()
    files["data/options.csv"] = Array("item,text,why\r\nun-day,Boston,\"a\nb\"\r\n".utf8)
    let bank = try AuthoredBankFiles(files: files)
    #expect(bank.files == files)
  }

  @Test("adds new items and topics, and changes no other line")
  func adding() throws {
    var bank = try AuthoredBankFiles(files: try example())
    let addition = bank.add([
      .question(), .question("Two?", id: "two", topic: "The United Nations"),
    ])
    #expect(addition.added.map { $0.prefix { $0 != "-" } } == ["longest", "two"])
    #expect(addition.replaced.isEmpty)
    #expect(bank.topics.map(\.id) == ["rules", "united-nations", "words", "rivers-of-asia"])
    for path in Self.paths.dropFirst() {
      let before = try #require(try example()[path])
      #expect(bank.files[path]?.starts(with: before) == true)
    }
    let written = try WrittenFiles(bank)
    #expect(try written.facts().count == 12)
    #expect(try written.fact("two")?.topic == "united-nations")
    #expect(try written.fact("un-day")?.answer == "San Francisco")
  }

  @Test(
    "lets a question in other words, of the same name and key, take the place of the one before"
  )
  func replacing() throws {
    var bank = try AuthoredBankFiles(files: try example())
    let item = PortableItem.question(
      "Where was the Charter signed?",
      id: "un-day",
      topic: "united-nations",
      options: ["San Francisco", "Boston"]
    )
    let addition = bank.add([item])
    #expect(addition.added.isEmpty)
    #expect(addition.replaced.map(\.id) == ["un-day"])
    #expect(
      addition.replaced.first?.before
        == "In which city was the Charter of the United Nations signed?"
    )
    #expect(bank.files["datapackage.json"] == (try example()["datapackage.json"]))
    let written = try WrittenFiles(bank)
    let facts = try written.facts()
    #expect(facts.count == 10)
    let fact = try #require(facts["un-day"])
    #expect(fact.stem == "Where was the Charter signed?")
    // The author's word for the answer stays.
    #expect(fact.kind == "city")
    #expect(try written.open().offeredCandidates(for: fact).map(\.text) == ["Boston"])
  }

  @Test("keeps columns of the teacher's own, the separator and the byte-order mark")
  func ownColumns() throws {
    var files = try example()
    let package = String(decoding: try #require(files["datapackage.json"]), as: UTF8.self)
      .replacingOccurrences(
        of: "\"path\": \"data/items.csv\",",
        with: "\"path\": \"mine.csv\", \"dialect\": {\"delimiter\": \";\"},"
      )
    files["datapackage.json"] = Array(package.utf8)
    files["mine.csv"] = Array(
      "\u{feff}id;note;topic;stem;kind;key;explanation;sources\nlongest;hard;rules;Which is the longest river?;river;Yangtze;It is X.;\n"
        .utf8
    )
    files["data/options.csv"] = Array("item,text,why\nlongest,Y,\nother,Z,\nlongest,W,\n".utf8)
    var bank = try AuthoredBankFiles(files: files)
    let addition = bank.add([
      .question(topic: "rules"), .question("A; b?", id: "new", topic: "rules"),
    ])
    let new = try #require(addition.added.first)
    #expect(
      bank.files["mine.csv"].map { String(decoding: $0, as: UTF8.self) } == """
        \u{feff}id;note;topic;stem;kind;key;explanation;sources
        longest;hard;rules;Which river is the longest?;river;Yangtze;The Yangtze is the longest.;An atlas, 2024
        \(new);;rules;"A; b?";text;Yangtze;The Yangtze is the longest.;An atlas, 2024

        """
    )
    #expect(
      bank.files["data/options.csv"].map { String(decoding: $0, as: UTF8.self) } == """
        item,text,why
        longest,Amur,Amur is a river.
        longest,Mekong,Mekong is a river.
        other,Z,
        \(new),Amur,Amur is a river.
        \(new),Mekong,Mekong is a river.

        """
    )
  }

  @Test("adds the list of topics where there is none")
  func noTopics() throws {
    var files = try example()
    files["datapackage.json"] = Array(
      #"{"attache:authored": true, "resources": [{"name": "items", "path": "data/items.csv"}, {"name": "options", "path": "data/options.csv"}], "x": {"attache:topics": 1, "y": "\"}"}}"#
        .utf8
    )
    var bank = try AuthoredBankFiles(files: files)
    bank.add([.question()])
    let data = Data(try #require(bank.files["datapackage.json"]))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let topics = try #require(object["attache:topics"] as? [[String: String]])
    #expect(topics == [["id": "rivers-of-asia", "title": "Rivers of Asia"]])
    #expect((object["x"] as? [String: Any])?["y"] as? String == "\"}")
  }

  @Test("refuses what is no bank of authored items, and says why")
  func refusals() throws {
    func problem(_ change: (inout [String: [UInt8]]) -> Void) throws -> BankProblem? {
      var files = try example()
      change(&files)
      do throws(BankProblem) {
        _ = try AuthoredBankFiles(files: files)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      try problem { $0["data/items.csv"] = nil }
        == BankProblem(file: "data/items.csv", issue: .unreadable(reason: "no file"))
    )
    #expect(try problem { $0["datapackage.json"] = Array("{".utf8) }?.file == "datapackage.json")
    #expect(
      try problem { files in
        files["datapackage.json"] = Array(#"{"name": "x", "resources": []}"#.utf8)
      } == BankProblem(file: "datapackage.json", issue: .missingKey(name: "attache:authored"))
    )
    #expect(
      try problem { $0["data/options.csv"] = Array("item,text\n".utf8) }
        == BankProblem(file: "data/options.csv", line: 1, issue: .missingKey(name: "why"))
    )
    #expect(
      try problem { $0["data/options.csv"] = Array("item,text,why\na,b\n".utf8) }
        == BankProblem(
          file: "data/options.csv",
          line: 2,
          issue: .wrongCellCount(found: 2, expected: 3)
        )
    )
    #expect(try problem { $0["data/items.csv"] = [0x69, 0xff] }?.issue == .notUTF8)
  }
}
