/// The named characters of HTML 4 (its section 24), and numbered ones.
enum HTMLEntity {
  /// The names of U+00A0 to U+00FF, in order.
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
    iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
    uuml yacute thorn yuml
    """
  /// The names of U+0391 to U+03C9, in order; a dash where a number has none.
  private static let greek = """
    Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - \
    Sigma Tau Upsilon Phi Chi Psi Omega - - - - - - - alpha beta gamma delta epsilon zeta eta \
    theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega
    """
  private static let others: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "OElig": "Œ", "oelig": "œ",
    "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "fnof": "ƒ", "circ": "ˆ", "tilde": "˜",
    "ensp": " ", "emsp": " ", "thinsp": " ", "nbsp": " ", "zwnj": "\u{200c}", "zwj": "\u{200d}",
    "lrm": "\u{200e}", "rlm": "\u{200f}", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’",
    "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "dagger": "†", "Dagger": "‡",
    "bull": "•", "hellip": "…", "permil": "‰", "prime": "′", "Prime": "″", "lsaquo": "‹",
    "rsaquo": "›", "oline": "‾", "frasl": "⁄", "euro": "€", "trade": "™", "larr": "←",
    "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔", "lArr": "⇐", "rArr": "⇒", "hArr": "⇔",
    "forall": "∀", "part": "∂", "exist": "∃", "empty": "∅", "isin": "∈", "notin": "∉",
    "prod": "∏", "sum": "∑", "minus": "−", "radic": "√", "prop": "∝", "infin": "∞", "and": "∧",
    "or": "∨", "cap": "∩", "cup": "∪", "int": "∫", "there4": "∴", "sim": "∼", "cong": "≅",
    "asymp": "≈", "ne": "≠", "equiv": "≡", "le": "≤", "ge": "≥", "sub": "⊂", "sup": "⊃",
    "lceil": "⌈", "rceil": "⌉", "lfloor": "⌊", "rfloor": "⌋", "loz": "◊",
  ]

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for (names, start) in [(latin, UInt32(0xa0)), (greek, 0x391)] {
      for (offset, name) in names.split(separator: " ").enumerated() where name != "-" {
        table[String(name)] = Unicode.Scalar(start + UInt32(offset)).map { String($0) }
      }
    }
    return table.merging(others) { _, other in other }
  }()

  /// The text of an entity; `nil` for one that is not known.
  ///
  /// - Parameter name: What stands between `&` and `;`, such as `eacute`, `#233` or `#xE9`.
  /// - Returns: One character; a no-break space is a space.
  static func text(of name: String) -> String? {
    guard name.utf8.first == UInt8(ascii: "#") else { return table[name] }
    let text = character(numbered: name)
    return text?.unicodeScalars.first == "\u{a0}" ? " " : text
  }

  /// The character of a number; `nil` where there is none.
  ///
  /// - Parameter name: `#` and a decimal number, or `#x` and a hexadecimal one.
  /// - Returns: One character.
  static func character(numbered name: String) -> String? {
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return number.flatMap { Unicode.Scalar($0) }.map { String($0) }
  }
}
