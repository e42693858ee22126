/// What the values of a record can be: one rule for whoever writes records and whoever reads them.
///
/// Everything that a version of this program ever wrote is within these ranges. A file may hold any
/// numbers; what is outside is no record, wherever it comes from.
extension RecordBody {
  /// The first field whose value no program can have written; `nil` where all can.
  package var fieldOutOfRange: String? {
    switch self {
    case .learnerCreated(let learner), .learnerRenamed(let learner): learner.fieldOutOfRange
    case .learnersAreOne(let learners): (1...10_000).contains(learners.count) ? nil : "learners"
    case .sessionOpened(let opening): opening.fieldOutOfRange
    case .answered(let answer): answer.fieldOutOfRange
    case .planSet(let plan): plan.fieldOutOfRange
    case .sessionClosed, .retracted, .flagged, .forgotten: nil
    }
  }
}

/// The names of the fields that are not within their ranges.
private struct Ranges {
  /// The first of them.
  private(set) var field: String?

  /// Takes in whether the value of a field is within its range.
  mutating func hold(_ field: String, _ isWithin: Bool) {
    if self.field == nil, !isWithin { self.field = field }
  }
}

extension Learner {
  fileprivate var fieldOutOfRange: String? {
    // Each of the characters of a name may be four scalars high, and each of those four bytes long.
    name.utf8.count <= 16 * LearnerName.longest ? nil : "name"
  }
}

extension SessionOpening {
  fileprivate var fieldOutOfRange: String? {
    (0...1_000_000).contains(questions) ? nil : "questions"
  }
}

extension Plan {
  fileprivate var fieldOutOfRange: String? {
    var ranges = Ranges()
    ranges.hold("departure", departure.map { CalendarDay($0) != nil } ?? true)
    ranges.hold("questionsPerDay", (1...1_000).contains(questionsPerDay ?? 1))
    ranges.hold("minutesPerDay", (1...1_440).contains(minutesPerDay ?? 1))
    ranges.hold("retention", (0.7...0.97).contains(retention ?? 0.9))
    return ranges.field
  }
}

extension Answer {
  fileprivate var fieldOutOfRange: String? {
    var ranges = Ranges()
    let options = item.options.indices
    // A typed item may come without its one option, which was never shown.
    let isTyped = item.form == .typed && options.count <= 1 && item.key == 0
    ranges.hold("key", isTyped || options.contains(item.key))
    ranges.hold("options", options.count <= 100)
    ranges.hold("answerIDs", [0, options.count].contains(item.answerIDs.count))
    ranges.hold("optionCount", (0...100).contains(item.optionCount))
    if case .option(let place) = choice { ranges.hold("option", options.contains(place)) }
    ranges.hold("hints", (0...10_000).contains(hints))
    ranges.hold("points", (0...1_000_000).contains(points))
    ranges.hold("taken", (0...1_000_000_000_000).contains(taken))
    ranges.hold("instant", Instant.calendar.contains(shownAt.instant))
    ranges.hold("offset", (-86_400...86_400).contains(shownAt.offset))
    return ranges.field
  }
}
