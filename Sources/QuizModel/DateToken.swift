/// A piece of a typed date.
enum DateToken: Hashable {
  /// A run of digits.
  case number(DateNumber)
  /// A run of letters, small and without accents.
  case word(String)
  /// `.`, `/` or `-`.
  case sign(Character)

  /// The pieces of a text; `nil` if something in it belongs to no date.
  static func tokens(of text: String) -> [DateToken]? {
    var tokens: [DateToken] = []
    var rest = Folding.folded(text).unicodeScalars[...]
    while let scalar = rest.first {
      switch scalar {
      case "0"..."9":
        let digits = rest.prefix { ("0"..."9").contains($0) }
        guard let number = DateNumber(String(digits)) else { return nil }
        tokens.append(.number(number))
        rest = rest.dropFirst(digits.count)
      case "a"..."z":
        let letters = rest.prefix { ("a"..."z").contains($0) }
        tokens.append(.word(String(letters)))
        rest = rest.dropFirst(letters.count)
      case ".", "/", "-":
        tokens.append(.sign(Character(scalar)))
        rest = rest.dropFirst()
      case ",", "'":
        rest = rest.dropFirst()
      default:
        guard scalar.properties.isWhitespace else { return nil }
        rest = rest.dropFirst()
      }
    }
    return tokens
  }

  /// The number that it is.
  var number: DateNumber? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The month that it names, 1 to 12, by three letters or more.
  var month: Int? {
    guard case .word(let word) = self, word.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    return (1...12).first { DateWords.month($0).lowercased().hasPrefix(word) }
  }

  /// Whether it is what stands behind the number of a day, as in `12th`.
  var isOrdinalEnd: Bool {
    ["st", "nd", "rd", "th"].contains { self == .word($0) }
  }

  /// How many it says, in digits or in words.
  var count: Int? {
    switch self {
    case .number(let number): number.value
    case .word("a"), .word("an"): 1
    case .word(let word): DateToken.numerals.firstIndex(of: word).map { $0 + 1 }
    case .sign: nil
    }
  }

  private static let numerals = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]
}

/// A number in a typed date.
struct DateNumber: Hashable {
  /// How many digits it was typed with, zeros in front included.
  let digits: Int
  /// Its value.
  let value: Int

  /// Reads up to nine digits; `nil` for more.
  init?(_ text: String) {
    guard text.utf8.count <= 9, let value = Int(text) else { return nil }
    digits = text.utf8.count
    self.value = value
  }

  /// The year that it is: of four digits, or of two in this century.
  var year: Int? {
    switch digits {
    case 4: value
    case 2: 2000 + value
    default: nil
    }
  }
}

/// What days are counted in.
enum DateUnit: String {
  /// What is counted.
  case day, week, month, year

  /// Reads `day` or `days`.
  init?(typed word: String) {
    self.init(rawValue: word.hasSuffix("s") ? String(word.dropLast()) : word)
  }
}

extension Weekday {
  /// Reads a weekday's name or its start of three letters or more, in small letters.
  init?(typed word: String) {
    guard word.count >= 3,
      let day = Weekday.allCases.first(where: { $0.rawValue.hasPrefix(word) })
    else { return nil }
    self = day
  }
}
