import GameSession
import QuizModel
import TestSupport
import Testing

/// What a typed line is taken for, as a table.
@Suite struct LineMeaningTests {
  /// One line, what it is typed at, and what it means.
  struct Case: CustomTestStringConvertible {
    let line: String
    let item: Item?
    var removed: Set<Int> = []
    let meaning: LineMeaning

    init(_ line: String, _ item: Item?, removed: Set<Int> = [], _ meaning: LineMeaning) {
      self.line = line
      self.item = item
      self.removed = removed
      self.meaning = meaning
    }

    var testDescription: String {
      let options = item.map { $0.options.map(\.text).joined(separator: "/") } ?? "go-ahead"
      return "\"\(line)\" at \(options)"
    }
  }

  private static let states = Item.sampleChoice(["Cuba", "Sweden", "Guinea"], key: 2)
  private static let guineas = Item.sampleChoice(
    ["Guinea", "Guinea-Bissau", "Côte d’Ivoire"],
    key: 1
  )
  private static let years = Item.sampleChoice(["1958", "1960", "1973"], key: 0)
  private static let counts = Item.sampleChoice(["2", "3", "5"], key: 0)
  private static let decades = Item.sampleChoice(["1950s", "1960s", "1970s"], key: 0)
  private static let five = Item.sampleChoice(
    ["Iran", "Iraq", "Italy", "India", "Ireland"],
    key: 3
  )
  private static let words = Item.sampleChoice(
    ["Hintersee", "Source of the Nile", "United  Kingdom"],
    key: 0
  )
  private static let korean = Item.sampleChoice(["평양", "서울", "日本"], key: 0)
  private static let statement = Item.sampleStatement(false)

  static let choosing: [Case] = [
    Case("a", states, .option(0)), Case("B", states, .option(1)), Case(" c ", states, .option(2)),
    Case("1", states, .option(0)), Case("3", states, .option(2)),
    Case("e", five, .option(4)), Case("5", five, .option(4)),
    Case("Cuba", states, .option(0)), Case("SWEDEN", states, .option(1)),
    Case("cub", states, .option(0)), Case("swe", states, .option(1)),
    Case("Guinea-", guineas, .option(1)), Case("guinea-bissau", guineas, .option(1)),
    Case("Guinea–Bissau", guineas, .option(1)),
    Case("cote d'ivoire", guineas, .option(2)), Case("CÔTE", guineas, .option(2)),
    Case("co\u{302}te", guineas, .option(2)),
    Case("1958", years, .option(0)), Case("1973", years, .option(2)),
    Case("1960s", decades, .option(1)), Case("1960", decades, .option(1)),
    Case("united kingdom", words, .option(2)), Case("uni", words, .option(2)),
    Case("united   ki", words, .option(2)), Case("source of", words, .option(1)),
    Case("평양", korean, .option(0)),
    Case("t", statement, .option(0)), Case("F", statement, .option(1)),
    Case("true", statement, .option(0)), Case("fal", statement, .option(1)),
  ]

  static let commands: [Case] = [
    Case("hint", states, .command(.hint, note: "")), Case("hi", states, .command(.hint, note: "")),
    Case("sk", states, .command(.skip, note: "")), Case("SKIP", states, .command(.skip, note: "")),
    Case("wh", states, .command(.why, note: "")), Case("so", states, .command(.source, note: "")),
    Case("sc", states, .command(.score, note: "")), Case("un", words, .command(.undo, note: "")),
    Case("help", states, .command(.help, note: "")), Case("?", states, .command(.help, note: "")),
    Case("he", nil, .command(.help, note: "")), Case("?", nil, .command(.help, note: "")),
    Case("quit", nil, .command(.quit, note: "")), Case("qu", nil, .command(.quit, note: "")),
    Case("flag", states, .command(.flag, note: "")),
    Case("flag The year is wrong", states, .command(.flag, note: "The year is wrong")),
    Case("  fl   é is missing ", nil, .command(.flag, note: "é is missing")),
    Case("undo", nil, .command(.undo, note: "")),
    Case("next", nil, .command(.next, note: "")), Case("n", nil, .command(.next, note: "")),
    Case("NE", nil, .command(.next, note: "")), Case("next", states, .command(.next, note: "")),
  ]

