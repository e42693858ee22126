import QuizModel
import Testing

@Suite("A typed answer")
struct TypedKeyTests {
  /// Names that are hard to tell apart, with ids that bear them.
  private static let names: [(name: String, id: String)] = [
    ("Guinea", "gin"), ("Guinea-Bissau", "gnb"), ("Equatorial Guinea", "gnq"),
    ("Papua New Guinea", "png"), ("Niger", "ner"), ("Nigeria", "nga"),
    ("Democratic Republic of the Congo", "cod"), ("the Democratic Republic of the Congo", "cod"),
    ("DR Congo", "cod"), ("Republic of the Congo", "cog"), ("Congo-Brazzaville", "cog"),
    ("North Korea", "prk"), ("DPRK", "prk"), ("South Korea", "kor"), ("Dominica", "dma"),
    ("Dominican Republic", "dom"), ("Austria", "aut"), ("Australia", "aus"), ("Zambia", "zmb"),
    ("Gambia", "gmb"), ("the Gambia", "gmb"), ("Slovakia", "svk"), ("Slovenia", "svn"),
    ("Iran", "irn"), ("Iraq", "irq"), ("Côte d'Ivoire", "civ"), ("Ivory Coast", "civ"),
    ("the Soviet Union", "sun"), ("USSR", "sun"), ("Mauritania", "mrt"), ("Mauritius", "mus"),
    ("Czechoslovakia", "csk"), ("Kim Jong Un", "kim-jong-un"), ("Kim Jong-un", "kim-jong-un"),
    ("Kim Jong Il", "kim-jong-il"), ("Resolution 2371", "r2371"), ("Resolution 2375", "r2375"),
    ("Kyrgyzstan", "kgz"), ("Saint Lucia", "lca"), ("東京", "tokyo"), ("평양", "pyongyang"),
  ]
  private static let book = NameBook(names)
  private static let ids = Set(names.map(\.id)).sorted()

  private static func key(_ id: String) -> TypedKey {
    TypedKey(
      answerID: id,
      spellings: names.filter { $0.id == id }.map(\.name),
      names: book,
      wrongAnswers: []
    )
  }

  private static func year(_ text: String) -> TypedKey {
    TypedKey(answerID: text, spellings: [text], names: nil, wrongAnswers: [])
  }

  @Test(
    "is right under any name, however it is written",
    arguments: [
      ("gnb", "guinea bissau"), ("sun", "ussr"), ("sun", "U.S.S.R."), ("sun", "Soviet union"),
      ("civ", "COTE D'IVOIRE"), ("civ", "ivory coast"), ("prk", "dprk"), ("gmb", "The Gambia"),
      ("kim-jong-un", "kim jong-un"), ("kim-jong-un", "KIM JONGUN"), ("cog", "congo brazzaville"),
      ("lca", "St. Lucia"), ("pyongyang", "평양"),
    ]
  )
  func right(_ id: String, _ text: String) {
    #expect(TypedKeyTests.key(id).match(text) == .right)
  }

  @Test(
    "may have one slip in a word of six letters or more",
    arguments: [
      ("gnb", "Guinea-Bisau", "Guinea-Bissau"), ("csk", "Czekoslovakia", nil),
      ("csk", "Chechoslovakia", "Czechoslovakia"), ("csk", "Czechoslovakai", "Czechoslovakia"),
      ("sun", "Soviet Unoin", nil), ("sun", "Sovjet Union", "the Soviet Union"),
      ("kgz", "Kyrgistan", nil), ("kgz", "Kyrgyztan", "Kyrgyzstan"), ("irn", "Irna", nil),
      ("irn", "Iram", nil), ("mrt", "Mauretania", "Mauritania"), ("gin", "Gunea", "Guinea"),
      ("cod", "Democratic Republik of the Congo", "Democratic Republic of the Congo"),
      ("cod", "Democratik Republik of the Congo", nil), ("r2371", "Resolution 2372", nil),
      ("r2371", "Resolutoin 2371", "Resolution 2371"), ("kim-jong-un", "Kim Jung Un", nil),
    ] as [(String, String, String?)]
  )
  func slip(_ id: String, _ text: String, _ spelling: String?) {
    let match = TypedKeyTests.key(id).match(text)
    #expect(match == spelling.map { .nearlyRight(spelling: $0) } ?? .unknown)
  }

