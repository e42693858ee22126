import QuizModel
import Study

/// Every word about what a learner knows and how they learn.
enum StatsWords {
  // MARK: - What is known

  static func title(_ learner: String?, bank: String) -> String {
    "\(bank): what \(learner ?? "you") know\(learner == nil ? "" : "s")"
  }
  static func nothingYet(_ learner: String?, bank: String) -> String {
    "\(bank): \(learner.map { "\($0) has" } ?? "you have") not answered anything yet."
  }
  static func begin(_ command: String, facts: Int) -> String {
    "\(command) asks the first questions of \(counted(facts, "fact")). A few days of them, and "
      + "you see here what you know of each topic, and what you will still know in some weeks."
  }
  static func knownNow(_ share: PlanForecast.Share) -> String {
    "Known now: \(PlanWords.percent(share.expected)), between \(PlanWords.percent(share.low)) and "
      + "\(PlanWords.percent(share.high))."
  }
  static func answered(_ report: StatsReport) -> String {
    "\(report.all.answered) of \(counted(report.all.facts, "fact")) answered at least once; "
      + "\(counted(report.answers, "answer")) in all."
  }
  static let whatKnownMeans =
    "Known is the share of facts that you are expected to recall now. A fact never answered counts "
    + "by what you seem to know already."
  static func only(_ topics: [String]) -> String {
    "Of \(topics.joined(separator: ", ")) only."
  }
  static let byTopic = "By topic"
  static let byRegion = "By region"
  static let columns = "(known now, facts answered)"
  static func spoken(_ group: StatsReport.Group) -> String {
    "\(group.title): \(perCent(group.known.expected)) known, \(group.answered) of "
      + "\(counted(group.facts, "fact")) answered."
  }

  // MARK: - What will be known

  static let prospects = "In the coming weeks"
  static func legend(perDay: Int?, hasUnicode: Bool) -> String {
    let (full, light) = hasUnicode ? ("█", "▒") : ("#", "+")
    guard let perDay else { return "\(full) known as things stand." }
    return "\(full) known as things stand, \(light) if you keep to "
      + "\(counted(perDay, "question")) a day."
  }
  static func when(_ prospect: StatsReport.Prospect) -> String {
    if prospect.isDeparture { return "departure, \(PlanWords.distance(prospect.daysAhead))" }
    return "in \(counted(prospect.daysAhead / 7, "week"))"
  }
  static func shares(_ prospect: StatsReport.Prospect, isKept: Bool) -> String {
    let stand = padded(PlanWords.percent(prospect.asThingsStand.expected), to: 5)
    guard isKept else { return stand }
    guard let kept = prospect.ifKept else { return stand + String(repeating: " ", count: 8) }
    return "\(stand) → \(padded(PlanWords.percent(kept), to: 5))"
  }
  static func spoken(_ prospect: StatsReport.Prospect, perDay: Int) -> String {
    let when = sentence(when(prospect))
    let stand = "\(when): \(perCent(prospect.asThingsStand.expected)) known as things stand"
    guard let kept = prospect.ifKept else { return stand + "." }
    return "\(stand), \(perCent(kept)) if you keep to \(counted(perDay, "question")) a day."
  }

  // MARK: - How sure it is

  static let calibration = "How well this was foretold"
  static func overall(_ calibration: StatsReport.Calibration) -> String {
    "What was held \(PlanWords.percent(calibration.foretold)) likely to be right was right "
      + "\(PlanWords.percent(calibration.right)) of the time, over "
      + "\(counted(calibration.answers, "answer")) half a day or more after the one before."
  }
  static func said(_ tenth: StatsReport.Calibration) -> String {
    "said \(PlanWords.percent(tenth.foretold)), \(counted(tenth.answers, "answer"))"
  }
  static func spoken(_ tenth: StatsReport.Calibration) -> String {
    "Said \(perCent(tenth.foretold)), was right \(perCent(tenth.right)), over "
      + "\(counted(tenth.answers, "answer"))."
  }

