import Exchange
import Glibc
import QuestionBank

/// Every word about items for and from other programs.
enum ExchangeWords {
  static func exported(_ count: Int, format: ExchangeFormat, file: String) -> String {
    "Wrote \(CountWords.count(count, "question")) for \(name(format)) to \(file)."
  }

  static func fewer(_ count: Int, than wanted: Int) -> String {
    "There are only \(CountWords.count(count, "question")) of this kind with a fact of its own, not "
      + "\(wanted); --all takes every question of a fact."
  }

  static func imported(
    _ addition: AuthoredBankFiles.Addition,
    into bank: String
  ) -> String {
    let replaced =
      addition.replaced.isEmpty
      ? "" : ", \(CountWords.count(addition.replaced.count, "question")) replaced"
    return
      "Imported into the bank \(bank): \(CountWords.count(addition.added.count, "question")) new"
      + "\(replaced). Play them with attache play --bank \(bank)"
  }

  /// A question that took the place of one with another stem: the same one reworded, or not.
  static func replaced(_ replaced: AuthoredBankFiles.Addition.Replacement) -> String {
    "\(replaced.id) asked \(ErrorPresenter.shown(replaced.before)) before; it asks "
      + "\(ErrorPresenter.shown(replaced.now)) now"
  }

  static func repeated(_ stem: String) -> String {
    "\(ErrorPresenter.shown(stem)) stands in the file more than once; it was taken once"
  }

  /// Questions of a bank that no game asks.
  static func barred(_ stems: [String], bank: String) -> String {
    "\(named(stems)) cannot be asked as \(stems.count == 1 ? "it stands" : "they stand"); "
      + "attache bank check --bank \(bank) says why."
  }

  // MARK: - What an export keeps out

  /// What was kept out of an export of authored questions, a sentence each.
  static func keptOut(_ outcome: AuthoredExport.Outcome) -> [String] {
    var lines: [String] = []
    if !outcome.withoutOptions.isEmpty {
      lines.append("Left out, without a wrong option: \(named(outcome.withoutOptions))")
    }
    if !outcome.doubled.isEmpty {
      lines.append(
        "Without an option that cannot be told from another: \(named(outcome.doubled))"
      )
    }
    if !outcome.shortened.isEmpty {
      lines.append(
        "With \(PortableItem.optionLimit) options, which are as many as are kept: "
          + named(outcome.shortened)
      )
    }
    return lines
  }

  /// What becomes of the statements of an earlier export.
  static let statementsAreNew =
    "True/false cards are new ones since version 1.0.0: those that you have already keep what they "
    + "say, and can be deleted"

  /// Facts of which no question can be made.
  static func leftOut(_ facts: [String], bank: String) -> String {
    "Left out, since they cannot be asked as they stand: \(named(facts)); "
      + "attache bank check --bank \(bank) says why"
  }

  /// The first few, and how many more there are.
  private static func named(_ names: [String]) -> String {
    let shown = names.prefix(3).map { ErrorPresenter.shown($0) }
    let rest = names.count - shown.count
    guard rest > 0 else {
      return shown.count < 2
        ? shown.joined() : shown.dropLast().joined(separator: ", ") + " and " + (shown.last ?? "")
    }
    return shown.joined(separator: ", ") + " and \(rest) more"
  }

  private static func name(_ format: ExchangeFormat) -> String {
    switch format {
    case .moodle: "Moodle"
    case .gift: "GIFT"
    case .qti: "QTI 2.1"
    case .anki: "Anki"
    case .kahoot: "Kahoot"
    case .csv: "spreadsheets"
    case .jsonl: "programs"
    case .aiken: "Aiken"
    }
  }

  // MARK: - What was left out

  static func leftOut(_ item: LeftOutItem, path: String) -> String {
    let name = item.name.isEmpty ? "a question" : ErrorPresenter.shown(item.name)
    return "\(path):\(item.line): \(name) left out: \(reason(item.reason))"
  }

  private static func reason(_ reason: LeftOutReason) -> String {
    switch reason {
    case .otherType(let name): "it is of the type \(ErrorPresenter.shown(name))"
    case .severalRightOptions: "more than one option is right"
    case .partlyRightOption(let text): "\(ErrorPresenter.shown(text)) is right in part"
    case .noRightOption: "no option is right"
    case .emptyStem: "it asks nothing"
    case .emptyOption: "an option is empty"
    case .sameOptions(let text): "two options read \(ErrorPresenter.shown(text))"
    case .unclearStatement(let first, let second):
      "it is not told which answer means true, \(ErrorPresenter.shown(first)) or "
        + ErrorPresenter.shown(second)
    case .noTruthValue(let key):
      "its key \(ErrorPresenter.shown(key)) is neither true nor false"
    case .tooFewOptions(let count): "it has \(CountWords.count(count, "option"))"
    case .tooManyOptions(let count, let limit): "it has \(count) options; \(limit) are kept"
    case .tooLong(let limit): "its texts are longer than \(limit >> 10) KB"
    case .medium: "it rests on a picture, a sound or a film"
    }
  }

  static func omitted(_ omission: KahootOmission) -> String {
    let reasons = omission.reasons.map { reason in
      switch reason {
      case .options(let count, let limit): "\(count) options, at most \(limit)"
      case .stem(let length, let limit): "a stem of \(length) characters, at most \(limit)"
      case .option(let number, let length, let limit):
        "answer \(number) of \(length) characters, at most \(limit)"
      case .emptyStem: "nothing of its stem can be shown"
      case .emptyOption(let number): "nothing of answer \(number) can be shown"
      }
    }
    return "\(omission.id) does not fit Kahoot: \(reasons.joined(separator: "; "))"
  }

