import Foundation
import QuestionBank
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// Markdown, and what is handed out in it.
@Suite struct HandoutTests {
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
    ("조선 🧳 é", "조선 🧳 é"), ("DPRK's – “x”", "DPRK's – “x”"),
  ]

  @Test(arguments: texts)
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

  @Test(arguments: links)
  func onlyAddressesOfTheWebAreLinks(address: String, markdown: String) {
    #expect(Markdown.link(address) == markdown)
  }

  @Test(arguments: [("a b", "`a b`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```")])
  func codeIsFenced(command: String, markdown: String) {
    #expect(Markdown.code(command) == markdown)
  }

  @Test func anyTextIsEscapedOnOneLine() {
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

  @Test func longListsAreIndentedByTheirNumbers() throws {
    let items = (1...10).map { number in
      Item.sampleChoice(["*1*", "2.", "# 3"], key: 1, stem: "- \(number)?", row: "r\(number)")
    }
    let text = try HandoutTests.handout(items)
    #expect(
      text.hasPrefix(
        "# A\\_title\n\n## Questions\n\n1. \\- 1?  \n   a) \\*1\\*  \n   b) 2\\.  \n   c) \\# 3\n"
      )
    )
    #expect(text.contains("\n10. \\- 10?  \n    a) \\*1\\*  \n"))
    #expect(
      text.contains(
        "\n10. **b) 2\\.** – Guinea established relations on 8 October 1958.\n    - List of"
      )
    )
    #expect(!text.contains("## Sources"))
  }

  @Test func itemWithoutOptionsHasItsAnswerInTheKey() throws {
    let choice = Item.sampleChoice()
    let item = Item(
      id: choice.id,
      bank: choice.bank,
      bankVersion: choice.bankVersion,
      fact: choice.fact,
      topic: choice.topic,
      kind: choice.kind,
      stem: choice.stem,
      options: [],
      key: 0,
      answer: "*Guinea*",
      explanation: choice.explanation,
      sources: [],
      asOf: choice.asOf,
      confidence: choice.confidence,
      about: choice.about,
      changes: choice.changes,
      difficulty: choice.difficulty,
      map: nil
    )
    let text = try HandoutTests.handout([item])
    #expect(text.contains("\n1. \(choice.stem)\n"))
    #expect(text.contains("\n1. **\\*Guinea\\*** – \(choice.explanation)\n"))
  }

  @Test func typedItemShowsNothingOfItsAnswerAboveTheKey() throws {
    let text = try HandoutTests.handout([.sampleTyped(), .sampleTypedYear()])
    let parts = text.split(separator: "\n## ")
    let questions = try #require(parts.first { $0.hasPrefix("Questions") })
    #expect(!questions.contains("Soviet"))
    #expect(!questions.contains("1958"))
    #expect(text.contains("\n1. **the Soviet Union** – "))
    #expect(text.contains("\n2. **1958** – "))
  }

  private static func handout(_ items: [Item]) throws -> String {
    let bank = try BankOpener(cache: nil, version: "test")
      .open(try BankShelf(folders: [Stage.banks]).folder(of: "six-states"))
    return Handout(
      title: "A_title",
      briefing: nil,
      sources: [],
      items: items,
      bank: bank.description,
      command: "attache"
    ).markdown
  }
}
