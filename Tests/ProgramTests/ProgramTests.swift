import Testing

/// All tests that run the program itself, one after the other: they measure time.
@Suite(.serialized)
enum ProgramTests {}

extension Tag {
  /// Takes more than a few seconds.
  @Tag static var slow: Self
}
