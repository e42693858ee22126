import QuestionBank
import QuizModel

/// Which source stands first: the one that bears the claim (rule 28).
enum SourceOrder {
  /// Sources, each once, in the order in which they are shown.
  ///
  /// - Parameters:
  ///   - sources: In the author's order.
  ///   - changes: Whether the fact can change: then the newest one counts that is dated on or after
  ///     `asOf`, else the author's first that is not older than what it tells.
  ///   - asOf: The partial date up to which the fact was checked; may be empty.
  ///   - year: The year in which it happened, if that is known.
  /// - Returns: Those that bear the claim, then the other dated ones, then the undated.
  static func ordered(
    _ sources: [Source],
    changes: Bool,
    asOf: String,
    year: String
  ) -> [Source] {
    var seen: Set<String> = []
    let once = sources.filter { seen.insert($0.id).inserted }
    let dated = once.filter { !$0.date.isEmpty }
    let since = changes ? asOf : year
    let bearing = dated.filter { isNotBefore($0.date, since) }
    let others = dated.filter { !isNotBefore($0.date, since) }
    let first = changes ? bearing.enumerated().sorted(by: newest).map(\.element) : bearing
    return first + others + once.filter(\.date.isEmpty)
  }

  private static func newest(
    _ left: (offset: Int, element: Source),
    _ right: (offset: Int, element: Source)
  ) -> Bool {
    left.element.date == right.element.date
      ? left.offset < right.offset : left.element.date > right.element.date
  }

  /// Whether a partial date is not before another one; a year is not before a day within it.
  private static func isNotBefore(_ date: String, _ other: String) -> Bool {
    let length = min(date.utf8.count, other.utf8.count)
    return date.prefix(length) >= other.prefix(length)
  }
}
