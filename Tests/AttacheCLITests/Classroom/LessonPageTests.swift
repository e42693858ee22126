import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import AttacheCLI

/// The page for teachers: what stands there can be typed.
@Suite struct LessonPageTests {
  /// A command as it stands on the page.
  struct Command: CustomTestStringConvertible {
    let line: String

    var testDescription: String { line }

    /// The words as a shell makes them, without a redirection and a comment.
    var words: [String] {
      var words: [String] = []
      var word: String?
      var isQuoted = false
      for character in line {
        switch character {
        case "\"":
          isQuoted.toggle()
          word = word ?? ""
        case " " where !isQuoted:
          if let finished = word { words.append(finished) }
          word = nil
        case "#" where !isQuoted && word == nil, ">" where !isQuoted && word == nil:
          return words
        default: word = (word ?? "") + String(character)
        }
      }
      return words + (word.map { [$0] } ?? [])
    }
  }

  private static let page = SourceTree.root
    .appendingPathComponent("Sources/AttacheCLI/Documentation.docc/ALessonOf45Minutes.md")

  private static var text: String { (try? String(contentsOf: page, encoding: .utf8)) ?? "" }

  /// The lines of the blocks for a shell, and the commands in the running text.
  static var commands: [Command] {
    var commands: [Command] = []
    var isBlock = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isBlock = line == "```sh"
      } else if isBlock, !line.isEmpty {
        commands.append(Command(line: String(line)))
      }
    }
    let flowing = text.replacing("\n", with: " ").split(separator: "`")
    for piece in flowing where piece.hasPrefix("attache ") && piece.count < 120 {
      commands.append(Command(line: String(piece)))
    }
    return commands
  }

  @Test func pageHoldsCommands() {
    #expect(LessonPageTests.commands.count >= 15)
  }

  @Test(arguments: commands)
  func commandIsOneOfTheProgram(_ command: Command) throws {
    var words = command.words
    try #require(words.first == "attache")
    words.removeFirst()
    // Ids and files stand for themselves; the running text names some commands without them.
    if words == ["class", "forget"] || words == ["class", "collect"] { return }
    let parsed = try AttacheCommand.parseAsRoot(words)
    #expect(parsed is any EnvironmentCommand)
    #expect(CommandGuess.mistake(in: words) == nil)
  }

  @Test func topicsOfThePageAreInTheShippedBank() throws {
    let package = try String(
      contentsOf: SourceTree.banks.appendingPathComponent("dprk-relations/datapackage.json"),
      encoding: .utf8
    )
    let topics = LessonPageTests.commands.flatMap { command in
      zip(command.words, command.words.dropFirst()).filter { $0.0 == "--topic" }.map(\.1)
    }
    #expect(!topics.isEmpty)
    for topic in topics { #expect(package.contains("\"id\": \"\(topic)\"")) }
  }

  @Test func answersOfThePageAreLettersThatItsPaperHas() throws {
    // Twelve questions with three options, or true and false.
    let lines = LessonPageTests.text.split(separator: "\n").filter {
      $0.contains(#/^[^ ,]+,[A-D],[a-z-]+$/#)
    }
    #expect(lines.count == 3)
    for line in lines {
      let letters = line.split(separator: ",")[2]
      #expect(letters.count == 12)
      #expect(letters.allSatisfy { "abctf-".contains($0) }, "\(line)")
    }
  }
}
