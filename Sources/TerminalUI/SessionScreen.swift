package import GameSession
import QuizModel

/// What a game shows: messages in, screens out.
package struct SessionScreen: Sendable {
  private let traits: TerminalTraits
  private let topicTitles: [String: String]
  private let playCommand: String?
  private let citesMissed: Bool

  /// A view of a game.
  ///
  /// - Parameters:
  ///   - traits: What the terminal can show.
  ///   - topics: The titles of topics by their short names.
  ///   - playCommand: What starts another game like this one; `nil` where none is to follow.
  ///   - citesMissed: Whether what was missed is listed with its sources at the end.
  package init(
    traits: TerminalTraits,
    topics: [String: String],
    playCommand: String? = "attache play",
    citesMissed: Bool = false
  ) {
    self.traits = traits
    topicTitles = topics
    self.playCommand = playCommand
    self.citesMissed = citesMissed
  }

  /// What a prompt says; the limit is in seconds, where an answer is limited.
  package static func prompt(_ prompt: SessionPrompt, timeLimit: Int?) -> String {
    switch prompt {
    case .answer: SessionWords.seconds(timeLimit)
    case .goAhead(let isLast, let canUndo):
      SessionWords.goAhead(isLast: isLast, canUndo: canUndo)
    }
  }

  /// A message as a screen.
  package func screen(_ message: SessionMessage) -> Screen {
    switch message {
    case .question(let question): questionScreen(question)
    case .verdict(let verdict): verdictScreen(verdict)
    case .whys(let item): whysScreen(item)
    case .sources(let item): sourcesScreen(item)
    case .score(let score): Screen([Line(SessionWords.score(score))])
    case .help(let item): helpScreen(item)
    case .flagged(let note): Screen([Line(SessionWords.flagged(note))])
    case .undone: Screen([Line(SessionWords.undone)])
    case .nothingToUndo: Screen([Line(SessionWords.nothingToUndo)])
    case .noHint: Screen([Line(SessionWords.noHint)])
    case .onlyBeforeAnswer(let command): Screen([Line(SessionWords.onlyBefore(command))])
    case .onlyAfterAnswer(let command): Screen([Line(SessionWords.onlyAfter(command))])
    case .ambiguous(let names): Screen([Line(SessionWords.ambiguous(names))])
    case .unknown(let text, let item, let removed):
      Screen([Line(SessionWords.unknown(text, item: item, removed: removed))])
    case .unknownName(let text): Screen([Line(SessionWords.unknownName(text))])
    case .partOfName(let text): Screen([Line(SessionWords.partOfName(text))])
    case .removedOption(let text): Screen([Line(SessionWords.removedOption(text))])
    case .answerWanted(let item, let removed):
      Screen([Line(SessionWords.answerWanted(item, removed: removed))])
    case .exhausted: Screen([Line(SessionWords.exhausted)])
    case .kept: Screen([Line(SessionWords.kept)])
    case .notWhileGraded(let command): Screen([Line(SessionWords.notWhileGraded(command))])
    case .stopped(let answered): Screen([.blank, Line(SessionWords.stopped(answered))])
    case .summary(let summary): summaryScreen(summary)
    }
  }

  private func questionScreen(_ question: ShownQuestion) -> Screen {
    let item = question.item
    let points = question.points.map { SessionWords.points($0) }
    var lines: [Line] = [.blank]
    if traits.isScreenReader {
      let position = SessionWords.spokenPosition(question.number, of: question.total)
      lines.append(Line(position + (points.map { " \($0)." } ?? "")))
    } else {
      let position = SessionWords.position(question.number, of: question.total)
      lines.append(
        Line(
          [Span(position, .heading)],
          trailing: points.map { Span($0, .faint) }
        )
      )
    }
    if let lead = SessionWords.lead(item) { lines.append(Line(lead)) }
    lines.append(Line(item.stem, .strong))
    if let clue = question.clue { lines.append(Line(SessionWords.clue(clue), indent: 2)) }
    for (place, label) in item.labels.enumerated() {
      lines.append(
        option(item.options[place], label: label, isGone: question.removed.contains(place))
      )
    }
    return Screen(lines)
  }

  private func option(_ option: ItemOption, label: String, isGone: Bool) -> Line {
    let mark = mark(label)
    guard isGone else { return Line([Span(mark), Span(option.text)], indent: 2, hanging: 5) }
    return Line(
      [Span(mark, .faint), Span("\(option.text) \(SessionWords.removed)", .faint)],
      indent: 2,
      hanging: 5
    )
  }

  /// What stands in front of an option.
  private func mark(_ label: String) -> String {
    traits.isScreenReader ? "\(label): " : "\(label)) "
  }

  private func verdictScreen(_ verdict: Verdict) -> Screen {
    let item = verdict.item
    var first: [Span]
    switch verdict.outcome {
    case .right:
      let right = SessionWords.right(verdict.points, spelling: verdict.spelling)
      first = [Span(right, .right), Span(" \(item.explanation)")]
    case .wrong, .wrongTyped:
      first = [Span(SessionWords.wrong, .wrong)] + correction(item)
    case .skipped:
      first = [Span(SessionWords.skipped)] + correction(item)
    case .timedOut:
      first = [Span(SessionWords.timedOut, .wrong)] + correction(item)
    }
    var lines = [Line(first)]
    if let why = truth(of: verdict) { lines.append(Line(why, indent: 2)) }
    if verdict.mayBeOutdated {
      lines.append(Line(SessionWords.mayBeOutdated, indent: 2))
    }
    lines.append(sourceLine(item))
    // Before the answer the topic would tell which option fits.
    let topic = topicTitles[item.topic] ?? item.topic
    if !topic.isEmpty { lines.append(Line(SessionWords.topic(topic), .faint, indent: 2)) }
    return Screen(lines)
  }

  /// What is true of the wrong answer that was given, unless the explanation says it.
  private func truth(of verdict: Verdict) -> String? {
    let why: String
    switch verdict.outcome {
    case .wrong(let place): why = verdict.item.options[place].why
    case .wrongTyped(let known): why = known
    case .right, .skipped, .timedOut: return nil
    }
    let isNew = !why.isEmpty && Folding.folded(why) != Folding.folded(verdict.item.explanation)
    return isNew ? why : nil
  }

  private func correction(_ item: Item) -> [Span] {
    let answer =
      switch item.form {
      case .multipleChoice:
        item.explanationHoldsKey
          ? SessionWords.answerIs(item.labels[item.key])
          : SessionWords.answerIs(mark(item.labels[item.key]) + item.keyOption.text)
      case .trueFalse:
        item.key == 0 ? SessionWords.statementHolds : SessionWords.statementFails
      case .typed: item.explanationHoldsKey ? "" : SessionWords.answerIs(item.answer)
      }
    return [Span(" \(answer.isEmpty ? "" : answer + " ")\(item.explanation)")]
  }

  private func sourceLine(_ item: Item) -> Line {
    guard let source = item.sources.first else {
      return Line(SessionWords.noSource, .faint, indent: 2)
    }
    return Line(SessionWords.source(source, of: item), .faint, indent: 2)
  }

  private func whysScreen(_ item: Item) -> Screen {
    var lines = [Line(item.explanation)]
    guard item.form == .multipleChoice else {
      for option in item.options
      where !option.why.isEmpty && Folding.folded(option.why) != Folding.folded(item.explanation) {
        lines.append(Line(option.why, indent: 2))
      }
      return Screen(lines)
    }
    let told = Folding.folded(item.explanation)
    for (place, option) in item.options.enumerated()
    where place != item.key && Folding.folded(option.why) != told {
      let why = option.why.isEmpty ? option.text : option.why
      lines.append(Line(mark(item.labels[place]) + why, indent: 2, hanging: 5))
    }
    return Screen(lines)
  }

  private func sourcesScreen(_ item: Item) -> Screen {
    guard !item.sources.isEmpty else { return Screen([Line(SessionWords.noSource, indent: 2)]) }
    return Screen(SourceLines.lines(item.sources, indent: 2))
  }

  private func helpScreen(_ item: Item?) -> Screen {
    Screen(
      SessionWords.help(item).map { word, meaning in
        Line([Span(word, .strong), Span(": \(meaning)")], indent: 2, hanging: 4)
      }
    )
  }

  private func summaryScreen(_ summary: SessionSummary) -> Screen {
    guard summary.score.answered > 0 else {
      return Screen([.blank, Line(SessionWords.nothingAnswered)])
    }
    var lines = [Line.blank, Line(SessionWords.score(summary.score), .heading)]
    if !summary.missed.isEmpty {
      lines.append(Line(SessionWords.missed))
      for item in summary.missed {
        let bullet = traits.isScreenReader ? "" : "- "
        lines.append(Line(bullet + item.stem, indent: 2, hanging: 4))
        lines.append(Line(item.explanation, indent: 4))
        if citesMissed { lines += SourceLines.lines(item.sources, indent: 6) }
      }
    }
    let total = summary.pointsBefore + summary.score.points
    let rank = Rank(points: total)
    lines.append(
      rank > Rank(points: summary.pointsBefore)
        ? Line(SessionWords.promoted(rank, points: total), .right)
        : Line(SessionWords.rank(rank, points: total))
    )
    guard let playCommand else { return Screen(lines) }
    let topics = Dictionary(grouping: summary.missed, by: \.topic)
    let weakest = topics.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    lines.append(
      Line(
        weakest.map { SessionWords.goOn(playCommand, topic: $0) }
          ?? SessionWords.playAgain(playCommand)
      )
    )
    return Screen(lines)
  }
}