  static let asking: [Case] = [
    Case("", states, .empty), Case("   ", states, .empty), Case("", nil, .empty),
    // Too short, or the letter of nothing.
    Case("d", states, .unknown("d")), Case("4", states, .unknown("4")),
    Case("0", states, .unknown("0")), Case("cu", states, .unknown("cu")),
    Case("g", states, .unknown("g")), Case("q", states, .unknown("q")),
    Case("s", nil, .unknown("s")), Case("h", nil, .unknown("h")),
    // Neither a start nor the whole.
    Case("Cubae", states, .unknown("Cubae")), Case("uba", states, .unknown("uba")),
    Case("a b", states, .unknown("a b")), Case("a)", states, .unknown("a)")),
    Case("10", states, .unknown("10")), Case("01", states, .unknown("01")),
    Case("+1", states, .unknown("+1")), Case("skip it", states, .unknown("skip it")),
    Case("quit now", nil, .unknown("quit now")), Case("hints", states, .unknown("hints")),
    Case("??", states, .unknown("??")), Case("...", states, .unknown("...")),
    // A number has to be whole.
    Case("195", years, .unknown("195")), Case("19", years, .unknown("19")),
    Case("195", decades, .unknown("195")), Case("19580", years, .unknown("19580")),
    // A statement has no numbers, and no letters but its own.
    Case("1", statement, .unknown("1")), Case("a", statement, .unknown("a")),
    Case("tr", statement, .unknown("tr")), Case("y", statement, .unknown("y")),
    // Two options, or an option and a command.
    Case("Guinea", guineas, .ambiguous(["Guinea", "Guinea-Bissau"])),
    Case("gui", guineas, .ambiguous(["Guinea", "Guinea-Bissau"])),
    Case("ira", five, .ambiguous(["Iran", "Iraq"])),
    Case("hint", words, .ambiguous(["Hintersee", "hint"])),
    Case("source", words, .ambiguous(["Source of the Nile", "source"])),
    // The number of one option is the text of another.
    Case("3", counts, .ambiguous(["3", "5"])), Case("2", counts, .ambiguous(["2", "3"])),
    // Between questions options have no meaning.
    Case("a", nil, .unknown("a")), Case("1", nil, .unknown("1")),
    Case("n", states, .unknown("n")),
    Case("Cuba", nil, .unknown("Cuba")),
  ]

  static let gone: [Case] = [
    Case("a", states, removed: [0], .removedOption(0)),
    Case("1", states, removed: [0], .removedOption(0)),
    Case("Cuba", states, removed: [0], .removedOption(0)),
    Case("cub", states, removed: [0], .removedOption(0)),
    Case("b", states, removed: [0], .option(1)), Case("swe", states, removed: [0], .option(1)),
    Case("1960", years, removed: [1], .removedOption(1)),
    Case("guinea-b", guineas, removed: [1], .removedOption(1)),
  ]

  @Test(arguments: choosing)
  func lineThatNamesOneOptionChoosesIt(_ example: Case) {
    expect(example)
  }

  @Test(arguments: commands)
  func wordOrItsStartIsACommand(_ example: Case) {
    expect(example)
  }

  @Test(arguments: asking)
  func whatFitsTwoThingsOrNothingIsAskedAgain(_ example: Case) {
    expect(example)
  }

  @Test(arguments: gone)
  func optionThatAHintRemovedCannotBeChosen(_ example: Case) {
    expect(example)
  }

  @Test(arguments: Command.allCases)
  func everyStartOfACommandFromTwoLettersOnIsThatCommandAlone(_ command: Command) {
    let word = command.rawValue
    for length in 2...word.count {
      let start = String(word.prefix(length))
      let fitting = Command.allCases.filter { $0.rawValue.hasPrefix(start) }
      let meaning = LineMeaning(start, item: nil)
      if fitting.count == 1 {
        #expect(meaning == .command(command, note: ""), "\(start)")
      } else {
        #expect(meaning == .ambiguous(fitting.map(\.rawValue)), "\(start)")
      }
    }
    // "n" alone goes on; no other letter does anything by itself.
    let letter = String(word.prefix(1))
    let single = command == .next ? LineMeaning.command(.next, note: "") : .unknown(letter)
    #expect(LineMeaning(letter, item: nil) == single)
  }

  private func expect(_ example: Case) {
    let meaning = LineMeaning(example.line, item: example.item, removed: example.removed)
    #expect(meaning == example.meaning)
  }
}
