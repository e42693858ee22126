import Classroom
import Foundation
import TestSupport
import Testing

@testable import AttacheCLI

/// Classes by pseudonym: the names stand in the key file, and nowhere else.
@Suite struct PseudonymTests {
  private let teacher: Teacher
  private let key: String

  init() throws {
    teacher = try Teacher()
    key = teacher.path("secret/7b-key.csv")
    try FileManager.default.createDirectory(
      atPath: teacher.path("secret"),
      withIntermediateDirectories: true
    )
  }

  private func importNames(_ text: String = "name\nAda Lee\nBen Okoro\nChloé Martin\n") throws
    -> Int32
  {
    let file = try teacher.write(text, to: "names.csv")
    return teacher.run("class", "import", "7b", file, "--pseudonyms", "--key", key)
  }

  private func keyRows(_ path: String? = nil) throws -> [[String]] {
    try String(contentsOfFile: path ?? key, encoding: .utf8).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",").map(String.init) }
  }

  @Test func keyFileAloneTellsWhoIsWho() throws {
    #expect(try importNames() == 0)
    let pupils = try teacher.schoolClass().pupils
    #expect(Set(pupils.map(\.name)).isDisjoint(with: Teacher.pupils))
    #expect(try keyRows().first == ["pseudonym", "number", "name"])
    let rows = try keyRows().dropFirst()
    #expect(rows.map { Array($0.prefix(2)) } == pupils.map { [$0.name, "\($0.number)"] })
    #expect(Set(rows.map { $0.last ?? "" }) == Set(Teacher.pupils))
    #expect(teacher.words.contains("Their names stand in \(key) alone; keep it to yourself."))
  }

  @Test func keyFileIsReadableByItsOwnerAlone() throws {
    #expect(try importNames() == 0)
    func mode() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
    }
    #expect(try mode() == 0o600)
    // Also where it was there before, and others could read it.
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
    #expect(teacher.run("class", "add", "7b", "Dora Hahn", "--key", key) == 0)
    #expect(try mode() == 0o600)
  }

  @Test func laterNamesAreAddedBelow() throws {
    #expect(try importNames() == 0)
    #expect(try importNames("Dora Hahn\nEmil Kraus\n") == 0)
    let rows = try keyRows()
    #expect(rows.count == 6)
    #expect(rows.filter { $0.first == "pseudonym" }.count == 1)
    #expect(Set(rows[1...3].map { $0.last ?? "" }) == Set(Teacher.pupils))
    #expect(Set(rows[4...].map { $0.last ?? "" }) == ["Dora Hahn", "Emil Kraus"])
    #expect(rows.dropFirst().map { $0.dropFirst().first } == (1...5).map { "\($0)" })
    #expect(Set(try teacher.schoolClass().pupils.map(\.name)).count == 5)
  }

  @Test func namesStandNowhereElse() throws {
    #expect(try importNames() == 0)
    let paper = try teacher.printPaper("--forms", "2")
    let sheet = try #require(paper.sheets.first)
    let lines = try teacher.schoolClass().pupils.map { "\($0.number),A,\(sheet.rightLetters)" }
    #expect(try teacher.mark(paper, lines) == 0)
    var texts: [String: Data] = [:]
    for arguments in [
      ["class", "show"], ["class", "list", "--json"], ["class", "report", "--html"],
      ["class", "report", "--csv"], ["class", "report", "--json"], ["class", "report"],
      ["data", "export", "--json"], ["data", "export", "--csv"], ["history", "--answers"],
    ] {
      #expect(teacher.run(arguments) == 0)
      texts[arguments.joined(separator: " ")] = Data(teacher.stage.transcript.utf8)
    }
    for (path, data) in Teacher.tree(teacher.stage.home.url) { texts[path] = data }
    for (path, data) in Teacher.tree(teacher.files.url) where path.contains("paper") {
      texts[path] = data
    }
    #expect(texts.count > 15)
    for (place, data) in texts {
      for part in ["Ada", "Okoro", "Chlo", "Martin"] {
        #expect(data.range(of: Data(part.utf8)) == nil, "\(place) holds \(part)")
      }
    }
  }

  @Test func listIsNotMadeWhereTheKeyCannotBeWritten() throws {
    let file = try teacher.write("Ada Lee\n", to: "names.csv")
    let inFile = teacher.path("names.csv/key.csv")
    #expect(teacher.run("class", "import", "7b", file, "--pseudonyms", "--key", inFile) == 73)
    #expect(teacher.stage.talk.hasPrefix("\(inFile) cannot be written ("))
    #expect(try teacher.classes().flatMap(\.pupils).isEmpty)
  }

  @Test func spreadsheetTakesNoNameInTheKeyForAFormula() throws {
    #expect(try importNames("=cmd|' /C calc'!A0\n@Ada\n+Ben\n-Cy\n") == 0)
    let names = try keyRows().dropFirst().compactMap { $0.last?.drop { $0 == "\"" } }
    #expect(names.count == 4)
    #expect(!names.contains { "=+-@".contains($0.first ?? "a") }, "\(names)")
  }

  @Test func numbersDoNotFollowTheRegister() throws {
    let names = (1...12).map { "Pupil \(PaperForm.letter(at: $0 - 1))" }
    #expect(try importNames(names.joined(separator: "\n")) == 0)
    let byNumber = try keyRows().dropFirst().map { $0.last ?? "" }
    #expect(Set(byNumber) == Set(names))
    #expect(byNumber != names)
    // Nor is it the same order in each class.
    teacher.stage.environment.randomSeed = { 77 }
    let (file, other) = (teacher.path("names.csv"), teacher.path("other.csv"))
    #expect(teacher.run("class", "import", "8a", file, "--pseudonyms", "--key", other) == 0)
    #expect(try keyRows(other).dropFirst().map { $0.last ?? "" } != byNumber)
  }

  @Test(arguments: ["name\nAda Lee\nDora Hahn\n", "name\n ADA  lee\nDora Hahn\n"])
  func nameThatStandsInTheKeyIsNotAddedAgain(text: String) throws {
    #expect(try importNames() == 0)
    #expect(try importNames(text) == 65)
    #expect(teacher.stage.talk.contains("names.csv:2: "))
    #expect(teacher.stage.talk.contains("is on the list already, as number "))
    #expect(try keyRows().count == 5)
    #expect(try teacher.schoolClass().pupils.count == 4)
  }

  @Test func namesThatLookLikeFormulasAreKnownAgain() throws {
    let names = "=cmd|' /C calc'!A0\n@Ada\n+Ben\n-Cy\n"
    #expect(try importNames(names) == 0)
    let key = try String(contentsOfFile: key, encoding: .utf8)
    #expect(try importNames(names) == 65)
    #expect(try String(contentsOfFile: self.key, encoding: .utf8) == key)
    #expect(try teacher.schoolClass().pupils.count == 4)
  }

  @Test func classWhoseKeyIsElsewhereAsksBeforeAnybodyIsDoubled() throws {
    #expect(try importNames() == 0)
    let other = teacher.path("other-key.csv")
    let add = ["class", "add", "7b", "Ada Lee", "--key", other]
    teacher.stage.environment.isInputTerminal = false
    #expect(teacher.run(add) == 64)
    #expect(teacher.stage.talk.contains("--key FILE") && teacher.stage.talk.contains("--new-key"))
    teacher.stage.environment.isInputTerminal = true
    #expect(teacher.run(add, typing: ["no"]) == 0)
    #expect(teacher.words.hasSuffix("Nobody was added."))
    #expect(teacher.run(add) == 64)
    #expect(!FileManager.default.fileExists(atPath: other))
    #expect(try teacher.schoolClass().pupils.count == 3)
    #expect(teacher.run(add, typing: ["yes"]) == 0)
    #expect(try keyRows(other).count == 2)
    #expect(try teacher.schoolClass().pupils.count == 4)
    teacher.stage.environment.isInputTerminal = false
    let third = ["class", "add", "7b", "Bo", "--key", teacher.path("third.csv"), "--new-key"]
    #expect(teacher.run(third) == 0)
  }

  /// How a spreadsheet program saves a key.
  struct Manner: CustomTestStringConvertible {
    let testDescription: String
    var separator = ","
    var end = "\r\n"
    var quote = ""
    var encoding = String.Encoding.utf8
    var mark: [UInt8] = []

    func bytes(_ rows: [[String]]) throws -> [UInt8] {
      let text = rows.map { row in
        row.map { quote + $0 + quote }.joined(separator: separator) + end
      }.joined()
      return mark + Array(try #require(text.data(using: encoding)))
    }
  }

  static let manners = [
    Manner(testDescription: "semicolons", separator: ";"),
    Manner(testDescription: "tabs, LF", separator: "\t", end: "\n"),
    Manner(testDescription: "quoted", quote: "\""),
    Manner(testDescription: "UTF-8 with a mark", mark: [0xef, 0xbb, 0xbf]),
    Manner(
      testDescription: "UTF-16",
      separator: "\t",
      encoding: .utf16LittleEndian,
      mark: [0xff, 0xfe]
    ),
    Manner(testDescription: "UTF-16 BE", encoding: .utf16BigEndian, mark: [0xfe, 0xff]),
    Manner(testDescription: "Windows-1252", separator: ";", encoding: .windowsCP1252),
  ]

  @Test(arguments: manners)
  func keyThatASpreadsheetSavedStaysAsItSavedIt(_ manner: Manner) throws {
    #expect(try importNames() == 0)
    let rows = try keyRows()
    let saved = try manner.bytes(rows)
    try Data(saved).write(to: URL(fileURLWithPath: key))
    // Known again, whatever the encoding is.
    #expect(teacher.run("class", "add", "7b", "Chloé Martin", "--key", key) == 65)
    #expect(Array(try Data(contentsOf: URL(fileURLWithPath: key))) == saved)
    #expect(teacher.run("class", "add", "7b", "Jörg Weiß", "--key", key) == 0)
    let pupil = try #require(try teacher.schoolClass().pupils.last)
    let expected = try manner.bytes(rows + [[pupil.name, "4", "Jörg Weiß"]])
    #expect(Array(try Data(contentsOf: URL(fileURLWithPath: key))) == expected)
  }

  @Test func nameThatTheEncodingLacksIsNotLost() throws {
    #expect(try importNames() == 0)
    let manner = Manner(testDescription: "", separator: ";", encoding: .windowsCP1252)
    try Data(try manner.bytes(try keyRows())).write(to: URL(fileURLWithPath: key))
    #expect(teacher.run("class", "add", "7b", "Łukasz", "--key", key) == 0)
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: key)))
    #expect(bytes.starts(with: [0xef, 0xbb, 0xbf]))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("Łukasz") && text.contains("Chloé Martin"))
  }

  @Test func classThatGoesByNamesTakesNoPseudonyms() throws {
    try teacher.makeClass()
    #expect(try importNames("Dora Hahn\n") == 64)
    #expect(
      teacher.stage.talk
        == "the class \"7b\" goes by names; make another with attache class new --pseudonyms\n"
    )
    #expect(!FileManager.default.fileExists(atPath: key))
    #expect(try teacher.schoolClass().pupils.map(\.name) == Teacher.pupils)
  }

  @Test func fileThatIsNoKeyIsNotTouched() throws {
    let text = "Dear diary,\nnothing happened.\n"
    try text.write(toFile: key, atomically: true, encoding: .utf8)
    #expect(try importNames() == 64)
    #expect(teacher.stage.talk.hasPrefix("\(key) is no key of pseudonyms and was not touched; "))
    #expect(try String(contentsOfFile: key, encoding: .utf8) == text)
    #expect(try teacher.classes().flatMap(\.pupils).isEmpty)
  }
}
