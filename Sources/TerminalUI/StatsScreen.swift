import QuizModel
package import Study

/// What one learner knows and how they learn, as lines.
package struct StatsScreen: Sendable {
  private let traits: TerminalTraits
  private let studyCommand: String
  private let factCommand: String

  /// How many facts that keep failing are listed, and how many notes.
  private static let listed = 10
  /// How many ids are named.
  private static let named = 5

  /// A view of reports.
  ///
  /// - Parameters:
  ///   - traits: What the terminal can show.
  ///   - studyCommand: What asks the next questions.
  ///   - factCommand: What tells everything of one fact.
  package init(
    traits: TerminalTraits,
    studyCommand: String = "attache study",
    factCommand: String = "attache fact"
  ) {
    self.traits = traits
    self.studyCommand = studyCommand
    self.factCommand = factCommand
  }

  /// A report in words and bars.
  ///
  /// - Parameter report: What is to be shown.
  /// - Returns: The lines, from top to bottom.
  package func lines(_ report: StatsReport) -> [Line] {
    guard report.answers > 0 else { return beginning(report) }
    return summary(report)
      + groups(report.topics, under: StatsWords.byTopic)
      + groups(report.regions, under: StatsWords.byRegion)
      + prospects(report)
      + calibration(report)
      + habits(report)
      + leeches(report)
      + oddities(report)
      + flags(report.flags)
  }

  private func beginning(_ report: StatsReport) -> [Line] {
    [
      Line(StatsWords.nothingYet(report.learner, bank: report.bank), .heading),
      Line(StatsWords.begin(studyCommand, facts: report.all.facts)),
    ] + oddities(report) + flags(report.flags)
  }

  private func summary(_ report: StatsReport) -> [Line] {
    let known = StatsWords.knownNow(report.all.known)
    let bar = rows.bar(22).text(report.all.known.expected)
    var lines = [
      Line(StatsWords.title(report.learner, bank: report.bank), .heading),
      Line([Span(known)], trailing: traits.isScreenReader || rows.isNarrow ? nil : Span(bar)),
      Line(StatsWords.answered(report)),
      Line(StatsWords.whatKnownMeans, .faint),
    ]
    if !report.onlyTopics.isEmpty {
      lines.insert(Line(StatsWords.only(report.topics.map(\.title)), hanging: 2), at: 1)
    }
    return lines
  }

  private func groups(_ groups: [StatsReport.Group], under title: String) -> [Line] {
    guard !groups.isEmpty else { return [] }
    if traits.isScreenReader {
      return section(title)
        + groups.map { Line(StatsWords.spoken($0), indent: 2, hanging: 4) }
    }
    let counts = groups.map { "\($0.answered)/\($0.facts)" }
    let widest = counts.map(\.count).max() ?? 0
    return section("\(title) \(StatsWords.columns)")
      + zip(groups, counts).flatMap { group, count in
        rows.lines(
          group.title,
          bar: rows.bar(20).text(group.known.expected),
          figures: StatsWords.padded(PlanWords.percent(group.known.expected), to: 5),
          more: StatsWords.padded(count, to: widest)
        )
      }
  }

  private func prospects(_ report: StatsReport) -> [Line] {
    guard !report.prospects.isEmpty else { return [] }
    let isKept = report.prospects.contains { $0.ifKept != nil }
    let lines = section(StatsWords.prospects)
    if traits.isScreenReader {
      return lines
        + report.prospects.map {
          Line(StatsWords.spoken($0, perDay: report.perDay), indent: 2, hanging: 4)
        }
    }
    return lines
      + [
        Line(
          StatsWords.legend(perDay: isKept ? report.perDay : nil, hasUnicode: traits.hasUnicode),
          .faint,
          indent: 2
        )
      ]
      + report.prospects.flatMap { prospect in
        rows.lines(
          StatsWords.when(prospect),
          bar: rows.bar(20).text(prospect.asThingsStand.expected, upTo: prospect.ifKept),
          figures: StatsWords.shares(prospect, isKept: isKept)
        )
      }
  }

  private func calibration(_ report: StatsReport) -> [Line] {
    guard let overall = report.calibration else { return [] }
    let lines =
      section(StatsWords.calibration)
      + [Line(StatsWords.overall(overall), indent: 2)]
    guard report.calibrationByTenth.count > 1 else { return lines }
    if traits.isScreenReader {
      return lines
        + report.calibrationByTenth.map { Line(StatsWords.spoken($0), indent: 2, hanging: 4) }
    }
    return lines
      + report.calibrationByTenth.flatMap { tenth in
        rows.lines(
          StatsWords.said(tenth),
          bar: rows.bar(20).text(tenth.right),
          figures: StatsWords.padded(PlanWords.percent(tenth.right), to: 5)
        )
      }
  }

  private func habits(_ report: StatsReport) -> [Line] {
    var lines = section(StatsWords.habits)
    lines.append(Line(StatsWords.streak(report.practice), indent: 2))
    lines.append(Line(StatsWords.lately(report.practice), indent: 2))
    if !report.paces.isEmpty { lines.append(Line(StatsWords.paces(report.paces), indent: 2)) }
    lines.append(Line(StatsWords.forgetting(report.forgetting), indent: 2))
    return lines
  }

  private func leeches(_ report: StatsReport) -> [Line] {
    guard let first = report.leeches.first else { return [] }
    let shown = report.leeches.prefix(StatsScreen.listed)
    let rest = report.leechCount - shown.count
    return section(StatsWords.leeches(report.leechCount))
      + shown.flatMap { leech in
        [
          Line(bullet + leech.sentence, indent: 2, hanging: 2 + bullet.count),
          Line(StatsWords.failing(leech), .faint, indent: 2 + bullet.count),
        ]
      } + more(rest) + [Line(StatsWords.lookUp(factCommand, fact: first.fact), indent: 2)]
  }

  private func oddities(_ report: StatsReport) -> [Line] {
    var lines: [Line] = []
    if report.futureAnswers > 0 {
      lines.append(Line(StatsWords.future(report.futureAnswers)))
    }
    if !report.goneFacts.isEmpty {
      let named = report.goneFacts.prefix(StatsScreen.named)
      lines.append(Line(StatsWords.gone(report.goneFacts.count, named: Array(named))))
    }
    return lines.isEmpty ? [] : [.blank] + lines
  }

  private func flags(_ flags: [StatsReport.Flag]) -> [Line] {
    guard !flags.isEmpty else { return [] }
    let shown = flags.suffix(StatsScreen.listed)
    return section(StatsWords.flags)
      + (flags.count > shown.count
        ? [Line(StatsWords.earlier(flags.count - shown.count), indent: 2)] : [])
      + shown.map { flag in
        Line(bullet + StatsWords.flag(flag), indent: 2, hanging: 2 + bullet.count)
      }
  }

  private func section(_ title: String) -> [Line] { [.blank, Line(title, .strong)] }

  private func more(_ rest: Int) -> [Line] {
    rest > 0 ? [Line(StatsWords.more(rest), indent: 2)] : []
  }

  private var rows: BarRows { BarRows(traits: traits) }

  private var bullet: String { traits.isScreenReader ? "" : "- " }
}