  @Test(
    "that is another name is that other thing",
    arguments: [
      ("zmb", "Gambia", "gmb"), ("gmb", "zambia", "zmb"), ("ner", "Nigeria", "nga"),
      ("nga", "Niger", "ner"), ("gnb", "Guinea", "gin"), ("aut", "Australia", "aus"),
      ("svk", "Slovenia", "svn"), ("r2371", "resolution 2375", "r2375"),
      ("prk", "South Korea", "kor"),
      ("sun", "DPRK", "prk"),
    ]
  )
  func other(_ id: String, _ text: String, _ meant: String) {
    #expect(TypedKeyTests.key(id).match(text) == .other(id: meant))
  }

  @Test(
    "that lies between two names is neither",
    arguments: [("svk", "Slovania"), ("svn", "Slovania"), ("nga", "Nigera"), ("zmb", "Hambia")]
  )
  func between(_ id: String, _ text: String) {
    #expect(TypedKeyTests.key(id).match(text) == .unknown)
  }

  @Test(
    "that is a part of a name is asked for in full, right or wrong",
    arguments: [
      ("cog", "Congo"), ("cod", "Congo"), ("prk", "Korea"), ("dma", "Dominican"),
      ("gin", "Papua New"), ("sun", "Soviet"), ("kim-jong-un", "Kim"), ("aut", "the Republic of"),
    ]
  )
  func part(_ id: String, _ text: String) {
    #expect(TypedKeyTests.key(id).match(text) == .part)
  }

  @Test("never accepts another name of the bank, however it is written")
  func neverAnother() {
    for id in TypedKeyTests.ids {
      let key = TypedKeyTests.key(id)
      for (name, other) in TypedKeyTests.names where other != id {
        for text in [name, name.uppercased(), "  \(name.lowercased()).", "the \(name)"] {
          #expect(key.match(text) == .other(id: other), "\(text) for \(id)")
        }
      }
    }
  }

  @Test("minds no capitals, accents, hyphens and articles, slip or no slip")
  func writtenOtherwise() {
    var random = SplitMix64(seed: 3)
    var kinds: Set<String> = []
    for round in 0..<4_000 {
      let key = TypedKeyTests.key(TypedKeyTests.ids[random.below(TypedKeyTests.ids.count)])
      var letters = Array(TypedKeyTests.names[random.below(TypedKeyTests.names.count)].name)
      if round % 4 > 0 { letters = Array(key.spellings[random.below(key.spellings.count)]) }
      for _ in 0..<(round % 4) where !letters.isEmpty {
        let place = random.below(letters.count)
        switch random.below(3) {
        case 0: letters.remove(at: place)
        case 1: letters.insert("e", at: place)
        default: letters[place] = "a"
        }
      }
      var text = String(letters)
      if round % 9 == 8 { text = String(text.split(separator: " ").last ?? "") }
      let match = key.match(text)
      for other in [
        text.uppercased(), text.lowercased(), " \(text) ", "\(text)!", Folding.folded(text),
      ] {
        #expect(key.match(other) == match, "\(other) and \(text)")
      }
      switch match {
      case .right: kinds.insert("right")
      case .nearlyRight(let spelling):
        kinds.insert("near")
        #expect(key.spellings.contains(spelling))
        #expect(!TypedKeyTests.names.contains { Spelling($0.name) == Spelling(text) })
      case .other: kinds.insert("other")
      case .part: kinds.insert("part")
      case .unknown: kinds.insert("unknown")
      }
    }
    #expect(kinds.count == 5, "else the property would say nothing of some")
  }

