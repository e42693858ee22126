import ArgumentParser
import Foundation
import QuestionBank
import QuestionGenerator
import QuizModel

/// Looks at banks.
struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank", abstract: "List, show and check question banks.",
    subcommands: [BankCheckCommand.self])
}

/// Checks a bank.
struct BankCheckCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run every rule over every fact, in every form, with several seeds.")

  @OptionGroup var bank: BankOptions

  @Flag(help: "Print the report as JSON.")
  var json = false

  @Flag(help: "Do not repeat everything with the rows of unordered queries reversed.")
  var quick = false

  func run(in environment: Environment) throws {
    let folder = try bank.shelf(in: environment).folder(of: bank.bank)
    let opener = BankOpener(cache: nil, version: programVersion)
    let generator = try ItemGenerator(bank: try opener.openFresh(folder, reversed: false))
    let reversed =
      quick ? nil : try ItemGenerator(bank: try opener.openFresh(folder, reversed: true))
    var check = BankCheck(generator: generator)
    let report = try check.run(comparingWith: reversed)
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      environment.output(String(decoding: try encoder.encode(report), as: UTF8.self) + "\n")
    } else {
      environment.output(CheckText.text(report, bank: folder.name))
    }
    if report.hardCount > 0 { throw CommandError.bankHasErrors(count: report.hardCount) }
  }
}

/// A report as people read it.
enum CheckText {
  /// One line a finding, then the summary.
  static func text(_ report: CheckReport, bank: String) -> String {
    var lines = report.findings.map { finding in
      let rule = finding.rule == 0 ? "" : " rule \(finding.rule):"
      let mark = finding.severity == .hard ? "" : " (warning)"
      let example = finding.fact.map { fact in
        finding.count > 1 ? " [\(fact) and \(finding.count - 1) more]" : " [\(fact)]"
      }
      return "\(bank)/\(finding.file):\(finding.line):\(rule) \(finding.message)\(mark)"
        + (example ?? "")
    }
    lines.append("topic · templates · facts · pairs · multiple choice · true/false")
    for topic in report.topics {
      lines.append(
        "\(topic.topic) · \(topic.templates) · \(topic.facts) · \(topic.pairs) · "
          + "\(topic.multipleChoice) · \(topic.trueFalse)")
    }
    let facts = report.topics.reduce(0) { $0 + $1.facts }
    let pairs = report.topics.reduce(0) { $0 + $1.pairs }
    lines.append(
      "\(bank): \(facts) facts, \(pairs) pairs, \(report.items) items; "
        + "\(report.hardCount) that bar items, "
        + "\(report.findings.count - report.hardCount) warnings")
    return lines.map { $0 + "\n" }.joined()
  }
}
