import Exchange
import QuizModel
import Testing

@Suite("GIFT as people write it")
struct GIFTFilesTests {
  private func read(_ text: String) throws -> ImportedItems {
    try TextFormat.gift.items(in: Array(text.utf8))
  }

  @Test("is read with titles, weights, feedback, comments and categories")
  func full() throws {
    let imported = try read(
      """
      // A file of a teacher's.
      $CATEGORY: $course$/top/Seas

      // question: 12  name: Ocean
      ::Ocean\\: size::[html]Which <b>ocean</b> is
      the largest\\?{
      \t=%100%Pacific#Yes\\, it is.
      \t~%0%Atlantic # It is the second.
      // Not this one.
      \t~%-50%Indian
      \t####[plain]A third of the\\nEarth.
      }

      Seas are deep.{T#So they are.#Right, they are.####About 3.7 km.}

      $CATEGORY: Rivers
      The Nile is {~in Asia =in Africa} today.
      """
    )
    #expect(imported.leftOut.isEmpty)
    try #require(imported.items.count == 3)
    #expect(
      imported.items[0]
        == PortableItem(
          id: "Ocean: size",
          topic: "Seas",
          form: .multipleChoice,
          stem: "Which ocean is the largest\\?",
          options: [
            PortableItem.Option(text: "Pacific", why: "Yes\\, it is."),
            PortableItem.Option(text: "Atlantic", why: "It is the second."),
            PortableItem.Option(text: "Indian", why: ""),
          ],
          key: 0,
          explanation: "A third of the\nEarth.",
          sources: []
        )
    )
    #expect(imported.items[1].form == .trueFalse)
    #expect(imported.items[1].key == 0)
    #expect(imported.items[1].options.map(\.why) == ["Right, they are.", "So they are."])
    #expect(imported.items[1].explanation == "About 3.7 km.")
    #expect(imported.items[2].stem == "The Nile is _____ today.")
    #expect(imported.items[2].key == 1)
    #expect(imported.items[2].topic == "Rivers")
  }

  @Test(
    "lists what it cannot hold",
    arguments: [
      ("Write an essay.{}", LeftOutReason.otherType(name: "essay")),
      ("Write.{####In short.}", .otherType(name: "essay")),
      ("How many?{#3:1}", .otherType(name: "numerical")),
      ("Pair them.{=a -> b =c -> d}", .otherType(name: "matching")),
      ("Name one.{=Pacific =Atlantic}", .otherType(name: "shortanswer")),
      ("Read this first.", .otherType(name: "description")),
      ("Which two?{~%50%a ~%50%b ~c}", .noRightOption),
      ("Which?{=a =b ~c}", .severalRightOptions),
      ("Which?{=a ~%50%b ~c}", .partlyRightOption(text: "b")),
      ("Which?{=a ~[html]<img src\\=x>}", .medium),
      ("Which?{=a ~b ~c ~d ~e ~f}", .tooManyOptions(count: 6, limit: 5)),
    ]
  )
  func unsuitable(_ text: String, _ reason: LeftOutReason) throws {
    let imported = try read("\n\n\(text)\n\n::A::B{T}")
    #expect(imported.items.map(\.id) == ["A"])
    #expect(imported.leftOut.map(\.reason) == [reason])
    #expect(imported.leftOut.map(\.line) == [3])
  }

  @Test("is refused where a brace has no partner", arguments: ["Which?{=a ~b", "Which?}", "}{"])
  func braces(_ text: String) {
    #expect(throws: ImportError(line: 3, .unbalancedBrace)) { try read("A{T}\n\n\(text)") }
  }
}
