import Classroom
import Exchange
import QuizModel
import TestSupport

/// Papers for tests, of items and an order of their own.
enum SamplePaper {
  /// A paper.
  ///
  /// - Parameters:
  ///   - items: Its questions.
  ///   - forms: The first in order; the others turned by one question and one option each.
  ///   - isParallel: Whether each form asks its own share of the questions.
  ///   - title: What stands at its head.
  /// - Returns: The activity.
  static func of(
    _ items: [Item],
    forms: Int = 1,
    isParallel: Bool = false,
    title: String = "Relations"
  ) -> ClassActivity {
    let share = isParallel ? items.count / max(forms, 1) : items.count
    let papers = (0..<forms).map { form -> PaperForm in
      let places = (0..<share).map { place in
        isParallel ? form * share + place : (place + form) % share
      }
      return PaperForm(
        letter: PaperForm.letter(at: form),
        questions: places,
        optionOrders: places.map { turned(items[$0], by: isParallel ? 0 : form) }
      )
    }
    return ClassActivity(
      id: ActivityID(derivedFrom: [title, "\(forms)"]),
      kind: .paper(papers),
      title: title,
      classID: nil,
      bank: "bank",
      bankTitle: "Diplomatic relations of the DPRK",
      bankVersion: "1.2.3",
      made: LocalInstant(instant: Instant(milliseconds: 0), zone: "UTC", offset: 0),
      seed: 7,
      topics: [],
      topicTitles: [:],
      questions: items.compactMap { ClassQuestion($0) }
    )
  }

  /// What its bank says of itself.
  static let imprint = PaperImprint(asOf: "2026-10", licences: ["CC-BY-4.0"])

  private static func turned(_ item: Item, by form: Int) -> [Int] {
    let places = Array(item.options.indices)
    guard item.form == .multipleChoice else { return places }
    return places.map { ($0 + form) % places.count }
  }
}

/// Items whose texts hold whatever a page might take for its own syntax.
struct HostileItems {
  /// What texts are put together from.
  static let pieces = [
    "<script>alert(1)</script>", "</style>", "<!--", "-->", "]]>", "&amp;", "&", "<", ">", "\"",
    "'",
    "조선민주주의인민공화국", "👩‍👩‍👧", "🇰🇵", "עברית", "\u{202e}abc", "\u{2066}", "\u{0}", "\u{7}", "\u{1b}[31m",
    "\u{85}", "\u{2028}", "\u{feff}", "\t", "\n", "\r\n", " ", "  ", "1.", "2)", "-", "+", "#",
    "##",
    "*", "_", "`", "|", "\\", "=====", "---", "![x](http://example.org/x.png)", "$x$", "~", "%",
    "e\u{301}", "word", "another", "longwordwithoutanyblank", "\u{a0}", "a) ", "t) ", "…",
  ]

  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// A text of some pieces, or of very many.
  private mutating func text(_ number: Int) -> String {
    let count = random.below(40) == 0 ? 300 : 1 + random.below(7)
    return "t\(number)"
      + (0..<count).map { _ in HostileItems.pieces[random.below(HostileItems.pieces.count)] }
      .joined()
  }

  /// So many items; some are statements.
  mutating func items(_ count: Int) -> [Item] {
    (0..<count).map { number in
      let stem = HostileItems.pieces[random.below(HostileItems.pieces.count)] + text(number)
      if random.below(4) == 0 {
        return .sampleStatement(
          random.below(2) == 0,
          stem: stem,
          explanation: text(number),
          why: text(number),
          row: "r\(number)"
        )
      }
      let options = (0..<(3 + random.below(3))).map { "\($0)" + text(number) }
      return .sampleChoice(
        options,
        key: random.below(options.count),
        stem: stem,
        explanation: text(number),
        whys: options.map { _ in text(number) },
        row: "r\(number)",
        sources: [
          Source(
            id: "s",
            title: text(number),
            publisher: text(number),
            date: "2018-02",
            url: random.below(2) == 0 ? "https://example.org/a?b=1&c=\"2\"" : "javascript:alert(1)"
          )
        ]
      )
    }
  }
}

extension String {
  /// What of a text stands on a paper, without blanks.
  var essence: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isTurn =
        (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      let isDropped = isTurn || scalar == "\u{feff}" || scalar.properties.isWhitespace
      if !isDropped, scalar.properties.generalCategory != .control { result.append(scalar) }
    }
    return String(result)
  }
}
