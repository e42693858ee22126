import QuizModel
import TerminalUI
import Testing

/// The laws of wrapping, over random lines.
@Suite struct WrappingTests {
  private static let pieces = [
    "a", "of", "DPRK", "relations", "日本", "조선민주주의", "Guinée-Bissau", "🙂", "🇰🇵", "e\u{301}\u{302}",
    "https://example.org/a/long/address/without/any/place/to/break/it", "…", "–", "ไทย", "1958",
    "Donaudampfschifffahrtsgesellschaft", "\u{1b}[31m", "\u{202e}", " ", "  ", "\n",
  ]
  private static let styles: [Style] = [.plain, .heading, .strong, .right, .wrong, .faint]

  private static func text(_ random: inout SplitMix64) -> String {
    (0..<random.below(12)).map { _ in
      pieces[random.below(pieces.count)] + (random.below(3) == 0 ? "" : " ")
    }.joined()
  }

  private static func line(_ random: inout SplitMix64) -> Line {
    let spans = (0..<random.below(4)).map { _ in Span(text(&random), styles[random.below(6)]) }
    return Line(
      spans,
      indent: random.below(9),
      hanging: random.below(9),
      trailing: random.below(3) == 0 ? Span("120 points", .faint) : nil
    )
  }

  private static func ink(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0 != " " && $0 != "\n" }
  }

  @Test(arguments: [20, 21, 40, 80, 120], 0..<40 as Range<UInt64>)
  func everyRowFitsAndNoTextIsLost(width: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<25 {
      let line = WrappingTests.line(&random)
      for hasUnicode in [true, false] {
        let renderer = ScreenRenderer(traits: TerminalTraits(width: width, hasUnicode: hasUnicode))
        let text = renderer.text(Screen([line]))
        #expect(text.hasSuffix("\n"))
        for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
          #expect(DisplayWidth.columns(of: String(row)) <= width)
          #expect(row.last != " ", "blanks at the end of a row")
        }
        let shown = line.spans.map(\.text).joined() + (line.trailing?.text ?? "")
        #expect(WrappingTests.ink(text) == WrappingTests.ink(renderer.plain(shown)))
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func colourChangesNoLayout(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<25 {
      let screen = Screen([WrappingTests.line(&random)])
      let plain = ScreenRenderer(traits: TerminalTraits(width: 40)).text(screen)
      let coloured = ScreenRenderer(traits: TerminalTraits(width: 40, hasColour: true)).text(screen)
      #expect(coloured.replacing(/\u{1b}\[[0-9]+m/, with: "") == plain)
      // Whatever is switched on is switched off in the same row.
      for row in coloured.split(separator: "\n") {
        let on = row.matches(of: /\u{1b}\[[1-9][0-9]*m/).count
        #expect(on == row.matches(of: /\u{1b}\[0m/).count)
      }
    }
  }

  /// A line, a width, and the rows that it makes.
  static let examples: [(line: Line, width: Int, rows: [String])] = [
    (Line("one two three four five"), 20, ["one two three four", "five"]),
    (
      Line("one two three four five", indent: 2, hanging: 5), 20,
      ["  one two three four", "     five"]
    ),
    (Line(""), 20, [""]), (Line("", indent: 4), 20, [""]), (Line("   ", indent: 4), 20, [""]),
    (Line("a  b   c"), 20, ["a b c"]),
    (Line("abcdefghijklmnopqrstuvwxyz"), 20, ["abcdefghijklmnopqrst", "uvwxyz"]),
    (Line("x abcdefghijklmnopqrstuvwxyz"), 20, ["x", "abcdefghijklmnopqrst", "uvwxyz"]),
    (Line("조선민주주의인민공화국"), 20, ["조선민주주의인민공화", "국"]),
    (Line([Span("Right,", .right), Span(" on time")]), 20, ["Right, on time"]),
    (Line([Span("glu", .right), Span("ed")]), 20, ["glued"]),
    (Line([Span("Head")], trailing: Span("5 points")), 20, ["Head        5 points"]),
    (Line([Span("A longer head")], trailing: Span("5 points")), 20, ["A longer head", "5 points"]),
    (
      Line([Span("A head of several rows")], trailing: Span("5 points")), 20,
      ["A head of several", "rows", "5 points"]
    ),
    // Lines of more than 100 columns are hard to read.
    (
      Line(String(repeating: "word ", count: 25)), 200,
      [
        String(repeating: "word ", count: 19) + "word", "word word word word word",
      ]
    ),
  ]

  @Test(arguments: examples)
  func rowsAreAsWritten(line: Line, width: Int, rows: [String]) {
    let text = ScreenRenderer(traits: TerminalTraits(width: width)).text(Screen([line]))
    #expect(text == rows.map { $0 + "\n" }.joined())
  }

  @Test func oneStyleIsSwitchedOnOnceARow() {
    let renderer = ScreenRenderer(traits: TerminalTraits(hasColour: true))
    let text = renderer.text(
      Screen([Line([Span("In which year", .strong), Span(" was it? "), Span("No.", .wrong)])])
    )
    #expect(text == "\u{1b}[1mIn which year\u{1b}[0m was it? \u{1b}[31mNo.\u{1b}[0m\n")
  }

  @Test func narrowTerminalIsTakenForTwentyColumns() {
    #expect(TerminalTraits(width: 1).width == 20)
  }
}
