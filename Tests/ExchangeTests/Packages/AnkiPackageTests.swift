import Exchange
import QuizModel
import Testing

@Suite struct AnkiPackageTests {
  private static let moment = Instant(milliseconds: 1_790_000_000_000)
  private static let package = AnkiPackage(bank: "relations", deck: ["Relations"])

  private func deck(
    of items: [PortableItem],
    package: AnkiPackage = package,
    at moment: Instant = moment
  ) throws -> PackageReading.Deck {
    try PackageReading.deck(of: package.bytes(of: items, at: moment))
  }

  @Test func aNoteSaysAllOfItsItem() throws {
    let deck = try deck(of: [PackageSamples.item(), PackageSamples.statement()])
    #expect(deck.models == ["Attaché multiple choice"])
    #expect(
      deck.modelsFields == [["Question", "Options", "Answer", "Explanation", "Sources", "ID"]]
    )
    #expect(deck.integrity == "ok")
    let note = try #require(deck.notes.first)
    #expect(
      note.fields == [
        "Which of these established diplomatic relations with the DPRK first?",
        "<ol><li>Cuba</li><li>Guinea</li><li>Sweden</li></ol>",
        "Guinea",
        "<div>Guinea established relations on 8 October 1958.</div>"
          + "<ul><li><i>Cuba</i>: It did so in 1960.</li><li><i>Sweden</i>: It did so in 1973.</li></ul>",
        "<ul><li>A list of states, 2026</li><li>A second list, 2025</li></ul>",
        "established-first/gin",
      ]
    )
    #expect(note.tags == " when-they-began multiple-choice ")
    #expect(note.modified == 1_790_000_000)
    #expect(deck.modified == 1_790_000_000_000)
    #expect(deck.notes.map(\.due) == [1, 2])
    #expect(deck.notes.last?.tags == " true-false ")
    #expect(deck.notes.last?.fields[4] == "")
  }

  @Test func theSameItemsGiveTheSameBytes() throws {
    let titles = ["plain": "Plain", "when-they-began": "When they began"]
    let package = AnkiPackage(bank: "relations", deck: ["Relations"], topicTitles: titles)
    let items = PackageSamples.nasty
    let bytes = try package.bytes(of: items, at: Self.moment)
    for _ in 0..<5 { #expect(try package.bytes(of: items, at: Self.moment) == bytes) }
    let later = Self.moment.advanced(byMilliseconds: 1000)
    #expect(try package.bytes(of: items, at: later) != bytes)
  }

  @Test func notesKeepTheirNamesWhenOtherItemsComeAndGo() throws {
    let all = PackageSamples.nasty
    let known = Dictionary(uniqueKeysWithValues: zip(all.map(\.id), try deck(of: all).notes))
    var random = SplitMix64(seed: 5)
    for round in 1...5 {
      let some = Array(random.shuffled(all).prefix(1 + random.below(all.count)))
      let later = Self.moment.advanced(byMilliseconds: Int64(round) * 1000)
      let notes = try deck(of: some, at: later).notes
      #expect(notes.map(\.guid) == some.map { known[$0.id]?.guid })
      #expect(notes.map(\.id) == some.map { known[$0.id]?.id })
      #expect(notes.allSatisfy { $0.modified == 1_790_000_000 + Int64(round) })
    }
    let other = AnkiPackage(bank: "other", deck: ["Relations"])
    let others = try deck(of: all, package: other).notes.map(\.guid)
    #expect(Set(others).isDisjoint(with: known.values.map(\.guid)))
  }

  @Test func manyItemsGetNumbersOfTheirOwnInThePast() throws {
    let items = (0..<5000).map { PackageSamples.item("template/row-\($0)") }
    let notes = try deck(of: items).notes
    #expect(Set(notes.map(\.id)).count == 5000)
    #expect(Set(notes.map(\.guid)).count == 5000)
    #expect(notes.allSatisfy { $0.card == $0.id })
    // 2020-01-01 to 2024-05-11.
    #expect(notes.allSatisfy { (1_577_836_800_000...1_715_300_000_000).contains($0.id) })
  }

  @Test func nastyTextsStayTexts() throws {
    for note in try deck(of: PackageSamples.nasty).notes {
      #expect(note.fields.count == 6)
      for field in note.fields {
        #expect(!field.contains("["))
        #expect(!field.contains("\\("))
        #expect(!field.contains("<script"))
      }
    }
    let item = PackageSamples.item(stem: "<b>&amp;</b>\n[sound:a] \\(x\\) \\[y\\]")
    #expect(
      try deck(of: [item]).notes.first?.fields.first
        == "&lt;b&gt;&amp;amp;&lt;/b&gt;<br>&#91;sound:a] \\<span></span>(x\\) \\<span></span>&#91;y\\]"
    )
  }

  @Test func whatPartsFieldsCannotComeFromAText() throws {
    let item = PackageSamples.item(stem: "a\u{1f}b", explanation: "c\u{1f}d")
    let fields = try #require(try deck(of: [item]).notes.first?.fields)
    #expect(fields.count == 6)
    #expect(fields[0] == "ab")
  }

  @Test func topicsHaveDecksBelowTheDeck() throws {
    let items = [
      PackageSamples.item("1", topic: "a"), PackageSamples.item("2", topic: "b"),
      PackageSamples.item("3", topic: "c"), PackageSamples.item("4", topic: ""),
      PackageSamples.item("5", topic: "d"),
    ]
    let titles = ["a": "First: 10::30 ::", "b": "Second", "d": " \u{1} ", "unused": "Not there"]
    let package = AnkiPackage(bank: "r", deck: ["Top", "Relations"], topicTitles: titles)
    let deck = try deck(of: items, package: package)
    #expect(
      deck.notes.map(\.deck) == [
        "Top::Relations::First: 10:30", "Top::Relations::Second", "Top::Relations",
        "Top::Relations", "Top::Relations",
      ]
    )
    #expect(Set(deck.decks.values).count == deck.decks.count)
    #expect(!deck.decks.values.contains { $0.contains("Not there") })
    #expect(deck.decks["1"] == "Default")
  }

  @Test func topicsOfOneTitleShareADeck() throws {
    let items = [PackageSamples.item("1", topic: "a"), PackageSamples.item("2", topic: "b")]
    let package = AnkiPackage(
      bank: "r",
      deck: ["Relations"],
      topicTitles: ["a": "Same", "b": "SAME"]
    )
    #expect(try Set(deck(of: items, package: package).notes.map(\.deck)).count == 1)
  }

  @Test func tagsHaveNoBlanksAndNoLevels() throws {
    let item = PackageSamples.item(topic: "when they::began \"now\"\u{3000}x")
    let tags = try deck(of: [item]).notes.map(\.tags)
    #expect(tags == [" when-they--began--now--x multiple-choice "])
  }

  @Test(arguments: [[], [""], [" \n"], ["::"], ["\u{0}"]])
  func aDeckHasAName(_ name: [String]) {
    let package = AnkiPackage(bank: "r", deck: name)
    #expect(throws: PackageError.noName) {
      try package.bytes(of: [PackageSamples.item()], at: Self.moment)
    }
  }

  @Test(arguments: [-1, Int64.min, Int64.max, 253_402_300_800_000])
  func momentsBeyondAnkisTimeAreRefused(_ milliseconds: Int64) {
    #expect(throws: PackageError.momentOutOfRange(milliseconds: milliseconds)) {
      try Self.package.bytes(
        of: [PackageSamples.item()],
        at: Instant(milliseconds: milliseconds)
      )
    }
  }
}
