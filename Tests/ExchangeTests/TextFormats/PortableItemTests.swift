import Exchange
import QuizModel
import TestSupport
import Testing

@Suite("An item of a bank that leaves the program")
struct PortableItemTests {
  @Test("keeps its words, and one name over all releases")
  func words() throws {
    let item = Item.sampleChoice(seed: 7)
    let portable = try #require(PortableItem(item))
    #expect(portable.id == "established-first/gin/multiple-choice")
    #expect(PortableItem(Item.sampleChoice(seed: 8))?.id == portable.id)
    #expect(portable.stem == item.stem)
    #expect(portable.topic == item.topic)
    #expect(portable.options.map(\.text) == item.options.map(\.text))
    #expect(portable.options.map(\.why) == item.options.map(\.why))
    #expect(portable.key == item.key)
    #expect(portable.explanation == item.explanation)
  }

  @Test("cites each source on one line, with what is known of it")
  func citations() throws {
    let full = Source(
      id: "a",
      title: "A\nlist",
      publisher: "UN",
      date: "2018-02-02",
      url: "https://example.org/"
    )
    let plain = Source(id: "b", title: "A book, 1999", publisher: "", date: "", url: "")
    let item = try #require(PortableItem(Item.sampleChoice(sources: [full, plain])))
    #expect(item.sources == ["A list, UN, 2018-02-02, https://example.org/", "A book, 1999"])
  }

  @Test("is a statement with True and False where it was one")
  func statements() throws {
    let item = try #require(PortableItem(Item.sampleStatement(false)))
    #expect(item.form == .trueFalse)
    #expect(item.options.map(\.text) == ["True", "False"])
    #expect(item.key == 1)
  }

  @Test("stays where its answer is typed")
  func typed() {
    #expect(PortableItem(Item.sampleTyped()) == nil)
  }
}
