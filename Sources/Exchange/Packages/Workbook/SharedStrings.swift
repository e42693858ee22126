/// The texts of a workbook, each kept once, and known in its cells by their numbers.
struct SharedStrings {
  private var texts: [String] = []
  private var numbers: [[UInt8]: Int] = [:]
  private var uses = 0

  /// No texts.
  init() {}

  /// The number of a text, which is kept if it is new.
  mutating func number(of text: String) -> Int {
    uses += 1
    // Texts that Swift takes for equal may be written otherwise.
    let key = Array(text.utf8)
    if let number = numbers[key] { return number }
    numbers[key] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// The part of the workbook that holds the texts.
  func markup(namespace: String) -> Markup {
    .tag(
      "sst",
      ["xmlns": namespace, "count": String(uses), "uniqueCount": String(texts.count)],
      texts.map {
        .tag("si", [:], [.tag("t", ["xml:space": "preserve"], text: SharedStrings.escaped($0))])
      }
    )
  }

  /// A text in which nothing is an escape of SpreadsheetML, such as `_x000D_` (ECMA-376, part 1,
  /// 22.9.2.19): the underscore that would begin one is escaped itself.
  static func escaped(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let place = rest.firstIndex(of: "_") {
      result += rest[..<place]
      rest = rest[place...]
      result += beginsEscape(rest) ? "_x005F_" : "_"
      rest.removeFirst()
    }
    return result + rest
  }

  private static func beginsEscape(_ text: Substring) -> Bool {
    let start = Array(text.utf8.prefix(7))
    guard start.count == 7, start[1] == UInt8(ascii: "x"), start[6] == UInt8(ascii: "_") else {
      return false
    }
    return start[2..<6].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}
