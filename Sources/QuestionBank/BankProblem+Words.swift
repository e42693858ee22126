extension BankProblem: CustomStringConvertible {
  /// `file:line:column: what is wrong, and what was expected`, on one line.
  package var description: String {
    let place = [file, line.map(String.init), line == nil ? nil : column.map(String.init)]
      .compactMap { $0 }.joined(separator: ":")
    return "\(place): \(issue.words)".withoutControls
  }
}

extension String {
  /// The text with a dot for each control character, so that it can do no harm where it is printed.
  fileprivate var withoutControls: String {
    guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return self
    }
    return unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? "·" : String(scalar)
    }.joined()
  }
}

extension BankIssue {
  /// The issue in words, without its place.
  package var words: String {
    switch self {
    case .unreadable(let reason): "cannot be read (\(reason))"
    case .outsideBank(let path): "the path \(quoted(path)) leaves the bank's folder"
    case .fileTooLarge(let limit): "larger than \(limit) bytes"
    case .notUTF8: "not UTF-8; save the file as UTF-8"
    case .unterminatedQuote: "a quoted cell begins here and never ends; expected a closing \""
    case .textAfterQuote(let found):
      "\(quoted(found)) after a closing quote; expected a separator or the end of the line"
    case .cellTooLong(let limit): "a cell longer than \(limit) bytes"
    case .controlCharacter(let code): "control character \(code); expected printable text"
    case .wrongCellCount(let found, let expected): "\(found) cells; expected \(expected)"
    case .wrongHeader(let found, let expected):
      "the header is \(quoted(found)); expected \(quoted(expected))"
    case .tooManyRows(let limit): "more than \(limit) rows"
    case .emptyCell(let field): "\(field) is empty; expected a value"
    case .notAnInteger(let text, let field):
      "\(field) is \(quoted(text)); expected a whole number"
    case .notADate(let text, let field):
      "\(field) is \(quoted(text)); expected a date such as 1958-09-25, 1958-09 or 1958"
    case .patternMismatch(let text, let field, let pattern):
      "\(field) is \(quoted(text)); expected the pattern \(pattern)"
    case .notInEnumeration(let text, let field, let allowed):
      "\(field) is \(quoted(text)); expected one of \(allowed.joined(separator: ", "))"
    case .duplicateKey(let text): "\(quoted(text)) stands here a second time"
    case .danglingReference(let text, let field, let table):
      "\(field) names \(quoted(text)), which is not in \(table)"
    case .unknownKey(let name, let allowed):
      "unknown key \(quoted(name)); expected one of \(allowed.joined(separator: ", "))"
    case .missingKey(let name): "the key \(quoted(name)) is missing"
    case .wrongShape(let found, let expected): "found \(quoted(found)); expected \(expected)"
    case .syntax(let message): "cannot be parsed: \(message)"
    case .anchorOrTag(let text):
      "\(quoted(text)): anchors, aliases and tags are not read; write the value out"
    case .query(let message, let near): "SQL near \(quoted(near)): \(message)"
    case .forbiddenQuery(let message, let near):
      "SQL near \(quoted(near)): \(message); a bank may only SELECT from its own tables"
    case .missingColumn(let name): "the query returns no column \(quoted(name))"
    case .duplicateColumn(let name): "the query returns the column \(quoted(name)) twice"
    case .unknownPlaceholder(let name, let known):
      "{\(name)} is no column of facts; expected one of \(known.joined(separator: ", "))"
    case .stemNeedsOptions(let phrase):
      "the stem says \(quoted(phrase)), so it cannot be answered without options; "
        + "leave typed out, or ask for one thing alone"
    case .duplicateName(let name): "the name \(quoted(name)) is taken"
    case .unknownTopic(let name, let known):
      "the topic \(quoted(name)) is not listed; expected one of \(known.joined(separator: ", "))"
    case .unusableFact(let row, let reason): "the fact \(quoted(row)) \(reason)"
    case .sharedIdentity(let other):
      "the bank in \(other) has this id too, and what is known of one would count for the other; "
        + "give the newer of them an id of its own, as uuidgen prints one"
    case .vanishedFact(let id):
      "the fact \(id) of the last release is gone; add it to renamed.csv or bring it back"
    }
  }

  private func quoted(_ text: String) -> String {
    let shown = text.unicodeScalars.prefix(60).map { scalar in
      scalar.properties.generalCategory == .control ? "·" : String(scalar)
    }.joined()
    return "\"\(shown)\(text.unicodeScalars.count > 60 ? "…" : "")\""
  }
}
