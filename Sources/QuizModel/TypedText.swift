/// A typed answer as it is kept.
package enum TypedText {
  /// The longest text that is kept, in Unicode scalars.
  package static let limit = 200

  /// The text without control and format characters, cut to ``limit``.
  package static func kept(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        continue
      default:
        result.append(scalar)
      }
      if result.count >= limit { break }
    }
    return String(result)
  }
}
