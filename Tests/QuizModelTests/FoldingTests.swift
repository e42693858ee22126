import QuizModel
import Testing

@Suite("Folding")
struct FoldingTests {
  @Test(
    "takes capitals, accents and fine typography away",
    arguments: [
      ("", ""), ("Cuba", "cuba"), ("CÔTE D’IVOIRE", "cote d'ivoire"), ("São Tomé", "sao tome"),
      ("Türkiye", "turkiye"), ("İstanbul", "istanbul"), ("ısı", "isi"), ("Łódź", "lodz"),
      ("Straße", "strasse"), ("Ærø", "aero"), ("Œuvre", "oeuvre"), ("Þór", "thor"),
      ("“1950–1953”", "\"1950-1953\""),
      ("e\u{301}té", "ete"), ("Việt Nam", "viet nam"), ("TRẦN ĐỨC LƯƠNG", "tran duc luong"),
      ("조선", "조선"), ("ЧИЛЕ", "чиле"), ("a\tb\n", "a\tb\n"),
      ("Ș Ț", "s t"), ("a‑b−c", "a-b-c"),
    ]
  )
  func folded(_ text: String, _ expected: String) {
    #expect(Folding.folded(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  static let corpus = [
    "Cuba", "CÔTE D’IVOIRE", "São Tomé and Príncipe", "Türkiye", "Łódź", "Straße", "조선",
    "e\u{301}t\u{e9}", "ЧИЛЕ", "“x”", "日本 🇰🇵", "", " ", "Ŀ·", "ŉ", "ẞ",
  ]

  @Test("does nothing the second time", arguments: corpus)
  func idempotent(_ text: String) {
    let once = Folding.folded(text)
    #expect(Folding.folded(once) == once)
  }

  @Test("spreads over joined texts", arguments: corpus)
  func homomorphic(_ text: String) {
    for other in Self.corpus {
      #expect(
        Folding.folded(text + "/" + other) == "\(Folding.folded(text))/\(Folding.folded(other))"
      )
    }
  }

  @Test("minds no capitals", arguments: ["Cuba", "Älter", "ŁÓDŹ", "Ивановo", "Žižek"])
  func capitalsDoNotMatter(_ text: String) {
    #expect(Folding.folded(text.uppercased()) == Folding.folded(text.lowercased()))
  }

  @Test(
    "to ASCII keeps capitals and marks what has no plain form",
    arguments: [
      ("Cuba", "Cuba"), ("Côte d’Ivoire", "Cote d'Ivoire"), ("São", "Sao"), ("ÆRØ", "AERO"),
      ("1950–1953 …", "1950-1953 ..."), ("조선", "??"), ("a\u{a0}b", "a b"), ("e\u{301}", "e"),
      ("x → y", "x -> y"), ("2 of 10 · When", "2 of 10 - When"), ("Łódź", "Lodz"),
    ]
  )
  func ascii(_ text: String, _ expected: String) {
    #expect(Folding.ascii(text) == expected)
  }

  @Test("to ASCII leaves nothing but ASCII", arguments: corpus)
  func asciiIsASCII(_ text: String) {
    #expect(Folding.ascii(text).utf8.allSatisfy { $0 < 0x80 })
  }
}

@Suite("Folded texts")
struct FoldedTextTests {
  @Test("find another text where the standard library finds it")
  func searchAgainstTheLibrary() {
    var random = SplitMix64(seed: 5)
    func text(_ length: Int) -> String {
      String((0..<length).map { _ in ["a", "b", " "][random.below(3)] }.joined())
    }
    var found = 0
    for _ in 0..<2_000 {
      let whole = text(random.below(30))
      let part = text(1 + random.below(3))
      let expected = whole.firstRange(of: part).map {
        whole.utf8.distance(from: whole.startIndex, to: $0.lowerBound)
      }
      found += expected == nil ? 0 : 1
      #expect(FoldedText(whole).place(of: FoldedText(part)) == expected, "\(part) in \(whole)")
      #expect(FoldedText(whole).contains(FoldedText(part)) == (expected != nil))
    }
    #expect(found > 200)
  }

  @Test(
    "know whole words",
    arguments: [
      ("Niger and Nigeria", "Niger", true), ("Nigeria", "Niger", false),
      ("Nigeria, Niger.", "niger", true), ("in 1958", "1958", true), ("in 19581", "1958", false),
      ("x-Mali-y", "Mali", true), ("Somali", "Mali", false), ("Malian", "Mali", false),
      ("Mali Malia", "Malia", true), ("Guinea-Bissau", "Guinea", true), ("", "a", false),
      ("a", "", false), ("조선말", "조선", false), ("조선 말", "조선", true),
      ("Côte d'Ivoire", "COTE D’IVOIRE", true),
    ]
  )
  func wholeWords(_ text: String, _ part: String, _ expected: Bool) {
    #expect(FoldedText(text).containsWords(FoldedText(part)) == expected)
  }

  @Test("leave no place where a removed text stood, and make no new words")
  func removing() {
    #expect(FoldedText("a Mali b Mali c").removing("Mali").description == "a   b   c")
    #expect(!FoldedText("CuMaliba").removing("Mali").contains("cuba"))
    #expect(FoldedText("nothing").removing("Mali").description == "nothing")
  }

  @Test("split into words of letters, digits and apostrophes")
  func words() {
    let words = FoldedText("The People’s Republic, in 1958: Côte-d'Or.").words
    #expect(
      words.map { String(decoding: $0, as: UTF8.self) }
        == ["the", "people's", "republic", "in", "1958", "cote", "d'or"]
    )
    #expect(FoldedText(" ,. ").words.isEmpty)
  }

  @Test(
    "count words by spaces",
    arguments: [("", 0), ("a", 1), ("a b", 2), ("one two three", 3)]
  )
  func spacedWords(_ text: String, _ count: Int) {
    #expect(FoldedText(text).spacedWordCount == count)
  }

  @Test("may be taken as they are")
  func exactly() {
    #expect(FoldedText(exactly: "Côte").description == "Côte")
    #expect(FoldedText(exactly: "A") != FoldedText("A"))
    #expect(FoldedText("").isEmpty)
  }
}
