package import Classroom
import GameSession
import QuizModel

/// What a game in the room shows on the projector: messages in, screens out.
package struct RoomScreen: Sendable {
  /// Those who take part of whom the whole score is shown after each answer; of more, the first.
  private static let shownStandings = 8

  private let traits: TerminalTraits
  private let topicTitles: [String: String]

  /// A view of a game.
  ///
  /// - Parameters:
  ///   - traits: What the terminal can show.
  ///   - topics: The titles of topics by their ids.
  package init(traits: TerminalTraits, topics: [String: String]) {
    self.traits = traits
    topicTitles = topics
  }

  /// What a prompt says.
  package static func prompt(_ prompt: RoomPrompt) -> String { RoomWords.prompt(prompt) }

  /// A message as a screen.
  package func screen(_ message: RoomMessage) -> Screen {
    switch message {
    case .question(let item, let number, let total, let standings):
      Screen(players(standings, isFirst: number == 1) + question(item, number: number, of: total))
    case .noted(let notes, let missing):
      Screen([
        Line(RoomWords.noted(notes), indent: 2, hanging: 4),
        Line(RoomWords.missing(missing), .faint, indent: 2, hanging: 4),
      ])
    case .reveal(let item, let choices, let standings):
      reveal(item, choices: choices, standings: standings)
    case .session(let message):
      SessionScreen(traits: traits, topics: topicTitles).screen(message)
    case .standings(let standings): Screen(score(standings, limit: standings.count))
    case .missing(let names): said(RoomWords.allMissing(names))
    case .skipped: said(RoomWords.skipped)
    case .undone: said(RoomWords.undone)
    case .nothingToUndo: said(RoomWords.nothingToUndo)
    case .onlyBefore(let command): said(RoomWords.onlyBefore(command))
    case .onlyAfter(let command): said(RoomWords.onlyAfter(command))
    case .notAll(let missing): said(RoomWords.notAll(missing))
    case .problem(let problem): said(RoomWords.problem(problem))
    case .help(let isRevealed): help(isRevealed: isRevealed)
    case .summary(let standings, let asked, let total, let isOver):
      Screen(
        [.blank, Line(RoomWords.summary(asked: asked, of: total, isOver: isOver), .heading)]
          + score(standings, limit: standings.count)
      )
    }
  }

  private func said(_ text: String) -> Screen { Screen([Line(text, hanging: 2)]) }

  /// Large: a line of its own for everything, and air between.
  private func question(_ item: Item, number: Int, of total: Int) -> [Line] {
    var lines: [Line] =
      traits.isScreenReader
      ? [.blank, Line(RoomWords.spokenPosition(number, of: total))]
      : [
        .blank, .blank,
        Line(RoomWords.position(number, of: total), .heading),
        .blank,
      ]
    if item.form == .trueFalse { lines.append(Line(RoomWords.trueOrFalse, indent: 2)) }
    lines.append(Line(item.stem, .strong, indent: 2))
    for (label, option) in zip(item.labels, item.options) {
      if !traits.isScreenReader { lines.append(.blank) }
      lines.append(Line([Span(mark(label), .strong), Span(option.text)], indent: 4, hanging: 6))
    }
    if !traits.isScreenReader { lines.append(.blank) }
    return lines
  }

  /// Who plays, at the beginning; of a whole class everybody knows.
  private func players(_ standings: [RoomStanding], isFirst: Bool) -> [Line] {
    guard isFirst, (1...RoomScreen.shownStandings).contains(standings.count) else { return [] }
    return [.blank, Line(RoomWords.players(standings), hanging: 2)]
  }

  private func mark(_ label: String) -> String {
    traits.isScreenReader ? "\(label): " : "\(label.uppercased()) "
  }

  private func reveal(
    _ item: Item,
    choices: [RoomChoice],
    standings: [RoomStanding]
  ) -> Screen {
    let key = item.labels.indices.contains(item.key) ? item.labels[item.key] : ""
    var lines: [Line] = [
      .blank,
      Line(
        [
          Span(
            RoomWords.answerIs(key, item.explanationHoldsKey ? nil : item.keyOption.text),
            .right
          )
        ],
        indent: 2,
        hanging: 4
      ),
      Line(item.explanation, indent: 2, hanging: 4),
    ]
    lines += sources(item)
    let topic = topicTitles[item.topic] ?? item.topic
    if !topic.isEmpty { lines.append(Line(SessionWords.topic(topic), .faint, indent: 2)) }
    let answered = choices.filter { $0.label != nil }
    let (right, wrong) = (answered.filter(\.isRight), answered.filter { !$0.isRight })
    if !answered.isEmpty {
      lines.append(.blank)
      lines += names(right, wrong: wrong)
    }
    lines += score(standings, limit: RoomScreen.shownStandings)
    return Screen(lines)
  }

  private func sources(_ item: Item) -> [Line] {
    guard let source = item.sources.first else { return [] }
    return [Line(SessionWords.source(source, of: item), .faint, indent: 2, hanging: 4)]
  }

  private func names(_ right: [RoomChoice], wrong: [RoomChoice]) -> [Line] {
    guard !right.isEmpty else {
      let chose = wrong.map(RoomWords.chose).joined(separator: ", ")
      return [Line("\(RoomWords.nobodyRight) \(chose)", indent: 2, hanging: 4)]
    }
    let points = RoomWords.points(right.first?.points ?? 0)
    let who = right.map(\.name).joined(separator: ", ")
    var lines = [
      Line(
        [Span(RoomWords.rightHeading, .right), Span(" \(points) \(who)")],
        indent: 2,
        hanging: 4
      )
    ]
    if wrong.isEmpty {
      lines.append(Line(RoomWords.allRight, indent: 2))
    } else {
      let others = wrong.map(RoomWords.chose).joined(separator: ", ")
      lines.append(Line("\(RoomWords.wrongHeading) \(others)", indent: 2, hanging: 4))
    }
    return lines
  }

  /// Those with the most points first; equals in the order of their numbers.
  private func score(_ standings: [RoomStanding], limit: Int) -> [Line] {
    let ordered = standings.enumerated().sorted { left, right in
      (right.element.points, left.offset) < (left.element.points, right.offset)
    }.map(\.element).filter { $0.answered > 0 || standings.count <= limit }
    guard !ordered.isEmpty else { return [] }
    return [.blank, Line(RoomWords.score, .heading, indent: 2)]
      + ordered.prefix(limit).map { standing in
        Line(
          [Span(standing.name, .strong), Span(": \(RoomWords.standing(standing))")],
          indent: 4,
          hanging: 6
        )
      }
  }

  private func help(isRevealed: Bool) -> Screen {
    Screen(
      RoomWords.help(isRevealed: isRevealed).map { word, meaning in
        Line([Span(word, .strong), Span(": \(meaning)")], indent: 2, hanging: 4)
      }
    )
  }
}
