/// What may be a learner's name.
package enum LearnerName {
  /// Characters that a name may have at most.
  package static let longest = 64

  /// A name without what could harm a terminal or a list: control characters and marks that turn
  /// the direction of text are dropped, blanks are trimmed and runs of them become one.
  ///
  /// - Returns: At most ``longest`` characters; may be empty.
  package static func sanitised(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if scalar.properties.isWhitespace {
        scalars.append(" ")
      } else if !isHarmful(scalar) {
        scalars.append(scalar)
      }
    }
    let words = String(scalars).split(separator: " ", omittingEmptySubsequences: true)
    let name = words.joined(separator: " ").prefix(longest)
    // One character may be a thousand accents high.
    return trimmed(String(name.unicodeScalars.prefix(4 * longest)))
  }

  /// The name that is shown of one that a record brought, which may come from anywhere.
  package static func shown(_ name: String) -> String {
    let name = sanitised(name)
    return name.isEmpty ? "learner" : name
  }

  private static func trimmed(_ name: String) -> String {
    var name = name[...]
    while name.last == " " { name.removeLast() }
    return String(name)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse:
      true
    case .format:
      // The zero-width joiners build letters and emoji; the rest only hides or turns text.
      scalar.value != 0x200c && scalar.value != 0x200d
    default: false
    }
  }
}
