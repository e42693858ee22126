import ArgumentParser
import Glibc
import LineEditing
import QuestionBank
import QuestionGenerator
import QuizModel
import ScoreStore
import Study
import TerminalUI

/// Puts errors into words: what happened, where, what to do; and says how the program exits.
enum ErrorPresenter {
  /// An error as a person reads it.
  struct Presented {
    let text: String
    let exitCode: Int32
  }

  /// - Returns: `nil` for errors of the argument parser, which have words of their own.
  static func present(_ error: any Error) -> Presented? {
    worded(error).map { presented in
      // Paths, names and reasons come from elsewhere.
      let lines = presented.text.split(separator: "\n").map { SafeText.cleaned(String($0)) + "\n" }
      return Presented(text: lines.joined(), exitCode: presented.exitCode)
    }
  }

  private static func worded(_ error: any Error) -> Presented? {
    switch error {
    case let error as BankError: bank(error)
    case let error as CommandError: command(error)
    case let error as ItemFilter.Problem: filter(error)
    case let error as TopicSearch.Problem: topic(error)
    case let error as FactSearch.Problem:
      Presented(text: FactSearchWords.text(error) + "\n", exitCode: EX_USAGE)
    case let error as DateReading.Problem:
      Presented(text: DateReadingWords.text(error) + "\n", exitCode: EX_USAGE)
    case let error as ScoreStoreError:
      Presented(text: words(for: error) + "\n", exitCode: exitCode(of: error))
    case let error as ExchangeError: ExchangeWords.presented(error)
    case let error as ClassFileError: words(for: error)
    case let error as ClassCommandError: words(for: error)
    case let error as LineEditingError:
      Presented(text: "the terminal cannot be used (\(reason(error)))\n", exitCode: EX_IOERR)
    default: nil
    }
  }

  /// What is said when the output is not whole, for a value of `errno`.
  static func unwritten(code: Int32) -> String {
    "not all of the output could be written (\(String(cString: strerror(code))))\n"
  }

  private static func reason(_ error: LineEditingError) -> String {
    switch error {
    case .descriptorUnusable(let code), .signalPipeUnavailable(let code):
      String(cString: strerror(code))
    }
  }

  private static func bank(_ error: BankError) -> Presented {
    switch error {
    case .notFound(let name, let available, let searched):
      let there =
        available.isEmpty
        ? "no banks were found" : "there are: \(available.joined(separator: ", "))"
      let missing = name.isEmpty ? "" : "no bank \(shown(name)); "
      return Presented(
        text: """
          \(missing)\(there); looked in \(searched.joined(separator: ", ")); \
          name another folder with --banks DIR or ATTACHE_BANKS

          """,
        exitCode: EX_NOINPUT
      )
    case .unsafeName(let name):
      return Presented(
        text: "\(shown(name)) is no name of a bank; a bank is named by its folder alone\n",
        exitCode: EX_USAGE
      )
    case .broken(let bank, let problems):
      let lines = problems.map { "\(bank)/\($0)\n" }.joined()
      let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
      return Presented(
        text: lines + "\(bank): \(count); mend the bank and try again\n",
        exitCode: EX_DATAERR
      )
    case .cache(let path, let reason):
      return Presented(
        text: "the compiled bank \(path) cannot be used (\(oneLine(reason))); "
          + "delete it and try again\n",
        exitCode: EX_IOERR
      )
    }
  }

  /// An error of the log on one line.
  static func words(for error: ScoreStoreError) -> String {
    SafeText.cleaned(oneLine(LogWords.text(error)))
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// The exit code of what the user can mend by other words.
  static let usage = EX_USAGE

  /// The exit code of an error of the log.
  static func exitCode(of error: ScoreStoreError) -> Int32 { LogWords.exitCode(of: error) }

  private static func filter(_ problem: ItemFilter.Problem) -> Presented {
    switch problem {
    case .noSuchTopic(let name, let known):
      command(.noSuch(what: "topic", name: name, known: known))
    case .noSuchTemplate(let name, let known):
      command(.noSuch(what: "template", name: name, known: known))
    case .noSuchFact(let name):
      Presented(
        text: "no fact \(shown(name)); a fact is named family/row, such as established/dza\n",
        exitCode: EX_USAGE
      )
    }
  }

  private static func topic(_ problem: TopicSearch.Problem) -> Presented {
    let text =
      switch problem {
      case .unknown(let name, let nearest, let known):
        "no topic \(shown(name))" + (nearest.map { "; did you mean \($0.id)? There" } ?? "; there")
          + " are: \(known.map(\.id).joined(separator: ", "))\n"
      case .ambiguous(let name, let candidates):
        "\(shown(name)) could be \(candidates.map(\.id).joined(separator: ", or "))\n"
      }
    return Presented(text: text, exitCode: EX_USAGE)
  }

  private static func command(_ error: CommandError) -> Presented {
    switch error {
    case .noSuch(let what, let name, let known):
      Presented(
        text: "no \(what) \(shown(name)); there are: \(known.joined(separator: ", "))\n",
        exitCode: EX_USAGE
      )
    case .nothingToAsk(let bank):
      Presented(
        text: "nothing in \(shown(bank)) can be asked like this; try another topic or form\n",
        exitCode: EX_DATAERR
      )
    case .noPlan(let example):
      Presented(
        text: "there is no plan to change; name the day of departure first: "
          + "attache trip \(example)\n",
        exitCode: EX_USAGE
      )
    case .bankHasErrors(let count):
      Presented(
        text: "\(CountWords.count(count, "finding")) barring items\n",
        exitCode: EX_DATAERR
      )
    }
  }

  /// A name as it may be printed: short, and without control characters, in quotes.
  static func shown(_ name: String) -> String {
    "\"\(SafeText.cleaned(name).prefix(60))\""
  }
}

/// What a command cannot do.
enum CommandError: Error {
  /// A topic, template, fact or learner that is not there.
  case noSuch(what: String, name: String, known: [String])
  /// A plan that is to be changed, but is not there.
  case noPlan(example: String)
  /// No item of a bank fits what was asked for.
  case nothingToAsk(bank: String)
  /// A check found items that may not be asked.
  case bankHasErrors(count: Int)
}
