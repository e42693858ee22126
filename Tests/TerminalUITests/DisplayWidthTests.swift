import TerminalUI
import Testing

/// How many columns text takes.
@Suite struct DisplayWidthTests {
  static let cases: [(text: String, columns: Int)] = [
    ("", 0), ("Cuba", 4), ("Guinée", 6), ("e\u{301}", 1), ("日本", 4), ("조선", 4),
    // Hangul as letters, which a terminal puts together.
    ("\u{1112}\u{1161}\u{11ab}", 2),
    ("ｆｕｌｌ", 8), ("ﾊﾝｶｸ", 4), ("。", 2), ("–", 1), ("…", 1), ("·", 1), ("“”", 2),
    ("🙂", 2), ("👩‍👩‍👧", 2), ("🇰🇵", 2), ("🪐", 2), ("⚡", 2), ("❤\u{fe0f}", 2), ("❤", 1), ("✓", 1),
    ("🟢", 2), ("👍🏽", 2), ("𠀋", 2), ("عربي", 4), ("ไทย", 3), ("a\u{200b}b", 2), ("\u{1b}[1m", 3),
  ]

  @Test(arguments: cases)
  func columnsAreThoseOfATerminal(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test func widthOfATextIsTheSumOfItsCharacters() {
    for (text, _) in DisplayWidthTests.cases {
      #expect(
        DisplayWidth.columns(of: text) == text.reduce(0) { $0 + DisplayWidth.columns(of: $1) }
      )
    }
  }
}
