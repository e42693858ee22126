import QuestionBank
import QuizModel

/// Rules about the options as a set.
enum OptionRules {
  private static let catchAlls: [FoldedText] = [
    "all of the above", "none of the above", "all of these", "none of these", "both of these",
    "neither of these", "all of them", "none of them", "both a and b", "any of the above",
  ]

  /// Rule 4: no option stands for others.
  static func noCatchAll(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    for option in tested.options {
      if let phrase = catchAlls.first(where: { option.contains($0) }) {
        return "\"\(phrase)\" among the options"
      }
      if option.bytes.starts(with: "both ".utf8), option.contains(" and ") {
        return "\"both … and …\""
      }
    }
    return nil
  }

  /// Rule 5: all options are of one granularity.
  static func homogeneous(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    let texts = tested.isMultipleChoice ? tested.options : [tested.answer] + tested.wrongTexts
    let shapes = Set(texts.map { TextShape($0.description) })
    return shapes.count > 1 ? "the options mix numbers, dates and words" : nil
  }

  /// How far a distractor's year may lie from the key's.
  private static let plausibleYears = 30

  /// Rule 6: a year lies within the key's era.
  static func plausible(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    guard tested.item.kind == "year", let key = Int(tested.item.answer) else { return nil }
    for text in tested.wrongTexts {
      if let year = Int(text.description), abs(year - key) > plausibleYears {
        return "\(year) lies more than \(plausibleYears) years from the key"
      }
    }
    return nil
  }

  /// Rule 7: where options are free text, the key is not the only long or short one.
  static func lengthIsNoClue(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    guard tested.isMultipleChoice else { return nil }
    let wordCount = tested.options.reduce(0) { $0 + $1.spacedWordCount }
    guard wordCount >= 4 * tested.options.count else { return nil }
    let lengths = tested.options.map(\.bytes.count)
    let key = Double(lengths[tested.item.key])
    let others = tested.distractorPlaces.map { Double(lengths[$0]) }
    guard let longest = others.max(), let shortest = others.min() else { return nil }
    if key > longest * 1.5 { return "the key is the only long option" }
    return key * 1.5 < shortest ? "the key is the only short option" : nil
  }

  /// Rule 15: what is a number ascends, where the template says so.
  static func ordered(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    guard tested.isMultipleChoice, tested.template.order == .ascending else { return nil }
    let texts = tested.item.options.map(\.text)
    let ascends = zip(texts, texts.dropFirst()).allSatisfy { OptionOrder.precedes($0, $1) }
    return ascends ? nil : "the options do not ascend"
  }

  /// Rule 16: no two options say the same, under any of their names, and no ranges overlap.
  static func different(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    guard tested.isMultipleChoice else { return nil }
    let ids = tested.options.map(context.names.ids(of:))
    let likenesses = tested.item.options.map { Likeness(of: $0.text) }
    for (place, option) in tested.options.enumerated() {
      for other in (place + 1)..<max(place + 1, tested.options.count) {
        if option == tested.options[other] || likenesses[place] == likenesses[other] {
          return "\"\(option)\" stands twice"
        }
        if !ids[place].isDisjoint(with: ids[other]) {
          return "\"\(option)\" and \"\(tested.options[other])\" are names of one thing"
        }
        if let one = range(option.description), let two = range(tested.options[other].description),
          one.overlaps(two)
        {
          return "\"\(option)\" and \"\(tested.options[other])\" overlap"
        }
      }
    }
    return nil
  }

  /// Rule 17: three options at least, and no more than were asked for.
  static func enough(
    _ tested: ItemUnderTest,
    _ context: RuleContext
  ) throws(BankError) -> String? {
    guard tested.isMultipleChoice else { return nil }
    let count = tested.options.count
    return (3...max(3, tested.item.id.optionCount)).contains(count)
      ? nil : "\(count) options"
  }

  private static func range(_ text: String) -> ClosedRange<Int>? {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) || first == 0x66 else {
      return nil
    }
    let parts = text.split { $0 == "-" || $0 == " " }.filter { $0 != "to" && $0 != "from" }
    guard parts.count == 2, let first = Int(parts[0]), let last = Int(parts[1]), first <= last
    else { return nil }
    return first...last
  }
}

/// What kind of thing a text looks like: the granularity that options share.
private enum TextShape: Hashable {
  case number
  case day
  case month
  case words

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  init(_ folded: String) {
    let parts = folded.split(separator: " ").map(String.init)
    if parts.count == 1, Int(parts[0]) != nil {
      self = .number
    } else if parts.count == 3, Int(parts[0]) != nil, TextShape.months.contains(parts[1]),
      Int(parts[2]) != nil
    {
      self = .day
    } else if parts.count == 2, TextShape.months.contains(parts[0]), Int(parts[1]) != nil {
      self = .month
    } else {
      self = .words
    }
  }
}
