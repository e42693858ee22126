import Exchange
import QuizModel
import Testing

@Suite("Aiken as people write it")
struct AikenFilesTests {
  private func read(_ text: String) throws -> ImportedItems {
    try TextFormat.aiken.items(in: Array(text.utf8))
  }

  @Test("is read with stops and brackets, and stems that begin like options")
  func full() throws {
    let imported = try read(
      """
      U.S. ships cross which ocean
      to reach Japan?
      A) Atlantic
      B)Pacific
      ANSWER: B

      A.A. Milne wrote about a bear.
      A. True
      B. False
      Answer: a
      """
    )
    #expect(imported.leftOut.isEmpty)
    try #require(imported.items.count == 2)
    #expect(imported.items[0].stem == "U.S. ships cross which ocean\nto reach Japan?")
    #expect(imported.items[0].options.map(\.text) == ["Atlantic", "Pacific"])
    #expect(imported.items[0].key == 1)
    #expect(imported.items[1].stem == "A.A. Milne wrote about a bear.")
    #expect(imported.items[1].form == .trueFalse)
    #expect(imported.items[1].key == 0)
  }

  @Test("is refused with the line where it goes wrong")
  func malformed() {
    func error(_ text: String) -> ImportError? {
      do throws(ImportError) {
        _ = try TextFormat.aiken.items(in: Array(text.utf8))
        return nil
      } catch {
        return error
      }
    }
    #expect(error("A. x\nB. y\nANSWER: A") == ImportError(line: 1, .misplacedLine(found: "A. x")))
    #expect(
      error("Q?\nA. x\nand so on\nB. y") == ImportError(line: 3, .misplacedLine(found: "and so on"))
    )
    #expect(error("Q?\nA. x\nC. y") == ImportError(line: 3, .misplacedLine(found: "C. y")))
    #expect(error("Q?\nA. x\nB. y\nANSWER: C") == ImportError(line: 4, .unknownAnswer(found: "C")))
    #expect(error("Q?\nA. x\nB. y\nANSWER:") == ImportError(line: 4, .unknownAnswer(found: "")))
    #expect(error("Q?\r\nA. x\r\n\r\nB. y\r\n") == ImportError(line: 4, .missingAnswer))
    #expect(
      error("ANSWER: A") == ImportError(line: 1, .misplacedLine(found: "ANSWER: A"))
    )
  }
}
