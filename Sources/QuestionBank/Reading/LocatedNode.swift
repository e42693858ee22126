import Yams

/// A value of a YAML or JSON file with its place, read strictly: what is not expected is a problem.
///
/// JSON is read by the YAML parser too, since its nodes know where they stand.
struct LocatedNode {
  /// The value.
  let node: Node
  /// The file it stands in, relative to the bank's folder.
  let file: String
  private let lines: [Substring]

  /// Parses a text.
  ///
  /// - Throws: Where the text stops being YAML.
  init(text: String, file: String) throws(BankProblem) {
    self.file = file
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if let alias = AliasSearch.firstAlias(in: text) {
      throw BankProblem(
        file: file,
        line: alias.line,
        column: alias.column,
        issue: .anchorOrTag(text: "*\(alias.name)")
      )
    }
    do {
      let parser = try Parser(yaml: text)
      guard let node = try parser.singleRoot() else {
        throw BankProblem(file: file, line: 1, column: 1, issue: .syntax(message: "empty file"))
      }
      self.node = node
      // Anchors live as long as their parser: whoever refuses them has to do it here. An alias
      // cannot stand without its anchor, so this refuses aliases too.
      try withExtendedLifetime(parser) {
        try LocatedNode.refuseAnchorsAndTags(in: node, file: file)
      }
    } catch let problem as BankProblem {
      throw problem
    } catch let error as YamlError {
      throw LocatedNode.problem(of: error, in: file)
    } catch {
      throw BankProblem(file: file, issue: .syntax(message: "\(error)"))
    }
  }

  private init(node: Node, of parent: LocatedNode) {
    self.node = node
    file = parent.file
    lines = parent.lines
  }

  /// A problem at this value's place.
  func problem(_ issue: BankIssue) -> BankProblem {
    BankProblem(file: file, line: node.mark?.line, column: node.mark?.column, issue: issue)
  }

  /// The line on which the value begins.
  var line: Int? { node.mark?.line }

  /// Whether this is one plain value.
  var isScalar: Bool {
    if case .scalar = node { return true }
    return false
  }

  /// The text of a scalar.
  func string() throws(BankProblem) -> String {
    guard case .scalar(let scalar) = node else {
      throw problem(.wrongShape(found: shape, expected: "text"))
    }
    return scalar.string
  }

  /// A whole number.
  func integer() throws(BankProblem) -> Int {
    let text = try string()
    guard let number = Int(text) else {
      throw problem(.wrongShape(found: text, expected: "a whole number"))
    }
    return number
  }

  /// `true` or `false`.
  func boolean() throws(BankProblem) -> Bool {
    switch try string() {
    case "true": return true
    case "false": return false
    case let text: throw problem(.wrongShape(found: text, expected: "true or false"))
    }
  }

  /// The elements of a sequence.
  func elements() throws(BankProblem) -> [LocatedNode] {
    guard case .sequence(let sequence) = node else {
      throw problem(.wrongShape(found: shape, expected: "a list"))
    }
    return sequence.map { LocatedNode(node: $0, of: self) }
  }

  /// The values of a mapping by key.
  ///
  /// - Parameter allowed: The keys that may stand here; `nil` where any may.
  /// - Returns: The values.
  /// - Throws: The first key that may not stand here, or that this is no mapping.
  func values(allowed: [String]?) throws(BankProblem) -> [String: LocatedNode] {
    guard case .mapping(let mapping) = node else {
      throw problem(.wrongShape(found: shape, expected: "keys and values"))
    }
    var values: [String: LocatedNode] = [:]
    for (key, value) in mapping {
      let name = try LocatedNode(node: key, of: self).string()
      if let allowed, !allowed.contains(name) {
        throw LocatedNode(node: key, of: self)
          .problem(.unknownKey(name: name, allowed: allowed))
      }
      values[name] = LocatedNode(node: value, of: self)
    }
    return values
  }

  /// Where a character of a scalar's text stands in the file.
  ///
  /// - Parameter offset: In UTF-8 bytes from the scalar's beginning.
  /// - Returns: `nil` for what is no scalar.
  func place(atOffset offset: Int) -> (line: Int, column: Int)? {
    guard case .scalar(let scalar) = node, let mark = scalar.mark else { return nil }
    let before = String(decoding: scalar.string.utf8.prefix(offset), as: UTF8.self)
    let rows = before.split(separator: "\n", omittingEmptySubsequences: false)
    let column = (rows.last?.unicodeScalars.count ?? 0) + 1
    if scalar.style == .literal || scalar.style == .folded {
      // A mark stands at the block's indicator; the text begins on the next line, indented.
      let first = lines.dropFirst(mark.line).first { $0.contains { $0 != " " } } ?? ""
      return (mark.line + rows.count, column + first.prefix { $0 == " " }.count)
    }
    let quote = scalar.style == .plain ? 0 : 1
    let isFirst = rows.count == 1
    return (mark.line + rows.count - 1, isFirst ? mark.column + column - 1 + quote : column)
  }

  private var shape: String {
    switch node {
    case .scalar(let scalar): scalar.string
    case .mapping: "keys and values"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  private static func refuseAnchorsAndTags(in node: Node, file: String) throws(BankProblem) {
    if let anchor = node.anchor {
      throw BankProblem(
        file: file,
        line: node.mark?.line,
        column: node.mark?.column,
        issue: .anchorOrTag(text: "&\(anchor.rawValue)")
      )
    }
    switch node {
    case .scalar(let scalar):
      try refuse(scalar.tag, at: scalar.mark, file: file)
    case .sequence(let sequence):
      try refuse(sequence.tag, at: sequence.mark, file: file)
      for element in sequence { try refuseAnchorsAndTags(in: element, file: file) }
    case .mapping(let mapping):
      try refuse(mapping.tag, at: mapping.mark, file: file)
      for (key, value) in mapping {
        // The parser has resolved the tags of keys by now, to look for duplicates.
        if let anchor = key.anchor {
          throw BankProblem(
            file: file,
            line: key.mark?.line,
            column: key.mark?.column,
            issue: .anchorOrTag(text: "&\(anchor.rawValue)")
          )
        }
        try refuseAnchorsAndTags(in: value, file: file)
      }
    case .alias(let alias):
      throw BankProblem(
        file: file,
        line: alias.mark?.line,
        column: alias.mark?.column,
        issue: .anchorOrTag(text: "*\(alias.anchor.rawValue)")
      )
    }
  }

  private static func refuse(_ tag: Tag, at mark: Mark?, file: String) throws(BankProblem) {
    // The parser gives quoted text the tag of text by itself.
    let implied = ["", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"]
    guard !implied.contains(tag.description) else { return }
    throw BankProblem(
      file: file,
      line: mark?.line,
      column: mark?.column,
      issue: .anchorOrTag(text: tag.description)
    )
  }

  private static func problem(of error: YamlError, in file: String) -> BankProblem {
    switch error {
    case .scanner(_, let message, let mark, _), .parser(_, let message, let mark, _),
      .composer(_, let message, let mark, _):
      BankProblem(
        file: file,
        line: mark.line,
        column: mark.column,
        issue: .syntax(message: message)
      )
    case .duplicatedKeysInMapping(let keys, let context):
      BankProblem(
        file: file,
        line: context.mark.line,
        column: context.mark.column,
        issue: .duplicateName(name: keys.joined(separator: ", "))
      )
    case .reader(let message, _, _, _):
      BankProblem(file: file, issue: .syntax(message: message))
    default:
      BankProblem(file: file, issue: .syntax(message: "\(error)"))
    }
  }
}
