import GameSession
import QuizModel
import TerminalUI
import TestSupport
import Testing

/// Text from a bank, a file or a name does a terminal no harm.
@Suite struct SafeTextTests {
  static let cases: [(text: String, cleaned: String)] = [
    ("Cuba", "Cuba"), ("Côte d’Ivoire", "Côte d’Ivoire"), ("日本 조선 🙂", "日本 조선 🙂"), ("", ""),
    ("a\u{1b}[31mb", "a[31mb"), ("a\u{9b}2Jb", "a2Jb"), ("a\u{7}b\u{8}c\u{7f}", "abc"),
    ("a\u{0}b", "ab"), ("a\nb", "a b"), ("a\tb", "a b"), ("a\rb", "a b"),
    ("a\u{b}b\u{c}c", "a b c"),
    ("a\u{85}b", "a b"), ("a\u{2028}b\u{2029}c", "a b c"),
    ("\u{202e}abc\u{202c}", "abc"), ("\u{2066}a\u{2069}\u{200f}b\u{200e}", "ab"),
    ("a\u{200b}b\u{feff}c\u{ad}d", "abcd"), ("a\u{e000}b", "ab"), ("a\u{e0041}b", "ab"),
    ("e\u{301}", "e\u{301}"),
  ]

  @Test(arguments: cases)
  func whatCouldHarmIsTakenOut(text: String, cleaned: String) {
    #expect(SafeText.cleaned(text).unicodeScalars.elementsEqual(cleaned.unicodeScalars))
  }

  @Test func everyControlAndFormatCharacterGoes() {
    for value in (0...0x10ffff as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
        let cleaned = SafeText.cleaned("a\(scalar)b").unicodeScalars
        #expect(!cleaned.contains(scalar))
      default: break
      }
    }
  }

  @Test(arguments: [true, false])
  func harmfulTextReachesNoScreen(hasUnicode: Bool) {
    let poison = "x\u{1b}]0;title\u{7}\u{9b}31m\u{202e}\u{2066}\r\n\u{85}\u{2028}\u{200b}y"
    let item = Item.sampleChoice(
      ["1\(poison)", "2\(poison)", "3\(poison)"],
      key: 0,
      stem: "stem \(poison)?",
      explanation: poison,
      whys: ["", poison, poison],
      topic: poison,
      sources: [Source(id: "s", title: poison, publisher: poison, date: poison, url: poison)]
    )
    let traits = TerminalTraits(width: 40, hasUnicode: hasUnicode)
    let renderer = ScreenRenderer(traits: traits)
    var table = [SessionMessage]()
    table += [.whys(item), .sources(item), .flagged(note: poison), .ambiguous([poison, poison])]
    table += [
      .unknown(poison, answering: item, removed: []), .removedOption(poison),
      .answerWanted(item, removed: []), .unknownName(poison), .partOfName(poison),
    ]
    let typed = Item.sampleTyped(["Old \(poison)"], others: [("x", poison)], stem: poison)
    table += [.help(answering: typed), .whys(typed)]
    var typing = GameSession(settings: SampleSettings.settings)
    var typedEffects = typing.apply(.drawn(typed))
    typedEffects += typing.apply(
      .shown(at: LocalInstant(instant: Instant(milliseconds: 0), zone: "UTC", offset: 0))
    )
    typedEffects += typing.apply(.line("hint", taken: 1))
    typedEffects += typing.apply(.line(poison + poison, taken: 1))
    typedEffects += typing.apply(.line(poison + poison, taken: 1))
    for case .say(let message) in typedEffects { table.append(message) }
    var session = GameSession(settings: SampleSettings.settings)
    let moment = LocalInstant(instant: Instant(milliseconds: 0), zone: "UTC", offset: 0)
    var effects = session.apply(.drawn(item))
    effects += session.apply(.shown(at: moment))
    effects += session.apply(.line("b", taken: 1))
    effects += session.apply(.line("", taken: 1))
    for case .say(let message) in effects { table.append(message) }
    #expect(table.count > 9)
    for message in table {
      let screen = SessionScreen(traits: traits, topics: [poison: poison]).screen(message)
      for scalar in renderer.text(screen).unicodeScalars where scalar != "\n" {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
          Issue.record(
            "U+\(String(scalar.value, radix: 16)) in \(SampleMessages.kind(of: message))"
          )
        default: break
        }
      }
    }
  }
}
