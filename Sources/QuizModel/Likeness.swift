/// What a text looks like to whoever chooses between options: two options of one likeness cannot be
/// told apart, so that no question may hold both.
///
/// Blanks at the ends, runs of blanks, stops at the end, capitals, marks that nobody sees and forms
/// of other widths do not count. Accents, other letters and raised digits do: they may be what the
/// question is about.
package struct Likeness: Hashable, Sendable {
  /// The text as it is compared; equal texts may differ in how their accents are composed.
  package let text: String

  private static let stops: Set<Unicode.Scalar> = [".", "。", "．", "｡", "।", "۔", "։"]
  /// The half-width forms from U+FF66 to U+FF9F, in order.
  private static let kana: [Unicode.Scalar] = Array(
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309a}"
      .unicodeScalars
  )
  /// The ligatures from U+FB00 to U+FB06, in order.
  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// The likeness of a text.
  package init(of text: String) {
    let words = text.unicodeScalars.split { $0.properties.isWhitespace || $0 == "\u{200b}" }
      .map { Likeness.plain($0) }.filter { !$0.isEmpty }
    let whole = words.joined(separator: " ")
    var scalars = whole.unicodeScalars
    while let last = scalars.last, Likeness.stops.contains(last) || last == " " {
      scalars.removeLast()
    }
    // Of a stop alone something has to be left.
    self.text = scalars.isEmpty ? whole : String(scalars)
  }

  private static func plain(_ word: Substring.UnicodeScalarView) -> String {
    var result = ""
    for scalar in word where !isUnseen(scalar) {
      result += ligature(scalar) ?? form(scalar).properties.lowercaseMapping
    }
    return result
  }

  private static func ligature(_ scalar: Unicode.Scalar) -> String? {
    (0xfb00...0xfb06).contains(scalar.value) ? ligatures[Int(scalar.value - 0xfb00)] : nil
  }

  /// A scalar in the width that texts usually have.
  private static func form(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xff01...0xff5e: Unicode.Scalar(scalar.value - 0xfee0) ?? scalar
    case 0xff66...0xff9f: kana[Int(scalar.value - 0xff66)]
    default: scalar
    }
  }

  // The two joiners can be seen: they change how the letters beside them are drawn.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xad, 0x200e, 0x200f, 0x202a...0x202e, 0x2060, 0x2066...0x2069, 0xfeff: true
    default: false
    }
  }
}

extension String {
  /// The text without blanks of any kind at its ends.
  package var withoutOuterBlanks: String {
    // By scalars: a blank and an accent after it are one character.
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
