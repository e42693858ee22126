import FoundationEssentials
import QuizModel

/// Reads payloads in the one form in which ``RecordCoder`` writes them, ten times as fast as a
/// decoder of any JSON.
///
/// Whatever is not quite in that form, an edited payload or one of a later version, is not read
/// here: the decoder then has the word. Where something is read, the decoder would read the same.
enum CanonicalPayload {
  /// The body of a kind that logs hold by the thousand.
  ///
  /// - Returns: `nil` for other kinds and other forms.
  static func body(kind: RecordKind, payload: String) -> RecordBody? {
    var cursor = JSONCursor(Array(payload.utf8))
    let body: RecordBody? =
      switch kind {
      case .answered: answer(&cursor).map(RecordBody.answered)
      case .sessionOpened: opening(&cursor).map(RecordBody.sessionOpened)
      case .sessionClosed: closing(&cursor).map(RecordBody.sessionClosed)
      default: nil
      }
    return cursor.isAtEnd ? body : nil
  }

  private static func answer(_ json: inout JSONCursor) -> Answer? {
    guard json.take(#"{"bank":"#), let bank = json.simpleString(),
      json.take(#","bankVersion":"#), let bankVersion = json.simpleString(),
      json.take(#","choice":"#), let choice = choice(&json),
      json.take(#","correctAnswer":"#), let correctAnswer = json.simpleString(),
      json.take(#","digest":"#), let digest = json.simpleString(),
      json.take(#","fact":"#), let fact = json.simpleString().flatMap({ FactID($0) }),
      json.take(#","hints":"#), let hints = json.integer(Int.self),
      json.take(#","isRight":"#), let isRight = json.boolean(),
      json.take(#","item":"#), let item = item(&json),
      json.take(#","learner":"#), let learner = json.uuid(),
      json.take(#","points":"#), let points = json.integer(Int.self),
      json.take(#","session":"#), let session = json.uuid(),
      json.take(#","shownAt":"#), let shownAt = moment(&json),
      json.take(#","taken":"#), let taken = json.integer(Int.self),
      json.take(#","template":"#), let template = json.simpleString(),
      json.take(#","topic":"#), let topic = json.simpleString(), json.take("}")
    else { return nil }
    return Answer(
      session: SessionID(session),
      learner: LearnerID(learner),
      item: item,
      fact: fact,
      template: template,
      topic: topic,
      bank: bank,
      bankVersion: bankVersion,
      choice: choice,
      isRight: isRight,
      hints: hints,
      points: points,
      shownAt: shownAt,
      taken: taken,
      correctAnswer: correctAnswer,
      digest: digest
    )
  }

  private static func choice(_ json: inout JSONCursor) -> Choice? {
    if json.take(#"{"option":"#) {
      guard let place = json.integer(Int.self), json.take("}") else { return nil }
      return .option(place)
    }
    if json.take(#"{"other":"dont-know"}"#) { return .dontKnow }
    return json.take(#"{"other":"timed-out"}"#) ? .timedOut : nil
  }

  private static func item(_ json: inout JSONCursor) -> ShownItem? {
    guard json.take(#"{"answerIDs":"#), let answerIDs = json.simpleStrings(),
      json.take(#","form":"#), let form = json.simpleString().flatMap({ Form(rawValue: $0) }),
      json.take(#","key":"#), let key = json.integer(Int.self),
      json.take(#","optionCount":"#), let optionCount = json.integer(Int.self),
      json.take(#","options":"#), let options = json.simpleStrings(),
      json.take(#","seed":"#), let seed = json.integer(UInt64.self),
      json.take(#","stem":"#), let stem = json.simpleString(), json.take("}")
    else { return nil }
    return ShownItem(
      stem: stem,
      options: options,
      answerIDs: answerIDs,
      key: key,
      form: form,
      optionCount: optionCount,
      seed: seed
    )
  }

  private static func moment(_ json: inout JSONCursor) -> LocalInstant? {
    guard json.take(#"{"instant":"#), let milliseconds = json.integer(Int64.self),
      json.take(#","offset":"#), let offset = json.integer(Int.self),
      json.take(#","zone":"#), let zone = json.simpleString(), json.take("}")
    else { return nil }
    return LocalInstant(
      instant: Instant(milliseconds: milliseconds),
      zone: zone,
      offset: offset
    )
  }

  private static func opening(_ json: inout JSONCursor) -> SessionOpening? {
    guard json.take(#"{"bank":"#), let bank = json.simpleString(),
      json.take(#","bankVersion":"#), let bankVersion = json.simpleString(),
      json.take(#","learner":"#), let learner = json.uuid(),
      json.take(#","mode":"#), let mode = json.simpleString().flatMap(SessionMode.init(rawValue:)),
      json.take(#","questions":"#), let questions = json.integer(Int.self),
      json.take(#","seed":"#), let seed = json.integer(UInt64.self),
      json.take(#","session":"#), let session = json.uuid(),
      json.take(#","topics":"#), let topics = json.simpleStrings(), json.take("}")
    else { return nil }
    return SessionOpening(
      session: SessionID(session),
      learner: LearnerID(learner),
      mode: mode,
      bank: bank,
      bankVersion: bankVersion,
      seed: seed,
      topics: topics,
      questions: questions
    )
  }

  private static func closing(_ json: inout JSONCursor) -> SessionClosing? {
    guard json.take(#"{"reason":"#),
      let reason = json.simpleString().flatMap(SessionClosing.Reason.init(rawValue:)),
      json.take(#","session":"#), let session = json.uuid(), json.take("}")
    else { return nil }
    return SessionClosing(session: SessionID(session), reason: reason)
  }
}
