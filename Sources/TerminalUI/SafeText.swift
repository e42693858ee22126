/// Text from a bank, a file or a name, made safe to print.
package enum SafeText {
  /// The text without control and format characters, line breaks as spaces.
  ///
  /// Format characters go too: some of them turn the direction of what follows.
  package static func cleaned(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        if scalar.properties.isWhitespace { result.append(" ") }
      case .format, .surrogate, .privateUse, .unassigned:
        break
      default:
        result.append(scalar)
      }
    }
    return String(result)
  }
}