/// Rows with a name at the left, and a bar and figures at the right.
struct BarRows: Sendable {
  let traits: TerminalTraits

  /// The columns there are.
  private var limit: Int { min(traits.width, TerminalTraits.comfortableWidth) }

  /// Whether a name and a bar do not fit beside each other.
  var isNarrow: Bool { limit < 60 }

  /// A bar of so many columns, fewer where the terminal is narrow.
  func bar(_ columns: Int) -> Bar {
    Bar(width: max(4, min(columns, limit / 4)), hasUnicode: traits.hasUnicode)
  }

  /// A row; two where the name leaves no room for the rest.
  ///
  /// - Parameters:
  ///   - name: What the row is of.
  ///   - bar: As drawn.
  ///   - figures: What stands behind the bar.
  ///   - more: What stands behind the figures, where there is room.
  /// - Returns: One line or two.
  func lines(_ name: String, bar: String, figures: String, more: String? = nil) -> [Line] {
    let isTiny = limit < 32
    let parts = isTiny && figures.count > 5 ? [figures] : [bar, figures]
    let text = (parts + (isTiny ? [] : [more].compactMap { $0 })).joined(separator: "  ")
    // In ASCII an arrow takes a column more.
    let needed = 2 + DisplayWidth.columns(of: name) + 3 + DisplayWidth.columns(of: text)
    if needed <= limit {
      return [Line([Span(name)], indent: 2, hanging: 4, trailing: Span(text))]
    }
    return [Line(name, indent: 2, hanging: 4), Line([], trailing: Span(text))]
  }
}
