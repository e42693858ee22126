/// One question of a GIFT file, taken apart.
struct GIFTQuestion {
  private let bytes: [UInt8]
  private var draft: ItemDraft
  private var markup = TextMarkup.htmlLines

  /// A question.
  ///
  /// - Parameters:
  ///   - block: The lines between two blank ones, without comments.
  ///   - line: The line on which it begins.
  ///   - topic: The title of its topic.
  init(_ block: [UInt8], line: Int, topic: String) {
    bytes = GIFTText.unescaped(block)
    draft = ItemDraft(line: line)
    draft.topic = topic
  }

  /// The item, or why there is none.
  ///
  /// - Throws: ``ImportIssue/unbalancedBrace``.
  mutating func read() throws(ImportError) -> Result<PortableItem, LeftOutItem> {
    var rest = trimmed(bytes[...])
    readTitle(&rest)
    let open = rest.firstIndex(of: UInt8(ascii: "{"))
    let close = rest.firstIndex(of: UInt8(ascii: "}"))
    guard let open, let close, open < close else {
      if open != nil || close != nil { throw ImportError(line: draft.line, .unbalancedBrace) }
      draft.stem = text(rest, else: .htmlLines, mindsMedia: false)
      return draft.leftOut(.otherType(name: "description"))
    }
    readStem(before: rest[..<open], after: rest[(close + 1)...])
    var answers = trimmed(rest[(open + 1)..<close])
    if let place = lastGeneralFeedback(in: answers) {
      draft.feedback = FeedbackText(
        text(answers[(place + 4)...], else: markup, mindsMedia: false)
      )
      answers = trimmed(answers[..<place])
    }
    return result(of: answers)
  }

  private mutating func readTitle(_ rest: inout ArraySlice<UInt8>) {
    guard rest.starts(with: [0x3a, 0x3a]) else { return }
    let after = rest.dropFirst(2)
    var place = after.startIndex
    while place + 1 < after.endIndex {
      if after[place] == 0x3a, after[place + 1] == 0x3a {
        draft.id = PlainText.line(GIFTText.text(after[..<place]))
        rest = trimmed(after[(place + 2)...])
        return
      }
      place += 1
    }
    rest = after
  }

  private mutating func readStem(before: ArraySlice<UInt8>, after: ArraySlice<UInt8>) {
    // A question whose answers stand within its sentence has a gap there.
    let gap = trimmed(after).isEmpty ? [] : Array("_____".utf8) + after
    let whole = Array(before) + gap
    let (named, rest) = split(trimmed(whole[...]))
    markup = named ?? .htmlLines
    draft.stem = plain(rest, markup, mindsMedia: true)
  }

  private mutating func result(
    of answers: ArraySlice<UInt8>
  ) -> Result<PortableItem, LeftOutItem> {
    guard let first = answers.first else { return draft.leftOut(.otherType(name: "essay")) }
    if first == UInt8(ascii: "#") { return draft.leftOut(.otherType(name: "numerical")) }
    if let statement = statement(answers) { return statement }
    guard answers.contains(UInt8(ascii: "~")) else {
      let isMatching = holdsArrow(answers)
      return draft.leftOut(.otherType(name: isMatching ? "matching" : "shortanswer"))
    }
    readOptions(answers)
    return draft.multipleChoice()
  }

  private mutating func statement(
    _ answers: ArraySlice<UInt8>
  ) -> Result<PortableItem, LeftOutItem>? {
    let parts = answers.split(
      separator: UInt8(ascii: "#"),
      maxSplits: 2,
      omittingEmptySubsequences: false
    )
    let word = String(decoding: trimmed(parts[0]), as: UTF8.self).uppercased()
    guard let isTrue = ["T": true, "TRUE": true, "F": false, "FALSE": false][word] else {
      return nil
    }
    let wrong = parts.count > 1 ? text(parts[1], else: markup, mindsMedia: false) : ""
    let right = parts.count > 2 ? text(parts[2], else: markup, mindsMedia: false) : ""
    return draft.statement(
      isTrue,
      whyTrue: isTrue ? right : wrong,
      whyFalse: isTrue ? wrong : right
    )
  }

