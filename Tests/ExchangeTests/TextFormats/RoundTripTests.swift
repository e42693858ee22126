import Exchange
import QuizModel
import Testing

@Suite("Items that are written and read again")
struct RoundTripTests {
  private static let full: [TextFormat] = [.moodle, .gift, .table, .jsonLines]

  private func expectSame(_ items: [PortableItem], in format: TextFormat) throws {
    let bytes = format.bytes(of: items)
    let back = try format.items(in: bytes)
    #expect(back.leftOut.isEmpty)
    try #require(back.items.count == items.count)
    for (item, other) in zip(items, back.items) where item.allBytes != other.allBytes {
      Issue.record("\(format): \(item) came back as \(other)")
      return
    }
  }

  @Test("are the same, whatever their texts hold", arguments: full)
  func fullFormats(_ format: TextFormat) throws {
    for seed in UInt64(1)...60 {
      var random = RandomItems(seed: seed)
      try expectSame(random.items(40), in: format)
    }
  }

  @Test("are the same one by one", arguments: full)
  func singleItems(_ format: TextFormat) throws {
    var random = RandomItems(seed: 7)
    for _ in 0..<1000 { try expectSame([random.item()], in: format) }
  }

  @Test("keep in Aiken their stem, options and key, but for blanks")
  func aiken() throws {
    for seed in UInt64(1)...60 {
      var random = RandomItems(seed: seed)
      let items = random.items(40)
      let back = try TextFormat.aiken.items(in: TextFormat.aiken.bytes(of: items))
      #expect(back.leftOut.isEmpty)
      try #require(back.items.count == items.count)
      for (item, other) in zip(items, back.items) {
        let texts = [item.stem] + item.options.map(\.text)
        let expected = texts.map { Array(RandomItems.collapsed($0).utf8) }
        let found = ([other.stem] + other.options.map(\.text)).map { Array($0.utf8) }
        guard expected == found, item.key == other.key, item.form == other.form else {
          Issue.record("\(item) came back as \(other)")
          return
        }
      }
    }
  }

  @Test("lose control characters and blanks at the ends, and nothing else", arguments: full)
  func cleaning(_ format: TextFormat) throws {
    let item = PortableItem(
      id: "\u{0}a\tb\n",
      topic: "/ Rivers /",
      form: .multipleChoice,
      stem: " \u{feff}One\r\nTwo\rThree\u{2028}Four\u{7}\u{85}\u{ffff}\u{a0}\u{3000} ",
      options: [
        PortableItem.Option(text: "\u{1b}[31mred", why: "\n"),
        PortableItem.Option(text: "blue\u{9f}", why: "\u{7f}why"),
      ],
      key: 1,
      explanation: "\u{c}",
      sources: ["A\nB", " ", ""]
    )
    let back = try #require(try format.items(in: format.bytes(of: [item])).items.first)
    #expect(back.id == "a b")
    #expect(back.topic == "Rivers")
    #expect(back.stem == "One\nTwo\nThree\nFour")
    #expect(back.options.map(\.text) == ["[31mred", "blue"])
    #expect(back.options.map(\.why) == ["", "why"])
    #expect(back.explanation.isEmpty)
    #expect(back.sources == ["A B"])
    #expect(back == item.cleaned)
  }

  @Test(
    "are never lost without a word when they have no right option",
    arguments: TextFormat.allCases
  )
  func brokenItems(_ format: TextFormat) {
    let item = PortableItem(
      id: "x",
      topic: "t",
      form: .multipleChoice,
      stem: "S?",
      options: PortableItem.statementOptions(),
      key: 7,
      explanation: "",
      sources: []
    )
    do throws(ImportError) {
      let back = try format.items(in: format.bytes(of: [item]))
      #expect(back.items.isEmpty)
      #expect(back.leftOut.count == 1)
    } catch {
      #expect(error.line != nil)
    }
  }

  @Test("are none in an empty file, but that a document or a table has to be one")
  func emptyFiles() throws {
    for format in TextFormat.allCases {
      #expect(try format.items(in: format.bytes(of: [])) == ImportedItems())
    }
    for format in [TextFormat.gift, .jsonLines, .aiken] {
      #expect(try format.items(in: []) == ImportedItems())
    }
    #expect(throws: ImportError(line: 1, column: 1, .unexpectedRoot(name: ""))) {
      try TextFormat.moodle.items(in: [])
    }
    #expect(throws: ImportError(line: 1, .missingField(name: "id"))) {
      try TextFormat.table.items(in: [])
    }
  }
}
