import Foundation
import QuestionBank
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

@testable import AttacheCLI

/// What is handed out in Markdown.
@Suite struct HandoutTests {
  @Test func longListsAreIndentedByTheirNumbers() throws {
    let items = (1...10).map { number in
      Item.sampleChoice(["*1*", "2.", "# 3"], key: 1, stem: "- \(number)?", row: "r\(number)")
    }
    let text = try HandoutTests.handout(items)
    #expect(
      text.hasPrefix(
        "# A\\_title\n\n## Questions\n\n1. \\- 1?  \n   a) \\*1\\*  \n   b) 2\\.  \n   c) \\# 3\n"
      )
    )
    #expect(text.contains("\n10. \\- 10?  \n    a) \\*1\\*  \n"))
    #expect(
      text.contains(
        "\n10. **b) 2\\.** – Guinea established relations on 8 October 1958.\n    - List of"
      )
    )
    #expect(!text.contains("## Sources"))
  }

  @Test func itemWithoutOptionsHasItsAnswerInTheKey() throws {
    let choice = Item.sampleChoice()
    let item = Item(
      id: choice.id,
      bank: choice.bank,
      bankVersion: choice.bankVersion,
      fact: choice.fact,
      topic: choice.topic,
      kind: choice.kind,
      stem: choice.stem,
      options: [],
      key: 0,
      answer: "*Guinea*",
      explanation: choice.explanation,
      sources: [],
      asOf: choice.asOf,
      confidence: choice.confidence,
      about: choice.about,
      changes: choice.changes,
      difficulty: choice.difficulty,
      map: nil
    )
    let text = try HandoutTests.handout([item])
    #expect(text.contains("\n1. \(choice.stem)\n"))
    #expect(text.contains("\n1. **\\*Guinea\\*** – \(choice.explanation)\n"))
  }

  @Test func typedItemShowsNothingOfItsAnswerAboveTheKey() throws {
    let text = try HandoutTests.handout([.sampleTyped(), .sampleTypedYear()])
    let parts = text.split(separator: "\n## ")
    let questions = try #require(parts.first { $0.hasPrefix("Questions") })
    #expect(!questions.contains("Soviet"))
    #expect(!questions.contains("1958"))
    #expect(text.contains("\n1. **the Soviet Union** – "))
    #expect(text.contains("\n2. **1958** – "))
  }

  private static func handout(_ items: [Item]) throws -> String {
    let bank = try BankOpener(cache: nil, version: "test").judging
      .open(try BankShelf(folders: [Stage.banks]).folder(of: "six-states"))
    return Handout(
      title: "A_title",
      briefing: nil,
      sources: [],
      items: items,
      bank: bank.description,
      command: "attache"
    ).markdown
  }
}
