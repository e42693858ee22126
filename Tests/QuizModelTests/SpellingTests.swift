import QuizModel
import Testing

@Suite("A spelling")
struct SpellingTests {
  @Test(
    "is the same whatever capitals, accents, hyphens, blanks and articles",
    arguments: [
      ("Côte d'Ivoire", "cote d ivoire"), ("Côte d’Ivoire", "COTE DIVOIRE"),
      ("Guinea-Bissau", "guinea bissau"), ("Guinea-Bissau", "GuineaBissau"),
      ("the Soviet Union", "Soviet Union"), ("The Gambia", "gambia"), ("D.P.R.K.", "DPRK"),
      ("Kim Jong-un", "Kim Jong Un"), ("São Tomé and Príncipe", "Sao Tome & Principe"),
      ("Saint Lucia", "St. Lucia"), ("St Kitts and Nevis", "saint kitts & nevis"),
      ("Việt Nam", "Vietnam"), ("Türkiye", "TURKIYE"), ("Cuba", "  cuba . "), ("Cuba", "Ｃｕｂａ"),
      ("e\u{301}tat", "état"), ("Cu\u{200b}ba", "Cuba"), ("\u{202e}Cuba", "Cuba"),
      ("1958", "１９５８"), ("평양", " 평양"),
    ]
  )
  func same(_ one: String, _ two: String) {
    #expect(Spelling(one).joined == Spelling(two).joined)
  }

  @Test(
    "differs where letters or digits do",
    arguments: [
      ("Niger", "Nigeria"), ("Guinea", "Guinea-Bissau"), ("North Korea", "South Korea"),
      ("Dominica", "Dominican Republic"), ("Austria", "Australia"), ("1958", "1985"), ("the", ""),
      ("Mali", "Malí 2"), ("СССР", "CCCP"),
    ]
  )
  func different(_ one: String, _ two: String) {
    #expect(Spelling(one).joined != Spelling(two).joined)
  }

  @Test(
    "of a text without letters and digits is empty",
    arguments: ["", " ", "...", "?!", "\u{200b}", "🇰🇵", "'", "-–—"]
  )
  func empty(_ text: String) {
    #expect(Spelling(text).isEmpty)
  }

  @Test(
    "is part of a longer one by whole words",
    arguments: [
      ("Congo", "Republic of the Congo", true), ("Korea", "North Korea", true),
      ("Dominican", "Dominican Republic", true), ("of the", "Republic of the Congo", true),
      ("Dominica", "Dominican Republic", false), ("Guinea", "Guinea", false),
      ("", "Cuba", false), ("Republic Congo", "Republic of the Congo", false),
      ("Republic of the Congo", "Congo", false),
    ]
  )
  func part(_ one: String, _ other: String, _ isPart: Bool) {
    #expect(Spelling(one).isPart(of: Spelling(other)) == isPart)
  }
}

@Suite("A slip in spelling")
struct SpellingSlipTests {
  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  @Test("is found where the whole table of edits finds it")
  func againstTheTable() {
    var random = SplitMix64(seed: 11)
    func word() -> String {
      String((0..<random.below(7)).map { _ in ["a", "b", "é"][random.below(3)] }.joined())
    }
    var near = 0
    for _ in 0..<20_000 {
      let (one, two) = (word(), word())
      let expected = distance(scalars(one), scalars(two)) <= 1
      near += expected ? 1 : 0
      #expect(
        SpellingSlip.isWithinOne(scalars(one), scalars(two)) == expected,
        "\(one) and \(two)"
      )
    }
    #expect(near > 1_000)
  }

  @Test("goes both ways")
  func symmetric() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<2_000 {
      let one = (0..<random.below(6)).map { _ in Unicode.Scalar(UInt8(97 + random.below(3))) }
      let two = (0..<random.below(6)).map { _ in Unicode.Scalar(UInt8(97 + random.below(3))) }
      #expect(SpellingSlip.isWithinOne(one, two) == SpellingSlip.isWithinOne(two, one))
    }
  }

  /// Boytsov's table, as the definition has it.
  private func distance(_ one: [Unicode.Scalar], _ two: [Unicode.Scalar]) -> Int {
    var rows = (0...one.count).map { row in
      (0...two.count).map { $0 == 0 ? row : row == 0 ? $0 : 0 }
    }
    for row in 0..<one.count {
      for column in 0..<two.count {
        var best = min(rows[row][column + 1], rows[row + 1][column]) + 1
        best = min(best, rows[row][column] + (one[row] == two[column] ? 0 : 1))
        if row > 0, column > 0, one[row] == two[column - 1], one[row - 1] == two[column] {
          best = min(best, rows[row - 1][column - 1] + 1)
        }
        rows[row + 1][column + 1] = best
      }
    }
    return rows[one.count][two.count]
  }
}
