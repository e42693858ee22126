import QuizModel
package import Study

/// Everything about one fact, as lines.
package struct FactScreen: Sendable {
  private let traits: TerminalTraits
  private let factCommand: String
  private let studyCommand: String

  /// How many answers are listed.
  private static let listed = 12

  /// A view of facts.
  ///
  /// - Parameters:
  ///   - traits: What the terminal can show.
  ///   - factCommand: What tells everything of one fact.
  ///   - studyCommand: What asks the next questions.
  package init(
    traits: TerminalTraits,
    factCommand: String = "attache fact",
    studyCommand: String = "attache study"
  ) {
    self.traits = traits
    self.factCommand = factCommand
    self.studyCommand = studyCommand
  }

  /// A fact in words.
  ///
  /// - Parameter report: What is to be shown.
  /// - Returns: The lines, from top to bottom.
  package func lines(_ report: FactReport) -> [Line] {
    var lines = [Line(report.id, .heading)]
    if !report.topics.isEmpty {
      lines.append(Line(report.topics.joined(separator: "; "), .faint, indent: 2))
    }
    lines += report.sentences.map { Line($0) }
    lines.append(Line(FactWords.standing(report), .faint))
    if report.hasChanged { lines.append(Line(FactWords.changed, .wrong)) }
    return lines + sources(report.sources) + memory(report) + answers(report)
      + siblings(report)
  }

  /// Several facts that were found, of which one can be named.
  ///
  /// - Parameters:
  ///   - mentions: Those that are listed.
  ///   - total: How many were found.
  /// - Returns: The lines, from top to bottom.
  package func list(_ mentions: [FactReport.Mention], of total: Int) -> [Line] {
    var lines = [Line(FactWords.found(total), .strong)]
    lines += mentions.map(line)
    if total > mentions.count {
      lines.append(Line(FactWords.narrower(total - mentions.count), indent: 2))
    }
    if let first = mentions.first {
      lines.append(Line(FactWords.lookUp(factCommand, fact: first.id)))
    }
    return lines
  }

  private func sources(_ sources: [Source]) -> [Line] {
    guard !sources.isEmpty else { return [Line(SessionWords.noSource, .faint)] }
    return section(FactWords.sources)
      + sources.flatMap { source in
        [Line(bullet + FactWords.cited(source), indent: 2, hanging: 2 + bullet.count)]
          + (source.url.isEmpty ? [] : [Line(source.url, .faint, indent: 2 + bullet.count)])
      }
  }

  private func memory(_ report: FactReport) -> [Line] {
    var lines = section(FactWords.memory)
    if let memory = report.memory {
      lines.append(Line(FactWords.lasts(memory), indent: 2))
      lines.append(Line(FactWords.difficulty(memory), indent: 2))
    } else {
      lines.append(Line(FactWords.neverAsked(report.chanceUnasked), indent: 2))
    }
    lines.append(Line(FactWords.next(report.next, studyCommand: studyCommand), indent: 2))
    if !report.takenFor.isEmpty {
      lines.append(Line(FactWords.takenFor(report.takenFor), indent: 2))
    }
    return lines
  }

  private func answers(_ report: FactReport) -> [Line] {
    guard !report.answers.isEmpty else { return [] }
    let shown = report.answers.suffix(FactScreen.listed)
    let rest = report.answers.count - shown.count
    let right = report.answers.count { $0.isRight }
    return section(FactWords.answers(report.answers.count, right: right))
      + (rest > 0 ? [Line(FactWords.earlier(rest), indent: 2)] : [])
      + shown.map { answer in
        Line(
          [
            Span(bullet + FactWords.day(answer.day) + ": "),
            Span(FactWords.verdict(answer), answer.isRight ? .right : .wrong),
            Span(FactWords.circumstances(answer)),
          ],
          indent: 2,
          hanging: 2 + bullet.count
        )
      }
  }

  private func siblings(_ report: FactReport) -> [Line] {
    guard !report.siblings.isEmpty else { return [] }
    let rest = report.siblingCount - report.siblings.count
    return section(FactWords.siblings) + report.siblings.map(line)
      + (rest > 0 ? [Line(StatsWords.more(rest), indent: 2)] : [])
  }

  private func line(_ mention: FactReport.Mention) -> Line {
    Line(
      [Span("\(mention.id): ", .strong), Span(mention.sentence)],
      indent: 2,
      hanging: 4
    )
  }

  private func section(_ title: String) -> [Line] { [.blank, Line(title, .strong)] }

  private var bullet: String { traits.isScreenReader ? "" : "- " }
}
