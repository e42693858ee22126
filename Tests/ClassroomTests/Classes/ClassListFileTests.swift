import Classroom
import QuestionBank
import QuizModel
import Testing

/// Lists of names as teachers have them.
@Suite struct ClassListFileTests {
  private func names(_ text: String) -> [String] {
    ClassListFile.entries(Array(text.utf8)).names.map(\.name)
  }

  @Test(
    "are a name a line, or the first column of a table",
    arguments: [
      "Ada\nBo Berg\nÉva\n", "Name\r\nAda\r\nBo Berg\r\nÉva",
      "\u{feff}name,class\nAda,7b\nBo Berg,7b\nÉva,7b\n",
      "Pupil;Class\n\"Ada\";7b\n\n Bo Berg ;7b\n;;\nÉva;7b", "Ada\t1\rBo Berg\t2\rÉva\t3\r",
    ]
  )
  func shapes(_ text: String) {
    #expect(names(text) == ["Ada", "Bo Berg", "Éva"])
  }

  @Test(
    "hold names in two columns, and names in a row",
    arguments: [
      ("Lovelace, Ada\nBerg, Bo\n", ["Lovelace, Ada", "Berg, Bo"]),
      ("Last name;First name\nLovelace;Ada\nBerg;\n", ["Lovelace, Ada", "Berg"]),
      ("Ada,7b\nBo,7b\n", ["Ada", "Bo"]), ("Name,Town\nAda,Bonn\n", ["Ada"]),
      ("Ada, Bo, Cy, Di", ["Ada", "Bo", "Cy", "Di"]), ("Ada, Bo", ["Ada, Bo"]),
    ]
  )
  func columns(_ text: String, wanted: [String]) {
    #expect(names(text) == wanted)
  }

  @Test(
    "hold numbers before the names, which are left out",
    arguments: [
      "1,Ada\n2,Bo Berg\n3,Éva", "1. Ada\n2. Bo Berg\n3. Éva", "1) Ada\n2) Bo Berg\n10) Éva",
      "1;Ada;7b\n2;Bo Berg;7b\n3;Éva;7b", "1.Ada\r\n2.Bo Berg\r\n3.Éva",
      "Name\n1. Ada\n2. Bo Berg\n3. Éva",
    ]
  )
  func numbered(_ text: String) {
    #expect(names(text) == ["Ada", "Bo Berg", "Éva"])
  }

  @Test("are read alike in every shape that a list has", arguments: 0..<40)
  func anyShape(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let given = random.shuffled(SampleClass.names).prefix(3 + random.below(8))
    let newline = ["\n", "\r\n", "\r"][random.below(3)]
    let separator = [",", ";", "\t"][random.below(3)]
    let heading = ["Name", "pupils", "STUDENT", "Full name"][random.below(4)]
    func rows(_ row: (Int, String) -> String) -> [String] {
      given.enumerated().map { row($0.offset + 1, $0.element) }
    }
    let shapes = [
      rows { _, name in name }, rows { number, name in "\(number). \(name)" },
      rows { number, name in "\(number)) \(name)" }, rows { _, name in "\(name)\(separator)7b" },
      rows { number, name in "\(number)\(separator)\(name)" },
      [given.joined(separator: separator)], [heading] + rows { _, name in name },
      [heading + separator + "Class"] + rows { _, name in "\"\(name)\"\(separator)7b" },
    ]
    for lines in shapes {
      let text = lines.joined(separator: newline) + (random.below(2) == 0 ? newline : "")
      #expect(names(text) == Array(given), "\(text)")
      #expect(names("\u{feff}" + text) == Array(given), "\(text)")
    }
  }

  @Test("keep their line numbers, and leave out the lines alone that cannot be read")
  func badLines() {
    let bytes = Array("Name\n\nAda\n".utf8) + [0xff, 0x0a] + Array("Bo\u{7}\n\"Cy\nDi\n".utf8)
    let (names, problems) = ClassListFile.entries(bytes)
    #expect(names.map(\.name) == ["Ada", "Di"])
    #expect(names.map(\.line) == [3, 7])
    #expect(problems.map(\.line) == [4, 5, 6])
    #expect(
      problems.map(\.issue) == [.notUTF8, .controlCharacter(code: 7), .unterminatedQuote]
    )
  }

  @Test("have a heading on the first line alone")
  func heading() {
    #expect(names("Ada\nName\n") == ["Ada", "Name"])
    #expect(names("").isEmpty)
    #expect(names("Name").isEmpty)
  }
}
