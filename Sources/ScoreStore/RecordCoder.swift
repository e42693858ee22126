import FoundationEssentials
import QuizModel

/// Turns what a record says into the kind and payload that the file keeps, and back.
///
/// A payload is one JSON object with sorted keys, so that equal bodies are equal bytes.
struct RecordCoder {
  private let encoder: JSONEncoder
  private let decoder = JSONDecoder()

  /// A coder; making one is not free, so keep it for a batch.
  init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// The kind and payload of a body.
  ///
  /// - Throws: `outOfRange` for what ``decode(kind:payload:)`` would refuse.
  func encode(_ body: RecordBody) throws -> (kind: RecordKind, payload: String) {
    if let field = body.fieldOutOfRange { throw RecordProblem.outOfRange(field: field) }
    return switch body {
    case .learnerCreated(let learner): (.learnerCreated, try json(learner))
    case .learnerRenamed(let learner): (.learnerRenamed, try json(learner))
    case .learnersAreOne(let learners): (.learnersAreOne, try json(Group(learners: learners)))
    case .sessionOpened(let opening): (.sessionOpened, try json(opening))
    case .sessionClosed(let closing): (.sessionClosed, try json(closing))
    case .answered(let answer): (.answered, try json(answer))
    case .retracted(let retraction): (.retracted, try json(retraction))
    case .flagged(let flag): (.flagged, try json(flag))
    case .planSet(let plan): (.planSet, try json(plan))
    case .forgotten(let learner): (.forgotten, try json(Owner(learner: learner)))
    }
  }

  /// What a payload says.
  ///
  /// - Returns: `nil` for a kind that only a later version knows.
  /// - Throws: `misfit` or `outOfRange` if the payload is none of its kind.
  func decode(kind: String, payload: String) throws(RecordProblem) -> RecordBody? {
    guard let kind = RecordKind(rawValue: kind) else { return nil }
    let body =
      CanonicalPayload.body(kind: kind, payload: payload)
      ?? (try? decodeAnyJSON(kind, payload))
    guard let body else { throw .misfit(kind: kind.rawValue) }
    if let field = body.fieldOutOfRange { throw .outOfRange(field: field) }
    return body
  }

  private func decodeAnyJSON(_ kind: RecordKind, _ payload: String) throws -> RecordBody? {
    if JSONCursor.namesNull(payload) { return nil }
    let data = Data(payload.utf8)
    return switch kind {
    case .learnerCreated: .learnerCreated(try decoder.decode(Learner.self, from: data))
    case .learnerRenamed: .learnerRenamed(try decoder.decode(Learner.self, from: data))
    case .learnersAreOne:
      .learnersAreOne(try decoder.decode(Group.self, from: data).learners)
    case .sessionOpened: .sessionOpened(try decoder.decode(SessionOpening.self, from: data))
    case .sessionClosed: .sessionClosed(try decoder.decode(SessionClosing.self, from: data))
    case .answered: .answered(try decoder.decode(Answer.self, from: data))
    case .retracted: .retracted(try decoder.decode(Retraction.self, from: data))
    case .flagged: .flagged(try decoder.decode(ItemFlag.self, from: data))
    case .planSet: .planSet(try decoder.decode(Plan.self, from: data))
    case .forgotten: .forgotten(try decoder.decode(Owner.self, from: data).learner)
    }
  }

  /// Whose record it is: what `forgotten` erases it by.
  ///
  /// A kind of a later version belongs to the learner that its payload names, if it names one.
  ///
  /// - Parameters:
  ///   - body: What the payload says, if it could be read.
  ///   - payload: One JSON object.
  /// - Returns: `nil` if it is nobody's alone.
  func owner(of body: RecordBody?, payload: String) -> LearnerID? {
    if let body { return body.owner }
    return try? decoder.decode(Owner.self, from: Data(payload.utf8)).learner
  }

  private func json(_ value: some Encodable) throws -> String {
    String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private struct Owner: Codable {
    let learner: LearnerID
  }

  private struct Group: Codable {
    let learners: [LearnerID]
  }
}

extension RecordBody {
  /// Whose record it is; `nil` where it is nobody's alone or says so only through its session.
  var owner: LearnerID? {
    switch self {
    case .learnerCreated(let learner), .learnerRenamed(let learner): learner.id
    case .sessionOpened(let opening): opening.learner
    case .answered(let answer): answer.learner
    case .retracted(let retraction): retraction.learner
    case .flagged(let flag): flag.learner
    case .planSet(let plan): plan.learner
    case .forgotten(let learner): learner
    case .learnersAreOne, .sessionClosed: nil
    }
  }
}
