package import QuizModel

/// What a typed line means.
package enum LineMeaning: Hashable, Sendable {
  /// Nothing was typed.
  case empty
  /// The option at this place.
  case option(Int)
  /// The answer to a typed item.
  case typed(String)
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
  /// things is neither: nothing typed is taken for an answer by accident. Of an item whose answer is
  /// typed see ``init(typedAnswer:)``.
  ///
  /// - Parameters:
  ///   - line: What was typed.
  ///   - item: What was asked; `nil` between questions, where only commands have a meaning.
  ///   - removed: The places of the options that hints took away.
  package init(_ line: String, item: Item?, removed: Set<Int> = []) {
    guard item?.form != .typed else {
      self.init(typedAnswer: line)
      return
    }
    let typed = LineMeaning.squeezed(line)
    let text = Folding.folded(typed)
    guard !text.isEmpty else {
      self = .empty
      return
    }
    guard text != "?" else {
      self = .command(.help, note: "")
      return
    }
    guard item != nil || text != "n" else {
      self = .command(.next, note: "")
      return
    }
    let places = item.map { LineMeaning.places(text, in: $0) } ?? []
    let commands = LineMeaning.commands(text)
    let names = places.compactMap { item?.options[$0].text } + commands.map(\.rawValue)
    if names.count > 1 {
      self = .ambiguous(names)
    } else if let place = places.first {
      self = removed.contains(place) ? .removedOption(place) : .option(place)
    } else if let command = commands.first {
      let note = typed.split(separator: " ", maxSplits: 1).dropFirst().first
      self = .command(command, note: note.map(String.init) ?? "")
    } else {
      self = .unknown(typed)
    }
  }

  /// The options that a text stands for, by letter, number, whole text or start.
  private static func places(_ text: String, in item: Item) -> [Int] {
    item.options.indices.filter { place in
      text == item.labels[place] || text == item.number(of: place)
        || fits(text, option: Folding.folded(squeezed(item.options[place].text)))
    }
  }

  private static func commands(_ text: String) -> [Command] {
    let words = text.split(separator: " ", maxSplits: 1)
    guard let first = words.first, first.count >= shortestCommandStart else { return [] }
    return Command.allCases.filter { command in
      command.rawValue.hasPrefix(first) && (words.count == 1 || command == .flag)
    }
  }

  private static func fits(_ text: String, option: String) -> Bool {
    if text == option { return true }
    let letters = text.count { $0.isLetter || $0.isNumber }
    guard letters >= shortestOptionStart, option.hasPrefix(text) else { return false }
    // The start of a number is another number: 195 is not 1958, nor the 1950s.
    let isCutNumber =
      isDigit(text.last) && isDigit(option.dropFirst(text.count).first)
    return !isCutNumber
  }

  private static func isDigit(_ character: Character?) -> Bool {
    character.map { ("0"..."9").contains($0) } ?? false
  }

  /// A text with single blanks, and none at its ends.
  static func squeezed(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}

extension Item {
  /// What each option is chosen by: letters from `a` on, or `t` and `f` of a statement; nothing where
  /// the answer is typed.
  package var labels: [String] {
    switch form {
    case .multipleChoice: options.indices.map { String(UnicodeScalar(UInt8(97 + min($0, 25)))) }
    case .trueFalse: ["t", "f"]
    case .typed: []
    }
  }

  /// The number that an option is chosen by; a statement has none.
  fileprivate func number(of place: Int) -> String? {
    form == .multipleChoice ? String(place + 1) : nil
  }
}
