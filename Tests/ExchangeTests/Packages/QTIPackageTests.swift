import Exchange
import QuizModel
import Testing

@Suite struct QTIPackageTests {
  private static let package = QTIPackage(bank: "relations", title: "A test")

  private func items(
    of items: [PortableItem],
    bank: String = "relations"
  ) throws -> [PackageReading.TestItem] {
    let bytes = try QTIPackage(bank: bank, title: "A test").bytes(of: items)
    return try PackageReading.testItems(of: bytes)
  }

  @Test func anItemSaysAllOfItself() throws {
    let item = try #require(try items(of: [PackageSamples.item()]).first)
    #expect(item.stem == PackageSamples.item().stem)
    #expect(item.title == PackageSamples.item().stem)
    #expect(item.label == "when-they-began")
    #expect(item.options == ["Cuba", "Guinea", "Sweden"])
    #expect(item.key == 1)
    #expect(
      item.feedback == [
        "option-1": "It did so in 1960.", "option-3": "It did so in 1973.",
        "EXPLANATION":
          "Guinea established relations on 8 October 1958.|A list of states, 2026|A second list, 2025",
      ]
    )
    // One that scores and one that shows feedback.
    #expect(item.rules == 2)
  }

  @Test func anItemWithoutFeedbackLeavesScoringToTheTemplateAlone() throws {
    let bare = PackageSamples.item(
      topic: "",
      options: [.init(text: "a", why: ""), .init(text: "b", why: "")],
      explanation: "",
      sources: []
    )
    let item = try #require(try items(of: [bare]).first)
    #expect(item.rules == 0)
    #expect(item.feedback.isEmpty)
    #expect(item.label == nil)
  }

  @Test func nastyTextsComeBackAsTheyAre() throws {
    for text in PackageSamples.nastyTexts where !text.unicodeScalars.contains("\u{0}") {
      let item = PackageSamples.item(
        stem: text,
        options: [.init(text: text, why: text)] + PackageSamples.item().options
      )
      let read = try #require(try items(of: [item]).first)
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      #expect(read.stem == lines.joined(separator: "\n"))
      #expect(read.options.first == read.stem)
      #expect(read.feedback["option-1"] == read.stem)
    }
  }

  @Test func controlCharactersAreDropped() throws {
    let item = PackageSamples.item(stem: "a\u{0}b\u{1}c\u{1b}d\u{7f}e\u{9f}f\u{fffe}g")
    #expect(try items(of: [item]).map(\.stem) == ["abcdefg"])
  }

  @Test func aLongStemIsNamedByItsBeginning() throws {
    let item = PackageSamples.item(stem: "Two\nlines " + String(repeating: "x", count: 10_000))
    let read = try #require(try items(of: [item]).first)
    #expect(read.stem.count == 10_010)
    #expect(read.title == "Two lines " + String(repeating: "x", count: 69) + "…")
  }

  @Test func theSameItemsGiveTheSameBytes() throws {
    let nasty = PackageSamples.nasty
    #expect(try Self.package.bytes(of: nasty) == Self.package.bytes(of: nasty))
  }

  @Test func namesStayWhenOtherItemsComeAndGo() throws {
    let all = PackageSamples.nasty
    let names = Dictionary(
      uniqueKeysWithValues: zip(all.map(\.id), try items(of: all).map(\.name))
    )
    var random = SplitMix64(seed: 3)
    for _ in 0..<5 {
      let some = Array(random.shuffled(all).prefix(1 + random.below(all.count)))
      let read = try items(of: some)
      #expect(read.map(\.name) == some.map { names[$0.id] })
    }
    #expect(try Set(items(of: all, bank: "other").map(\.name)).isDisjoint(with: names.values))
  }

  @Test func namesAreOnesThatEveryProgramTakes() throws {
    for item in try items(of: PackageSamples.nasty) {
      #expect(item.name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.\-]{0,31}/) != nil)
    }
  }

  @Test func theManifestListsEveryFileOnce() throws {
    let files = try PackageReading.entries(of: Self.package.bytes(of: PackageSamples.nasty))
    #expect(files.first?.name == "imsmanifest.xml")
    let manifest = String(decoding: try #require(files.first).content, as: UTF8.self)
    for file in files.dropFirst() {
      #expect(manifest.components(of: "<file href=\"\(file.name)\"/>") == 1)
    }
    #expect(manifest.components(of: "<dependency ") == PackageSamples.nasty.count)
  }

  @Test(
    "what cannot be packed is named",
    arguments: [
      ([], .noItems),
      ([PackageSamples.item("")], .noID(place: 0)),
      ([PackageSamples.item("a"), PackageSamples.item("a")], .repeatedID("a")),
      ([PackageSamples.item("a", form: .typed)], .typedItem(id: "a")),
      ([PackageSamples.item("a", options: [])], .tooFewOptions(id: "a", count: 0)),
      (
        [PackageSamples.item("a"), PackageSamples.item("b", key: 3)],
        .keyOutOfRange(id: "b", key: 3, options: 3)
      ),
      ([PackageSamples.item("a", key: -1)], .keyOutOfRange(id: "a", key: -1, options: 3)),
      ([PackageSamples.item("a", key: .max)], .keyOutOfRange(id: "a", key: .max, options: 3)),
    ] as [([PortableItem], PackageError)]
  )
  func refusals(_ items: [PortableItem], _ error: PackageError) {
    #expect(throws: error) { try Self.package.bytes(of: items) }
    #expect(throws: error) { try KahootSheet(items) }
    #expect(throws: error) {
      try AnkiPackage(bank: "a", deck: ["a"]).bytes(of: items, at: Instant(milliseconds: 0))
    }
  }
}

extension String {
  /// How often a text occurs in this one.
  fileprivate func components(of text: String) -> Int {
    ranges(of: text).count
  }
}
