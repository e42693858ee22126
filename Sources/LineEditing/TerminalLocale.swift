internal import CReadlineShim

/// What the user's locale says of the terminal.
package enum TerminalLocale {
  /// Judged once, and before the first editor changes the locale.
  private static let isUTF8AtFirst = environmentIsUTF8()

  /// Returns whether text beyond ASCII can be written to the terminal.
  ///
  /// The answer is that of the environment at the first question or the first editor's making,
  /// whichever came earlier.
  package static func outputIsUTF8() -> Bool {
    isUTF8AtFirst
  }

  /// Returns whether the environment, as it is now, asks for UTF-8.
  static func environmentIsUTF8() -> Bool {
    attache_locale_is_utf8()
  }

  /// Makes the editor take input for UTF-8 even where the locale does not say so.
  ///
  /// Else an é would be shown as two octal numbers, and one backspace would remove half of it.
  static func prepareForUTF8Input() {
    _ = outputIsUTF8()
    attache_locale_use_utf8()
  }
}
