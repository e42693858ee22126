import ArgumentParser
import ScoreStore

/// Which learners of two logs are the same person.
struct SamePersonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A learner here and one of the file who are the same person, by name or id; may be given "
        + "more than once.",
      valueName: "here=there"
    )
  )
  var same: [String] = []

  func validate() throws { _ = try pairs() }

  /// The pairs, in order.
  ///
  /// - Throws: A `ValidationError` for what is no pair.
  func pairs() throws -> [SamePerson] {
    try same.map { text in
      guard let sign = text.firstIndex(of: "="), sign > text.startIndex,
        text.index(after: sign) < text.endIndex
      else {
        throw ValidationError(
          "--same is a name here, an equals sign and a name there, such as --same Ada=\"Ada L.\""
        )
      }
      return SamePerson(
        own: String(text[..<sign]),
        other: String(text[text.index(after: sign)...])
      )
    }
  }
}
