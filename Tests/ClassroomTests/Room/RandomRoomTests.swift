import Classroom
import QuizModel
import ScoreStore
import Testing

/// Games in the room in which anything is typed.
@Suite struct RandomRoomTests {
  private let people = SampleClass.participants(["Red", "Blue", "Ann B", "b", "7b"])

  /// A line that is mostly sensible.
  private func line(using random: inout SplitMix64) -> String {
    let letters = ["a", "b", "c", "d", "t", "f", "-", "z", "A"]
    func letter() -> String { letters[random.below(letters.count)] }
    switch random.below(12) {
    case 0, 1: return ["", "next", "re", "reveal"][random.below(4)]
    case 2: return RoomCommand.allCases.filter { $0 != .quit }[random.below(9)].rawValue
    case 3: return "undo"
    case 4, 5:
      return (0..<5).map { _ in letter() }.joined(separator: random.below(2) == 0 ? "" : " ")
    case 6, 7: return "\(random.below(7))\(letter())"
    case 8: return "\(people[random.below(5)].name) \(letter()), \(random.below(7)) \(letter())"
    case 9: return ["red", "ann", "b b", "7b b", "ann b b", ", ;", "?", "😀 a"][random.below(8)]
    default:
      let alphabet = Array("ab3 ,;-\t\u{1b}é7\u{301}")
      return String((0..<random.below(9)).map { _ in alphabet[random.below(alphabet.count)] })
    }
  }

  @Test("never trap, and always stand as the log says", arguments: 0..<25)
  func anyLines(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let ledger = try Ledger()
    let activity = try SampleActivity.game(6, people)
    var table = try RoomTable(activity, people, ledger: ledger)
    for _ in 0..<120 where !table.isOver {
      try table.type(line(using: &random))
      if !table.isOver { #expect(try table.standings() == table.standingsOfLog()) }
      guard random.below(15) == 0 else { continue }
      // Stopped, and gone on with on another day.
      let last = try lastAnswered(in: activity, ledger) ?? 0
      table = try RoomTable(activity, people, ledger: ledger)
      // The answer that the room saw last is shown once more, or the question that was open.
      let wasShown = table.effects.outline.first == "say reveal"
      if wasShown { try table.type("") }
      let next = last + (wasShown ? 2 : 1)
      #expect(table.isOver == (next > 6))
      if !table.isOver {
        #expect(table.questionNumber == next)
        #expect(try table.standings() == table.standingsOfLog())
      }
    }
    let facts = try ledger.standing(in: activity, by: people.map(\.id))
    #expect(facts.values.allSatisfy { $0.values.allSatisfy { $0.count == 1 } })
    #expect(try ledger.log.check().isEmpty)
  }

  private func lastAnswered(in activity: ClassActivity, _ ledger: Ledger) throws -> Int? {
    try ledger.answers(in: activity, by: people.map(\.id)).filter { !$0.isRetracted }
      .compactMap { answer in activity.questions.firstIndex { $0.fact == answer.fact } }.max()
  }

  @Test("records come before what they are about is said", arguments: 0..<10)
  func order(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var table = try RoomTable(SampleActivity.game(6, people), people, ledger: Ledger())
    for _ in 0..<150 where !table.isOver {
      let effects = try table.type(line(using: &random))
      let outline = effects.outline
      for (place, effect) in outline.enumerated() where effect.hasPrefix("record") {
        #expect(place == 0)
        #expect(
          outline.count > 1 && ["say noted", "say undone", "say skipped"].contains(outline[1])
        )
      }
      #expect(outline.last?.hasPrefix("ask") == true || outline.last == "finish")
    }
  }

  @Test("undo after a line leaves everything as it was", arguments: 0..<25)
  func undoRestores(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var table = try RoomTable(SampleActivity.game(6, people), people, ledger: Ledger())
    for _ in 0..<80 where !table.isOver {
      let before = try look(&table)
      let text = line(using: &random)
      let effects = try table.type(text)
      // What is shown once more changes nothing that could be taken back.
      if text.hasPrefix("ag") { continue }
      let isNoted = effects.noted != nil
      let isRevealed = effects.outline.contains("say reveal")
      guard isNoted || isRevealed, random.below(2) == 0 else { continue }
      try table.type("undo")
      #expect(try look(&table) == before)
    }
  }

  /// What can be seen of a game before an answer is shown.
  private func look(_ table: inout RoomTable) throws -> [String] {
    let standings = try table.standingsOfLog().map { "\($0)" }
    // A copy shows what would be written now.
    var game = table.game
    let shown = game.apply(.line("reveal", at: SampleActivity.moment))
    let choices = shown.compactMap { effect -> [String]? in
      guard case .say(.reveal(_, let choices, _)) = effect else { return nil }
      return choices.map { "\($0.name) \($0.label ?? "-")" }
    }
    return standings + choices.flatMap { $0 } + ["\(String(describing: table.questionNumber))"]
  }
}
