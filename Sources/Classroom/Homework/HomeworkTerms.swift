package import QuizModel

/// How a homework is to be done.
package struct HomeworkTerms: Codable, Hashable, Sendable {
  /// The last day on which it may be handed in; `nil` for no limit.
  package let deadline: String?
  /// How often all of it may be answered, 1 to 100.
  package let tries: Int
  /// Whether it counts: no verdict before the end, no hints, nothing taken back.
  package let isGraded: Bool

  /// Terms from their parts.
  ///
  /// - Parameters:
  ///   - deadline: The last day, as `YYYY-MM-DD`.
  ///   - tries: 1 to 100.
  ///   - isGraded: Whether it counts.
  package init(deadline: CalendarDay?, tries: Int, isGraded: Bool) {
    self.deadline = deadline?.description
    self.tries = min(max(tries, 1), 100)
    self.isGraded = isGraded
  }

  private enum CodingKeys: String, CodingKey {
    case deadline, tries, isGraded
  }

  /// Reads terms; a file may hold any number of tries, and any text for a day.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    deadline = try container.decodeIfPresent(String.self, forKey: .deadline)
    tries = try container.decode(Int.self, forKey: .tries)
    isGraded = try container.decode(Bool.self, forKey: .isGraded)
    guard (1...100).contains(tries), (deadline == nil) == (lastDay == nil) else {
      let context = DecodingError.Context(
        codingPath: container.codingPath,
        debugDescription: "No homework has such terms."
      )
      throw DecodingError.dataCorrupted(context)
    }
  }

  /// The last day.
  package var lastDay: CalendarDay? { deadline.flatMap { CalendarDay($0) } }
}