  private mutating func readOptions(_ answers: ArraySlice<UInt8>) {
    var start = answers.startIndex
    var sign: UInt8?
    for place in answers.indices + [answers.endIndex] {
      let isEnd = place == answers.endIndex
      guard isEnd || answers[place] == UInt8(ascii: "~") || answers[place] == UInt8(ascii: "=")
      else { continue }
      let piece = trimmed(answers[start..<place])
      // Nothing stands between the two signs of "~=".
      if !piece.isEmpty, draft.options.count <= ItemDraft.countLimit {
        readOption(piece, isRight: sign == UInt8(ascii: "="))
      }
      if isEnd { break }
      sign = answers[place]
      start = place + 1
    }
  }

  private mutating func readOption(_ piece: ArraySlice<UInt8>, isRight: Bool) {
    var piece = piece
    var credit = isRight ? 1.0 : 0
    if piece.first == UInt8(ascii: "%"),
      let end = piece.dropFirst().prefix(12).firstIndex(of: UInt8(ascii: "%")),
      let weight = Double(String(decoding: piece[(piece.startIndex + 1)..<end], as: UTF8.self))
    {
      credit = weight / 100
      piece = trimmed(piece[(end + 1)...])
    }
    let mark = piece.firstIndex(of: UInt8(ascii: "#")) ?? piece.endIndex
    let option = text(piece[..<mark], else: markup, mindsMedia: true)
    let why = text(piece[mark...].dropFirst(), else: markup, mindsMedia: false)
    draft.options.append(ItemDraft.Option(text: option, why: why, credit: credit))
  }

  private mutating func text(
    _ bytes: ArraySlice<UInt8>,
    else standard: TextMarkup,
    mindsMedia: Bool
  ) -> String {
    let (named, rest) = split(trimmed(bytes))
    return plain(rest, named ?? standard, mindsMedia: mindsMedia)
  }

  private mutating func plain(
    _ bytes: ArraySlice<UInt8>,
    _ markup: TextMarkup,
    mindsMedia: Bool
  ) -> String {
    let plain = markup.plain(GIFTText.text(bytes))
    if mindsMedia, plain.hasMedium { draft.hasMedium = true }
    return plain.text
  }

  /// The format that a text names at its beginning, and the text after it.
  private func split(_ bytes: ArraySlice<UInt8>) -> (TextMarkup?, ArraySlice<UInt8>) {
    guard bytes.first == UInt8(ascii: "["),
      let end = bytes.prefix(10).firstIndex(of: UInt8(ascii: "]")),
      let markup = TextMarkup(
        name: String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
      )
    else { return (nil, bytes) }
    return (markup, bytes[(end + 1)...])
  }

  private func lastGeneralFeedback(in answers: ArraySlice<UInt8>) -> Int? {
    var count = 0
    for place in answers.indices.reversed() {
      count = answers[place] == UInt8(ascii: "#") ? count + 1 : 0
      if count == 4 { return place }
    }
    return nil
  }

  private func holdsArrow(_ answers: ArraySlice<UInt8>) -> Bool {
    zip(answers, answers.dropFirst()).contains { $0 == UInt8(ascii: "-") && $1 == 0x3e }
  }

  private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.trimmingPrefix { TextLines.isBlank($0) || $0 == 0x0a }
      .trimmingSuffix { TextLines.isBlank($0) || $0 == 0x0a }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without those at their end that a test names.
  fileprivate func trimmingSuffix(while isOuter: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, isOuter(self[end - 1]) { end -= 1 }
    return self[startIndex..<end]
  }

  /// The bytes without those at their beginning that a test names.
  fileprivate func trimmingPrefix(while isOuter: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    drop(while: isOuter)
  }
}
