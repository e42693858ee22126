import QuizModel

/// What comes of an answer that was typed.
///
/// A name that the bank knows counts, right or wrong; what it does not know may be a slip, so that
/// it counts only when it is typed a second time; a part of a name and what is no year never do.
enum TypedJudgement: Hashable {
  /// It counts.
  case settled(Choice, Outcome, spelling: String?)
  /// It is no name; the player is asked about it.
  case doubted(String)
  /// It cannot be an answer; this is said, and the question asked again.
  case refused(SessionMessage)

  /// Judges a text.
  ///
  /// - Parameters:
  ///   - text: What was typed, as long and strange as it may be.
  ///   - item: What was asked.
  ///   - key: What the text is compared with.
  ///   - doubted: The text about which the player was asked before, if there is one.
  init(of text: String, to item: Item, key: TypedKey, doubted: String?) {
    let kept = TypedText.kept(text)
    let match = key.match(kept)
    switch match {
    case .right:
      self = .settled(.typed(kept, answerID: key.answerID), .right, spelling: nil)
    case .nearlyRight(let spelling):
      self = .settled(.typed(kept, answerID: key.answerID), .right, spelling: spelling)
    case .other(let id):
      let why = key.wrongAnswers.first { $0.answerID == id }?.why ?? ""
      self = .settled(.typed(kept, answerID: id), .wrongTyped(why: why), spelling: nil)
    case .part:
      self = .refused(.partOfName(kept))
    case .unknown where key.isYear || Spelling(kept).isEmpty:
      self = .refused(.unknown(kept, answering: item, removed: []))
    case .unknown where Spelling(kept) == doubted.map({ Spelling($0) }):
      self = .settled(.typed(kept, answerID: nil), .wrongTyped(why: ""), spelling: nil)
    case .unknown:
      self = .doubted(kept)
    }
  }
}
