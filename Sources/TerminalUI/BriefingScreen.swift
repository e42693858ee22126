package import QuizModel

/// What a briefing looks like before its questions.
package struct BriefingScreen: Sendable {
  /// A topic as it is offered.
  package struct Entry: Hashable, Sendable {
    /// Its title.
    package let title: String
    /// How many questions there are on it.
    package let questions: Int

    /// A topic by its title and the number of its questions.
    package init(title: String, questions: Int) {
      self.title = title
      self.questions = questions
    }
  }

  private let traits: TerminalTraits

  /// A view of briefings.
  package init(traits: TerminalTraits) {
    self.traits = traits
  }

  /// The topics of a bank, numbered from 1 on.
  package func topics(_ topics: [Entry]) -> [Line] {
    let width = String(topics.count).count
    return topics.enumerated().map { place, topic in
      let number = String(place + 1)
      let indent = 2 + width - number.count
      return Line(
        [
          Span("\(number). \(topic.title) "),
          Span("(\(BriefingWords.questions(topic.questions)))", .faint),
        ],
        indent: indent,
        hanging: 2 + width + 2
      )
    }
  }

  /// The reading: title, text and sources.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - blocks: The text; empty where there is none.
  ///   - sources: What it rests on.
  ///   - listsSources: Whether the sources are listed, or only counted as they can be asked for.
  /// - Returns: The lines, from top to bottom.
  package func reading(
    title: String,
    blocks: [Briefing.Block],
    sources: [Source],
    listsSources: Bool
  ) -> [Line] {
    var lines = [Line(title, .heading)]
    if blocks.isEmpty { lines += [.blank, Line(BriefingWords.noReading)] }
    for (place, block) in blocks.enumerated() {
      // The entries of a list stand together.
      if place == 0 || !(block.isEntry && blocks[place - 1].isEntry) { lines.append(.blank) }
      lines.append(line(block))
    }
    guard !sources.isEmpty else { return lines }
    return lines + [.blank]
      + (listsSources
        ? self.sources(sources) : [Line(BriefingWords.sourceCount(sources.count), .faint)])
  }

  /// What a reading rests on, in full.
  package func sources(_ sources: [Source]) -> [Line] {
    guard !sources.isEmpty else { return [Line(BriefingWords.noSources)] }
    return [Line(BriefingWords.sources)] + SourceLines.lines(sources, indent: 2)
  }

  private func line(_ block: Briefing.Block) -> Line {
    switch block {
    case .heading(let text): Line(text, .heading)
    case .paragraph(let text): Line(text)
    case .entry(let text): Line((traits.isScreenReader ? "" : "- ") + text, indent: 2, hanging: 4)
    }
  }
}

extension Briefing.Block {
  fileprivate var isEntry: Bool {
    if case .entry = self { true } else { false }
  }
}
