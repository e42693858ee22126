import GameSession
import QuizModel
import TestSupport
import Testing

/// What holds of every line, shown with many thousands of them.
@Suite struct LineMeaningPropertyTests {
  private static let names = [
    "Guinea", "Guinea-Bissau", "Côte d’Ivoire", "Hintersee", "1958", "1960", "3", "1950s",
    "Why Not",
    "the United Kingdom", "São Tomé", "평양", "25 September 1958", "Undo", "a", "US", "Quito", "日本",
  ]
  private static let alphabet = Array("abcdefgtuinseqhkowyr0123456789 -’'éôã?평양日\u{301}🙂")

  /// A line such as people and cats type: random letters, or a name or command cut or changed.
  private func line(_ item: Item, _ random: inout SplitMix64) -> String {
    let letters = LineMeaningPropertyTests.alphabet
    let texts = item.options.map(\.text) + Command.allCases.map(\.rawValue)
    var line = ""
    if random.below(3) == 0 {
      for _ in 0..<random.below(6) { line.append(letters[random.below(letters.count)]) }
      return line
    }
    line = texts[random.below(texts.count)]
    if random.below(2) == 0 { line = String(line.prefix(random.below(line.count + 1))) }
    if random.below(4) == 0 { line = line.uppercased() }
    if random.below(4) == 0 { line.append(letters[random.below(letters.count)]) }
    if random.below(5) == 0 { line = " \(line)  " }
    if random.below(6) == 0, !line.isEmpty { line.removeFirst() }
    return line
  }

  private func item(_ random: inout SplitMix64) -> Item {
    if random.below(5) == 0 { return .sampleStatement(random.below(2) == 0) }
    let options = Array(random.shuffled(LineMeaningPropertyTests.names).prefix(3 + random.below(3)))
    return .sampleChoice(options, key: random.below(options.count))
  }

  /// The rule once more, written from its wording and not from its code.
  private func mayChoose(_ line: String, place: Int, of item: Item) -> Bool {
    let typed = Folding.folded(line).split(separator: " ").joined(separator: " ")
    let option = Folding.folded(item.options[place].text)
    if typed == option { return true }
    if item.form == .trueFalse, typed == ["t", "f"][place] { return true }
    if item.form == .multipleChoice {
      if typed == String(Array("abcde")[place]) || typed == String(place + 1) { return true }
    }
    guard option.hasPrefix(typed), typed.count(where: { $0.isLetter || $0.isNumber }) >= 3 else {
      return false
    }
    let rest = option.dropFirst(typed.count)
    let cutsNumber =
      typed.last.map { ("0"..."9").contains($0) } == true
      && rest.first.map { ("0"..."9").contains($0) } == true
    return !cutsNumber
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func optionIsChosenOnlyByItsLabelNumberWholeTextOrStart(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var chosen = 0
    for _ in 0..<1000 {
      let item = item(&random)
      let removed = Set(item.options.indices.filter { $0 != item.key && random.below(4) == 0 })
      let line = line(item, &random)
      let fitting = item.options.indices.filter { mayChoose(line, place: $0, of: item) }
      switch LineMeaning(line, item: item, removed: removed) {
      case .option(let place):
        chosen += 1
        #expect(fitting == [place], "\"\(line)\" at \(item.options.map(\.text))")
        #expect(!removed.contains(place), "\"\(line)\" chose what a hint had removed")
      case .removedOption(let place):
        #expect(fitting == [place] && removed.contains(place), "\"\(line)\"")
      case .ambiguous(let names):
        #expect(names.count >= 2 && Set(names).count == names.count, "\"\(line)\": \(names)")
      case .command(let command, let note):
        #expect(fitting.isEmpty, "\"\(line)\" is an option as well as \(command)")
        #expect(note.isEmpty || command == .flag)
      case .unknown:
        #expect(fitting.isEmpty, "\"\(line)\" should have chosen \(fitting)")
      case .empty:
        #expect(line.allSatisfy { $0 == " " })
      case .typed:
        Issue.record("\"\(line)\" is taken for a typed answer")
      }
    }
    // The lines would prove nothing if they never chose anything.
    #expect(chosen > 40)
  }

  @Test(arguments: 100..<110 as Range<UInt64>)
  func nothingIsChosenBetweenQuestions(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let item = item(&random)
      let line = line(item, &random)
      switch LineMeaning(line, item: nil) {
      case .option, .removedOption, .typed:
        Issue.record("\"\(line)\" chose an option that is not there")
      case .empty, .command, .ambiguous, .unknown: break
      }
    }
  }

  @Test func blanksAndCapitalsChangeNothing() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<500 {
      let item = item(&random)
      let option = item.options[random.below(item.options.count)].text
      let plain = LineMeaning(option, item: item)
      #expect(LineMeaning("  \(option.uppercased()) ", item: item) == plain, "\(option)")
    }
  }
}