  // MARK: - Errors

  /// An error as a person reads it.
  static func presented(_ error: ExchangeError) -> ErrorPresenter.Presented {
    ErrorPresenter.Presented(text: text(error) + "\n", exitCode: exitCode(error))
  }

  private static func exitCode(_ error: ExchangeError) -> Int32 {
    switch error {
    case .packageNeedsFile, .badBankName, .notForImports, .identityTaken: EX_USAGE
    case .busy: EX_TEMPFAIL
    case .unreadable, .nothingImported: EX_DATAERR
    case .package(.archive), .package(.database): EX_IOERR
    case .package: EX_DATAERR
    }
  }

  private static func text(_ error: ExchangeError) -> String {
    switch error {
    case .packageNeedsFile(let format):
      "\(name(format)) takes a file that is no text; name it with --output"
    case .unreadable(let path, let error):
      place(path, error) + ": \(issue(error.issue)); nothing was imported"
    case .nothingImported(let path): "\(path): no question in it can be imported"
    case .notForImports(let bank):
      "the bank \(ErrorPresenter.shown(bank)) is no bank of imported questions; "
        + "name another with --bank"
    case .identityTaken(let bank, let other):
      "the bank \(ErrorPresenter.shown(other)) has the identity that \(ErrorPresenter.shown(bank)) "
        + "would have; import into it with --bank \(other), or name another"
    case .busy(let folder):
      "another attache is changing the banks in \(folder); nothing was imported; try again"
    case .badBankName(let name):
      "\(ErrorPresenter.shown(name)) is no name of a bank; use small letters, digits and hyphens"
    case .package(let error): package(error)
    }
  }

  private static func place(_ path: String, _ error: ImportError) -> String {
    [path, error.line.map(String.init), error.line == nil ? nil : error.column.map(String.init)]
      .compactMap { $0 }.joined(separator: ":")
  }

  private static func issue(_ issue: ImportIssue) -> String {
    switch issue {
    case .tooLarge(let limit): "larger than \(limit >> 20) MB; split it"
    case .archive: "a zip archive; unpack it and import the file inside"
    case .wideText: "text in UTF-16 or UTF-32; save it as UTF-8"
    case .notUTF8: "not UTF-8; save it as UTF-8"
    case .tooManyItems(let limit): "more than \(limit) questions; split it"
    case .documentType: "a document type or an entity is declared; export it without"
    case .otherEncoding(let name):
      "declared to be in \(ErrorPresenter.shown(name)); save it as UTF-8"
    case .nestedTooDeeply(let limit): "elements stand in each other more than \(limit) deep"
    case .malformedXML(let fault): "not well-formed XML: \(xml(fault))"
    case .unexpectedRoot(let name):
      name.isEmpty ? "no XML of Moodle" : "no XML of Moodle but of \(ErrorPresenter.shown(name))"
    case .unbalancedBrace: "a brace without its partner"
    case .malformedJSON: "not the JSON object of a question"
    case .missingField(let name): "\(name) is missing"
    case .unknownColumn(let name, let allowed):
      "no column \(ErrorPresenter.shown(name)); there are \(allowed.joined(separator: ", "))"
    case .repeatedColumn(let name): "the column \(ErrorPresenter.shown(name)) stands twice"
    case .wrongCellCount(let found, let expected): "\(found) cells; expected \(expected)"
    case .wrongValue(let found, let field): "\(ErrorPresenter.shown(found)) is no \(field)"
    case .malformedTable(let issue):
      ErrorPresenter.tableIssue(BankProblem(file: "", issue: issue))
    case .misplacedLine(let found):
      "\(ErrorPresenter.shown(found)) stands where no question goes on"
    case .unknownAnswer(let found):
      "\(ErrorPresenter.shown(found)) is the letter of no option"
    case .missingAnswer: "a question without ANSWER:"
    }
  }

  private static func xml(_ fault: XMLFault) -> String {
    switch fault {
    case .unknownMarkup: "a tag or comment that is cut off, or no markup"
    case .unknownReference(let name):
      name.isEmpty
        ? "an & that begins no reference; write &amp;"
        : "no reference &\(name.prefix(20)); is known; write &amp;"
    case .repeatedAttribute(let name): "the attribute \(ErrorPresenter.shown(name)) stands twice"
    case .unexpectedEnd(let name): "\(ErrorPresenter.shown(name)) ends where it is not open"
    case .openElement(let name): "\(ErrorPresenter.shown(name)) never ends"
    case .secondRoot: "something stands behind the end"
    }
  }

  private static func package(_ error: PackageError) -> String {
    switch error {
    case .noItems: "there is no question to pack; try another topic or form"
    case .noID(let place): "question \(place + 1) has no id"
    case .repeatedID(let id): "two questions have the id \(ErrorPresenter.shown(id))"
    case .typedItem(let id): "\(id) is answered in words, for which there is no place"
    case .tooFewOptions(let id, let count):
      "\(id) has \(CountWords.count(count, "option"))"
    case .keyOutOfRange(let id, _, _): "\(id) has no right option"
    case .noName: "the title has no characters that can be seen; give another with --title"
    case .momentOutOfRange: "the clock of this machine is off by centuries; set it"
    case .database(let code, let message): "the deck could not be made (\(message), code \(code))"
    case .archive(let error): "the archive could not be made (\(error))"
    }
  }
}
