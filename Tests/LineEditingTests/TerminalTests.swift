import Testing

/// All tests that read: signals, the locale and readline itself exist once in a process, so no two
/// of them may run at a time.
@Suite(.serialized)
enum TerminalTests {}
