import Foundation
import QuizModel
import Testing

@testable import ScoreStore

@Suite("The quick reader of payloads")
struct CanonicalPayloadTests {
  private let coder = RecordCoder()

  /// What a decoder of any JSON reads.
  private func decoded(_ kind: RecordKind, _ payload: String) -> RecordBody? {
    let (decoder, data) = (JSONDecoder(), Data(payload.utf8))
    return switch kind {
    case .answered: (try? decoder.decode(Answer.self, from: data)).map(RecordBody.answered)
    case .sessionOpened:
      (try? decoder.decode(SessionOpening.self, from: data)).map(RecordBody.sessionOpened)
    default:
      (try? decoder.decode(SessionClosing.self, from: data)).map(RecordBody.sessionClosed)
    }
  }

  private func samples(_ seed: UInt64) throws -> [(RecordKind, String)] {
    let learner = LearnerID(UUID())
    var answers = RandomAnswer(seed: seed)
    let session = SessionID(UUID())
    let bodies: [RecordBody] = [
      .answered(answers.next(by: learner)), .answered(answers.next(by: learner)),
      .sessionOpened(Samples.opening(session, by: learner)),
      .sessionClosed(SessionClosing(session: session, reason: .endOfInput)),
    ]
    return try bodies.map { try coder.encode($0) }
  }

  @Test("reads whatever this version writes", arguments: 0..<40)
  func readsWhatIsWritten(seed: UInt64) throws {
    for (kind, payload) in try samples(seed) {
      let body = try #require(CanonicalPayload.body(kind: kind, payload: payload))
      #expect(body == decoded(kind, payload))
    }
  }

  @Test("reads nothing otherwise than a decoder of any JSON, however a payload is damaged")
  func agreesOnDamage() throws {
    var random = SplitMix64(seed: 7)
    let scraps: [[UInt8]] = [
      "\"", "\\", "\\u0000", "\\n", "\\\"", "0", "-0", "-", "1e3", ".5", "00",
      "99999999999999999999",
      "{", "}", "[", "]", ",", ":", " ", "\n", "\u{0}", "é", "null", "true", "-1", "\u{7f}",
    ].map { Array($0.utf8) }
    var (read, refused) = (0, 0)
    for seed in 0..<60 {
      for (kind, payload) in try samples(UInt64(seed)) {
        for _ in 0..<40 {
          var bytes = Array(payload.utf8)
          let start = random.below(bytes.count)
          let end = min(bytes.count, start + random.below(4))
          bytes.replaceSubrange(start..<end, with: scraps[random.below(scraps.count)])
          let text = String(decoding: bytes, as: UTF8.self)
          guard let body = CanonicalPayload.body(kind: kind, payload: text) else {
            refused += 1
            continue
          }
          read += 1
          #expect(body == decoded(kind, text), "\(text)")
        }
      }
    }
    #expect(read > 500 && refused > 500)
  }

  @Test("leaves other kinds, other orders and blanks to the decoder")
  func leavesTheRest() throws {
    let session = SessionID(UUID())
    let (kind, payload) = try coder.encode(
      .sessionClosed(SessionClosing(session: session, reason: .quit))
    )
    let blank = payload.replacingOccurrences(of: ":", with: ": ")
    #expect(CanonicalPayload.body(kind: kind, payload: blank) == nil)
    #expect(
      try coder.decode(kind: kind.rawValue, payload: blank)
        == coder.decode(kind: kind.rawValue, payload: payload)
    )
    #expect(CanonicalPayload.body(kind: .forgotten, payload: payload) == nil)
    #expect(CanonicalPayload.body(kind: kind, payload: payload + "x") == nil)
  }
}
