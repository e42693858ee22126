import Exchange
import QuestionBank
import QuizModel
import Testing

@Suite("A table of items")
struct TableFilesTests {
  private func read(_ text: String) throws -> ImportedItems {
    try TextFormat.table.items(in: Array(text.utf8))
  }

  /// Every cell of a table as a spreadsheet would see it, should it divide cells by a sign.
  private func cells(_ bytes: [UInt8], separator: UInt8) throws -> [String] {
    var reader = CSVReader(bytes, separator: separator)
    var row = CSVRow()
    var cells: [String] = []
    while try reader.read(into: &row) { cells += row.texts }
    return cells
  }

  @Test("holds no cell that a spreadsheet would run")
  func formulas() throws {
    let signs: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
    for seed in UInt64(1)...40 {
      var random = RandomItems(seed: seed)
      let bytes = TextFormat.table.bytes(of: random.items(40))
      for cell in try cells(bytes, separator: UInt8(ascii: ",")) {
        for part in cell.unicodeScalars.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
          let first = part.first { $0 != " " && $0 != "\"" }
          #expect(first.map { !signs.contains($0) } ?? true, "\(cell)")
        }
      }
    }
  }

  @Test(
    "gives a text with signs of formulas and apostrophes back",
    arguments: [
      "=1+1", "'=1+1", "''=1", "'tis", "+1", "-", "@x", "a;=1", "a;'=1", "a\n-b", "a\n'-b", "- x",
      "＝1", "\"=1", "; =1", "'", "''", "a\n\t=1", "x'=1", "'x=1",
    ]
  )
  func apostrophes(_ text: String) throws {
    let item = PortableItem.question(text, options: [text, "other"])
    let back = try TextFormat.table.items(in: TextFormat.table.bytes(of: [item]))
    #expect(back.items == [item.cleaned])
  }

  @Test("puts an apostrophe before a formula, and before nothing else")
  func guarding() throws {
    let item = PortableItem.question("=HYPERLINK(\"x\")", options: ["1-1", "-1"])
    let cells = try cells(TextFormat.table.bytes(of: [item]), separator: UInt8(ascii: ","))
    #expect(cells.contains("'=HYPERLINK(\"x\")"))
    #expect(cells.contains("1-1"))
    #expect(cells.contains("'-1"))
  }

  @Test(
    "is read with any of the usual separators, columns in any order, and without most of them",
    arguments: [",", ";", "\t"]
  )
  func foreign(_ separator: String) throws {
    let text = """
      Key,option1,option2,STEM,form
      2,Atlantic,Pacific,"Which ocean
      is larger?",
      1,,,Seas are deep.,true-false
      ,,,,

      """.replacing(",", with: separator)
    let imported = try read(text)
    #expect(imported.leftOut.isEmpty)
    #expect(imported.items.map(\.key) == [1, 0])
    #expect(imported.items.map(\.form) == [.multipleChoice, .trueFalse])
    #expect(imported.items.first?.stem == "Which ocean\nis larger?")
  }

  @Test("is refused with its line and cell")
  func malformed() {
    func error(_ text: String) -> ImportError? {
      do throws(ImportError) {
        _ = try TextFormat.table.items(in: Array(text.utf8))
        return nil
      } catch {
        return error
      }
    }
    let header = "stem,key,option1,option2\n"
    #expect(error("stem,key,option1\n") == ImportError(line: 1, .missingField(name: "option2")))
    #expect(
      error("stem,key,option1,option2,Key\n")
        == ImportError(line: 1, column: 5, .repeatedColumn(name: "key"))
    )
    #expect(
      error(header + "Q,1,a\n") == ImportError(line: 2, .wrongCellCount(found: 3, expected: 4))
    )
    #expect(
      error(header + "Q,3,a,b\n")
        == ImportError(line: 2, column: 2, .wrongValue(found: "3", field: "key"))
    )
    #expect(
      error(header + "\nQ,1,a,\"b")
        == ImportError(line: 3, column: 4, .malformedTable(.unterminatedQuote))
    )
    if case .unknownColumn(let name, _) = error("stem,colour\n")?.issue {
      #expect(name == "colour")
    } else {
      Issue.record("took an unknown column")
    }
  }

  @Test("leaves out a row with a gap among its options, and one of another form")
  func leftOut() throws {
    let imported = try read(
      "form,stem,key,option1,option2,option3\n,Q,1,a,,c\ntyped,Q,1,a,b,\n"
    )
    #expect(imported.items.isEmpty)
    #expect(imported.leftOut.map(\.reason) == [.emptyOption, .otherType(name: "typed")])
    #expect(imported.leftOut.map(\.line) == [2, 3])
  }
}
