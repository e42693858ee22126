import Classroom
import QuestionBank
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