  @Test("of a year is right digit for digit alone")
  func years() {
    for year in 1940...2030 {
      let key = TypedKeyTests.year("\(year)")
      for other in 1900...2099 {
        let expected = other == year ? TypedMatch.right : .other(id: "\(other)")
        #expect(key.match("\(other)") == expected)
        #expect(key.match(" \(other). ") == expected)
      }
    }
  }

  @Test(
    "of a year is four digits and nothing else",
    arguments: [
      "", "58", "195", "19588", "1958 or 1959", "in 1958", "year", "1958a", "-", "0195", "1066",
      "3958", "1 958", "19.58", "MCMLVIII", "١٩٥٨", "²⁰¹⁹",
    ]
  )
  func noYear(_ text: String) {
    let expected: TypedMatch = ["19.58"].contains(text) ? .right : .unknown
    #expect(TypedKeyTests.year("1958").match(text) == expected)
  }

  @Test(
    "does no harm, whatever it is",
    arguments: [
      String(repeating: "a", count: 100_000), String(repeating: "Guinea ", count: 20_000),
      String(repeating: "e\u{301}", count: 100_000),
      "G" + String(repeating: "\u{301}", count: 100_000),
      String(repeating: "\u{202e}", count: 100_000), String(repeating: "\0", count: 100_000),
      String(repeating: "&", count: 100_000), String(repeating: "1", count: 100_000),
      String(repeating: "👩‍👩‍👧‍👦", count: 10_000), "\u{1b}[31mGuinea", "\u{2067}Guinea\u{2069}",
      "غينيا بيساو", "\u{FFFD}\u{FFFF}", "\r\n\t",
    ]
  )
  func hostile(_ text: String) {
    for id in TypedKeyTests.ids {
      let match = TypedKeyTests.key(id).match(text)
      // What is left of two of them after the control characters is the name itself.
      let isName = text == "\u{2067}Guinea\u{2069}"
      #expect(match == .right ? isName && id == "gin" : true, "\(id)")
    }
    #expect(TypedKeyTests.year("1958").match(text) == .unknown)
    #expect(TypedText.kept(text).unicodeScalars.count <= TypedText.limit)
  }

  @Test("is kept without what a terminal could take for a command")
  func kept() {
    #expect(TypedText.kept("a\u{1b}[31m\u{202e}b\nc") == "a[31mbc")
    #expect(TypedText.kept("Côte d'Ivoire 평양") == "Côte d'Ivoire 평양")
    #expect(TypedText.kept(String(repeating: "ab", count: 500)).count == 200)
  }
}

@Suite("A book of names")
struct NameBookTests {
  private let book = NameBook([
    ("International Atomic Energy Agency", "iaea"), ("IAEA", "iaea"), ("the IAEA", "agency"),
    ("International Atomic Energy Agency", "agency"), ("Congo", "cog"), ("Congo", "cod"),
    ("Zaire", "cod"), ("Republic of the Congo", "cog"), ("Niger", "ner"), ("Niger", "nga"),
    ("Nigeria", "nga"), ("...", "dots"),
  ])

  @Test("finds every row of a name")
  func named() {
    #expect(Set(book.named(Spelling("CONGO")).map(\.id)) == ["cog", "cod"])
    #expect(book.named(Spelling("Kongo")).isEmpty)
    #expect(Set(book.nearly(Spelling("Kongo")).map(\.id)) == ["cog", "cod"])
    #expect(!book.entries.contains { $0.id == "dots" })
  }

  @Test("takes two rows for one thing only where two names say so")
  func same() {
    #expect(book.ids(sameAs: "iaea") == ["iaea", "agency"])
    #expect(book.ids(sameAs: "agency") == ["iaea", "agency"])
    #expect(book.ids(sameAs: "cog") == ["cog"])
    #expect(book.ids(sameAs: "ner") == ["ner"])
    #expect(book.ids(sameAs: "nga") == ["nga"])
    #expect(book.ids(sameAs: "nobody").isEmpty)
  }
}