  // MARK: - How it is learnt

  static let habits = "How you learn"
  static func streak(_ practice: StatsReport.Practice) -> String {
    let days = counted(practice.days, "day")
    let row =
      practice.streak == 0
      ? "No day in a row at the moment" : "\(counted(practice.streak, "day")) in a row"
    return "\(row), \(counted(practice.longestStreak, "day")) at most; practised on \(days) in all."
  }
  static func lately(_ practice: StatsReport.Practice) -> String {
    let today = "\(counted(practice.today, "question")) today"
    guard practice.span > 1 else { return today + "." }
    return "\(today), \(decimal(practice.perDay)) a day over the last \(practice.span) days."
  }
  static func paces(_ paces: [StatsReport.Pace]) -> String {
    let parts = paces.map { "\(FactWords.form($0.form)) \(decimal($0.seconds))" }
    return "Seconds to an answer: \(parts.joined(separator: ", "))."
  }
  static func forgetting(_ forgetting: StatsReport.Forgetting) -> String {
    let basis = "told by \(counted(forgetting.repeats, "repeat answer"))"
    return switch forgetting.verdict {
    case .unknown:
      "Whether you forget faster or slower than usual cannot be told yet: that takes some fifty "
        + "answers to facts that come back another day (\(forgetting.repeats) so far)."
    case .usual: "You forget about as fast as is usual, \(basis)."
    case .slower:
      "You forget more slowly than is usual: what you learn lasts about "
        + "\(decimal(forgetting.times)) times as long, \(basis)."
    case .faster:
      "You forget faster than is usual: what you learn lasts about "
        + "\(PlanWords.percent(forgetting.times)) as long, \(basis)."
    }
  }

  // MARK: - What stands out

  static func leeches(_ count: Int) -> String {
    count == 1 ? "One fact keeps failing" : "\(count) facts keep failing"
  }
  static func failing(_ leech: StatsReport.Leech) -> String {
    let missed = "missed \(leech.missed) of \(counted(leech.answers, "time")) (\(leech.fact))"
    guard !leech.takenFor.isEmpty else { return missed }
    return "\(missed), taken for \(FactWords.listed(leech.takenFor))"
  }
  static func lookUp(_ command: String, fact: String) -> String {
    "\(command) \(fact) tells everything of that one."
  }
  static func future(_ count: Int) -> String {
    count == 1
      ? "One answer is dated later than now, by a clock that was wrong; it is left out until then."
      : "\(count) answers are dated later than now, by a clock that was wrong; they are left out "
        + "until then."
  }
  static func gone(_ count: Int, named: [String]) -> String {
    let rest = count - named.count
    let list = named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    return "\(counted(count, "fact")) that you answered \(count == 1 ? "is" : "are") no longer in "
      + "the bank: \(list)."
  }
  static let flags = "What you flagged for the author"
  static func flag(_ flag: StatsReport.Flag) -> String {
    let day = CalendarDay(flag.day).map { DateWords.text($0) } ?? flag.day
    return "\(day): \(flag.stem)" + (flag.note.isEmpty ? "" : " “\(flag.note)”")
      + " (\(flag.fact))"
  }
  static func earlier(_ rest: Int) -> String { "\(counted(rest, "earlier note")) not listed;" }
  static func more(_ rest: Int) -> String { "and \(rest) more" }

  // MARK: - Pieces

  /// A text with spaces before it.
  static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A number with one decimal where it is small.
  static func decimal(_ number: Double) -> String {
    guard number.isFinite else { return "?" }
    let tenths = Int((min(max(number, 0), 1e6) * 10).rounded())
    return tenths < 100 && tenths % 10 != 0
      ? "\(tenths / 10).\(tenths % 10)" : "\((tenths + 5) / 10)"
  }

  /// A share for the ear.
  static func perCent(_ share: Double) -> String {
    PlanWords.percent(share).split(separator: "\u{a0}").first.map { "\($0) per cent" } ?? "?"
  }

  static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
