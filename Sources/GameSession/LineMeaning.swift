package import QuizModel

/// What a typed line means.
package enum LineMeaning: Hashable, Sendable {
  /// Nothing was typed.
  case empty
  /// The option at this place.
  case option(Int)
  /// A command; the text behind `flag` is the note.
  case command(Command, note: String)
  /// An option that a hint took away.
  case removedOption(Int)
  /// It fits several things, named here.
  case ambiguous([String])
  /// It fits nothing.
  case unknown(String)
}

extension LineMeaning {
  /// The shortest start of an option's text that stands for it, in letters.
  private static let shortestOptionStart = 3
  /// The shortest start of a command that stands for it, in letters.
  private static let shortestCommandStart = 2

  /// Reads a line as an answer to an item, or as a command.
  ///
  /// One character is the letter or number of an option, or `t` or `f` of a statement. Longer text
  /// is an option if it is the whole of it or its start; a number has to be whole. What fits two
  /// things is neither: nothing typed is taken for an answer by accident.
  ///
  /// - Parameters:
  ///   - line: What was typed.
  ///   - item: What was asked; `nil` between questions, where only commands have a meaning.
  ///   - removed: The places of the options that hints took away.
  package init(_ line: String, item: Item?, removed: Set<Int> = []) {
    let text = Folding.folded(line).split(separator: " ").joined(separator: " ")
    guard !text.isEmpty else {
      self = .empty
      return
    }
    if text == "?" {
      self = .command(.help, note: "")
    } else if text.count == 1 {
      self = LineMeaning.single(text, item: item, removed: removed)
    } else {
      self = LineMeaning.longer(text, typed: line, item: item, removed: removed)
    }
  }

  private static func single(_ text: String, item: Item?, removed: Set<Int>) -> LineMeaning {
    guard let item, let place = item.labels.firstIndex(of: text) ?? item.place(ofNumber: text)
    else { return .unknown(text) }
    return removed.contains(place) ? .removedOption(place) : .option(place)
  }

  private static func longer(
    _ text: String,
    typed: String,
    item: Item?,
    removed: Set<Int>
  ) -> LineMeaning {
    let places = (item?.options.indices.map { $0 } ?? []).filter { place in
      guard let option = item?.options[place] else { return false }
      return fits(text, option: Folding.folded(option.text))
    }
    let words = text.split(separator: " ", maxSplits: 1)
    let first = words.first.map(String.init) ?? text
    let commands = Command.allCases.filter { command in
      first.count >= shortestCommandStart && command.rawValue.hasPrefix(first)
        && (words.count == 1 || command == .flag)
    }
    let names =
      places.compactMap { item?.options[$0].text } + commands.map(\.rawValue)
    guard names.count == 1 else { return names.isEmpty ? .unknown(text) : .ambiguous(names) }
    if let place = places.first {
      return removed.contains(place) ? .removedOption(place) : .option(place)
    }
    guard let command = commands.first else { return .unknown(text) }
    let note = typed.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
    return .command(command, note: note)
  }

  private static func fits(_ text: String, option: String) -> Bool {
    if text == option { return true }
    if option.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return false }
    let letters = text.count { $0.isLetter || $0.isNumber }
    return letters >= shortestOptionStart && option.hasPrefix(text)
  }
}

extension Item {
  /// What each option is chosen by: letters from `a` on, or `t` and `f` of a statement.
  package var labels: [String] {
    form == .trueFalse
      ? ["t", "f"] : options.indices.map { String(UnicodeScalar(UInt8(97 + min($0, 25)))) }
  }

  fileprivate func place(ofNumber text: String) -> Int? {
    guard form == .multipleChoice, let number = Int(text), options.indices.contains(number - 1)
    else { return nil }
    return number - 1
  }
}
