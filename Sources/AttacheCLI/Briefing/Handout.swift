import Exchange
import GameSession
import QuestionBank
import QuizModel
import TerminalUI

/// A briefing to hand out: the reading, its questions, and the key, as Markdown.
struct Handout {
  /// The topic's title, for a reading without one.
  let title: String
  /// The reading; `nil` where the topic has none.
  let briefing: Briefing?
  /// What the reading rests on.
  let sources: [Source]
  /// The questions, in order.
  let items: [Item]
  /// The bank.
  let bank: BankDescription
  /// What prints the same once more.
  let command: String

  /// The text, closed by a line feed.
  var markdown: String {
    var blocks = ["# \(Markdown.text(briefing?.title ?? title))"]
    blocks += readingBlocks
    if !sources.isEmpty {
      blocks += ["## \(HandoutWords.sources)", lines(sources.map { "- \(cited($0))" })]
    }
    if !items.isEmpty {
      blocks.append("## \(HandoutWords.questions)")
      blocks += items.enumerated().map { question($1, number: $0 + 1) }
      blocks.append("## \(HandoutWords.key)")
      blocks += items.enumerated().map { solution($1, number: $0 + 1) }
    }
    blocks += ["---", imprint]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var readingBlocks: [String] {
    var blocks: [String] = []
    var wasEntry = false
    for block in briefing?.blocks ?? [] {
      switch block {
      case .heading(let text): blocks.append("## \(Markdown.text(text))")
      case .paragraph(let text): blocks.append(Markdown.text(text))
      case .entry(let text):
        let entry = "- \(Markdown.text(text))"
        if wasEntry, let last = blocks.popLast() {
          blocks.append("\(last)\n\(entry)")
        } else {
          blocks.append(entry)
        }
      }
      if case .entry = block { wasEntry = true } else { wasEntry = false }
    }
    return blocks
  }

  /// A stem and its options, each on a line of its own within one entry of a list.
  private func question(_ item: Item, number: Int) -> String {
    let stem = Markdown.text(item.stem)
    let first = item.form == .trueFalse ? "\(HandoutWords.trueOrFalse) \(stem)" : stem
    let options = zip(item.labels, item.options).map { label, option in
      "\(label)) \(Markdown.text(option.text))"
    }
    // Two spaces break the line in every dialect.
    return entry([first] + options, number: number, separator: "  \n")
  }

  private func solution(_ item: Item, number: Int) -> String {
    // What is answered in words of one's own shows no options.
    let showsOptions = item.labels.indices.contains(item.key)
    let answer =
      showsOptions
      ? "**\(item.labels[item.key])) \(Markdown.text(item.keyOption.text))**"
      : "**\(Markdown.text(item.answer))**"
    return entry(
      ["\(answer) – \(Markdown.text(item.explanation))"] + item.sources.map { "- \(cited($0))" },
      number: number,
      separator: "\n"
    )
  }

  private func entry(_ lines: [String], number: Int, separator: String) -> String {
    let mark = "\(number). "
    let indent = String(repeating: " ", count: mark.count)
    return mark + lines.joined(separator: separator + indent)
  }

  private func cited(_ source: Source) -> String {
    Markdown.text(SourceLines.cited(source))
      + (source.url.isEmpty ? "" : ", \(Markdown.link(source.url))")
  }

  private func lines(_ texts: [String]) -> String { texts.joined(separator: "\n") }

  private var imprint: String {
    let about = HandoutWords.imprint(
      bank.title,
      version: bank.version,
      asOf: BankWords.date(bank.asOf),
      licences: bank.licences
    )
    return "\(Markdown.text(about)) \(HandoutWords.again) \(Markdown.code(command))"
  }
}

/// Every word of a handout that is not the bank's.
private enum HandoutWords {
  static let sources = "Sources"
  static let questions = "Questions"
  static let key = "Key"
  static let trueOrFalse = "True or false?"
  static let again = "The same once more:"

  static func imprint(
    _ title: String,
    version: String,
    asOf: String,
    licences: [String]
  ) -> String {
    let licence = licences.isEmpty ? "" : ", licence \(licences.joined(separator: ", "))"
    return "\(title), version \(version), facts checked up to \(asOf)\(licence)."
  }
}
