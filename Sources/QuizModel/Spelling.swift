/// What the spelling of a name comes down to: words of small letters and digits.
///
/// Capitals, accents, hyphens, full stops, blanks and a leading "the" do not count, so that
/// `Côte d'Ivoire` and `cote d ivoire` are one spelling. "&" is "and", "St" is "saint".
package struct Spelling: Hashable, Sendable {
  /// The words, none of them empty.
  package let words: [[Unicode.Scalar]]
  /// The words without anything between them.
  package let joined: [Unicode.Scalar]

  /// The spelling of a text.
  package init(_ text: String) {
    var words: [[Unicode.Scalar]] = [[]]
    for scalar in Folding.folded(Spelling.narrowed(text)).unicodeScalars {
      if Spelling.isPart(scalar) {
        words[words.count - 1].append(scalar)
      } else if scalar == "&" {
        words += [Array("and".unicodeScalars), []]
      } else if !Spelling.isSilent(scalar), words.last?.isEmpty == false {
        words.append([])
      }
    }
    words.removeAll(where: \.isEmpty)
    while words.count > 1, words[0] == Spelling.article { words.removeFirst() }
    self.words = words.map { $0 == Spelling.saintShort ? Spelling.saint : $0 }
    joined = Array(self.words.joined())
  }

  /// Whether no letter and no digit is in it.
  package var isEmpty: Bool { words.isEmpty }

  /// Whether its words stand next to each other in another spelling that has more of them.
  package func isPart(of other: Spelling) -> Bool {
    guard !isEmpty, words.count < other.words.count else { return false }
    return (0...(other.words.count - words.count)).contains { start in
      other.words[start..<(start + words.count)].elementsEqual(words)
    }
  }

  private static let article = Array("the".unicodeScalars)
  private static let saintShort = Array("st".unicodeScalars)
  private static let saint = Array("saint".unicodeScalars)

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (0x61...0x7a).contains(scalar.value) || (0x30...0x39).contains(scalar.value)
      : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// What stands within a word without dividing it: `D.P.R.K.`, `People's`, marks that nobody sees.
  private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "'", "`", "´": true
    default: scalar.properties.generalCategory == .format
    }
  }

  /// The wide letters of an East Asian keyboard as plain ones.
  private static func narrowed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { wide.contains($0.value) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let plain = wide.contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xfee0) : nil
      result.append(plain ?? scalar)
    }
    return String(result)
  }

  private static let wide: ClosedRange<UInt32> = 0xff01...0xff5e
}
