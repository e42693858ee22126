import Exchange
import QuizModel
import Testing

@Suite("Text as Markdown")
struct MarkdownTests {
  static let texts: [(text: String, markdown: String)] = [
    ("", ""), ("Plain words, 1958 (or so): 12.4.", "Plain words, 1958 (or so): 12.4."),
    (
      "*a* _b_ `c` [d](e) <f> \\ ~g~ |",
      "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\\\ \\~g\\~ \\|"
    ),
    ("# no title", "\\# no title"), ("- no entry", "\\- no entry"), ("+ x", "\\+ x"),
    ("> x", "\\> x"), ("--- x", "\\--- x"), ("=== x", "\\=== x"),
    ("1958. A year", "1958\\. A year"),
    ("12) x", "12\\) x"), ("1958", "1958"), ("1.5 times", "1\\.5 times"), ("AT&T", "AT\\&T"),
    ("a & b", "a & b"), ("&#60;", "\\&#60;"), ("$5 to $6", "\\$5 to \\$6"),
    ("two\nlines\r\n and  more ", "two lines and more"), ("a\u{1b}[31m\u{202e}b", "a\\[31mb"),
    ("조선 🧳 é", "조선 🧳 é"), ("DPRK's – “x”", "DPRK's – “x”"), (" a", "a"), ("\u{202e}# a", "\\# a"),
  ]

  @Test("is shown as it is", arguments: texts)
  func textIsShownAsItIs(text: String, markdown: String) {
    #expect(Markdown.text(text) == markdown)
  }

  static let links: [(address: String, markdown: String)] = [
    ("https://example.org/a_b*c", "<https://example.org/a_b*c>"),
    ("HTTP://EXAMPLE.ORG", "<HTTP://EXAMPLE.ORG>"),
    ("https://zh.wikipedia.org/wiki/朝鲜", "<https://zh.wikipedia.org/wiki/朝鲜>"),
    ("javascript:alert(1)", "javascript:alert(1)"), ("https://a b", "https://a b"),
    ("https://a><script>", "https://a\\>\\<script\\>"), ("on paper_only", "on paper\\_only"),
  ]

  @Test("links addresses of the web alone", arguments: links)
  func onlyAddressesOfTheWebAreLinks(address: String, markdown: String) {
    #expect(Markdown.link(address) == markdown)
  }

  @Test(
    "fences commands",
    arguments: [("a b", "`a b`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```")]
  )
  func codeIsFenced(command: String, markdown: String) {
    #expect(Markdown.code(command) == markdown)
  }

  @Test("escapes any text on one line")
  func anyTextIsEscapedOnOneLine() {
    var random = SplitMix64(seed: 4)
    let pieces = [
      "*", "_", "`", "[", "](", "<b>", "\\", "#", "1.", "-", "&amp;", "a", " ", "\n", "가",
    ]
    for _ in 0..<20_000 {
      let text = (0..<random.below(9)).map { _ in pieces[random.below(pieces.count)] }.joined()
      let escaped = Markdown.text(text)
      #expect(!escaped.contains("\n"))
      var plain = ""
      var isEscaped = false
      for character in escaped {
        if character == "\\", !isEscaped {
          isEscaped = true
        } else {
          #expect(isEscaped || !"*_`[]<>".contains(character), "\(text) as \(escaped)")
          plain.append(character)
          isEscaped = false
        }
      }
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(plain == words)
    }
  }
}
