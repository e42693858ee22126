import Foundation
import GameSession
import QuestionBank
import QuestionGenerator
import QuizModel
import ScoreStore

/// The records of a school: many learners who play a game of ten questions now and then over two
/// years, each record made anew whenever it is looked at, so that none has to be held.
struct ScaleRecords: RandomAccessCollection {
  private static let start: Int64 = 1_704_067_200_000  // 2024-01-01
  private static let span: Int64 = 730 * 24 * 60 * 60 * 1_000
  private static let answersOfGame = 10
  /// An opening, the answers, a closing.
  private static let recordsOfGame = answersOfGame + 2

  /// What of an answer depends on the item alone, as JSON, and who could have chosen what.
  private struct Asked {
    let head: String
    let item: String
    let tail: String
    let options: Int
    let key: Int

    init(_ item: Item) {
      let answer = ScaleRecords.json(item.answer)
      let fact = ScaleRecords.json(item.fact)
      head = """
        ,"correctAnswer":\(answer),"digest":"\(item.knowledgeDigest)","fact":\(fact)
        """
      self.item = ScaleRecords.json(ShownItem(item))
      tail = #","template":"\#(item.id.template)","topic":"\#(item.topic)"}"#
      options = item.options.count
      key = item.key
    }
  }

  private let learners: Int
  private let games: Int
  private let seed: UInt64
  private let bank: BankDescription
  private let asked: [Asked]

  let startIndex = 0
  var endIndex: Int { learners + learners * games * ScaleRecords.recordsOfGame }

  /// Records from items of a bank.
  ///
  /// - Parameters:
  ///   - learners: How many.
  ///   - games: How many each of them plays.
  ///   - seed: Tells one school from another.
  ///   - bank: Where the items are from.
  /// - Throws: What the bank throws.
  init(learners: Int, games: Int, seed: UInt64, bank: QuestionBank) throws {
    self.learners = learners
    self.games = games
    self.seed = seed
    self.bank = bank.description
    let generator = try ItemGenerator(bank: bank)
    let filter = try ItemFilter(bank: bank, topics: [], templates: [], fact: nil)
    var asked: [Asked] = []
    try filter.forEachFact { fact throws(BankError) in
      for form in [Form.multipleChoice, .trueFalse] {
        let item = try generator.item(for: fact, form: form, optionCount: 3, seed: 7)
        if let item { asked.append(Asked(item)) }
      }
      return true
    }
    self.asked = asked
  }

  /// The id of a learner.
  func learner(_ number: Int) -> LearnerID {
    var random = SplitMix64(seed: seed &* 1_000_003 &+ UInt64(number))
    return LearnerID(ScaleRecords.uuid(&random))
  }

  /// The identity of the bank.
  var bankID: String { bank.id }

  subscript(position: Int) -> StoredRecord {
    var random = SplitMix64(seed: (seed << 32) &+ UInt64(position) &* 2 &+ 1)
    let id = ScaleRecords.uuid(&random)
    guard position >= learners else {
      let learner = learner(position)
      return record(
        position,
        id: id,
        instant: ScaleRecords.start,
        kind: "learner-created",
        payload: #"{"id":"\#(learner.uuid.uuidString)","name":"Learner \#(position + 1)"}"#
      )
    }
    let place = position - learners
    let (game, step) = place.quotientAndRemainder(dividingBy: ScaleRecords.recordsOfGame)
    let learner = learner(game % learners).uuid.uuidString
    var source = SplitMix64(seed: seed &+ 0xabcdef &+ UInt64(game))
    let session = ScaleRecords.uuid(&source).uuidString
    let began =
      ScaleRecords.start + ScaleRecords.span / Int64(games * learners) * Int64(game)
    let instant = began + Int64(step) * 9_000
    switch step {
    case 0:
      return record(
        position,
        id: id,
        instant: instant,
        kind: "session-opened",
        payload: """
          {"bank":"\(bank.id)","bankVersion":"\(bank.version)","learner":"\(learner)",\
          "mode":"play","questions":10,"seed":\(random.next() >> 40),"session":"\(session)",\
          "topics":[]}
          """
      )
    case ScaleRecords.recordsOfGame - 1:
      return record(
        position,
        id: id,
        instant: instant,
        kind: "session-closed",
        payload: #"{"reason":"finished","session":"\#(session)"}"#
      )
    default:
      let payload = answer(learner, session, shownAt: instant - 4_000, using: &random)
      return record(position, id: id, instant: instant, kind: "answered", payload: payload)
    }
  }

  private func answer(
    _ learner: String,
    _ session: String,
    shownAt: Int64,
    using random: inout SplitMix64
  ) -> String {
    let asked = asked[random.below(asked.count)]
    let isRight = random.below(10) < 7
    let chosen = isRight ? asked.key : (asked.key + 1) % asked.options
    return """
      {"bank":"\(bank.id)","bankVersion":"\(bank.version)","choice":{"option":\(chosen)}\
      \(asked.head),"hints":0,"isRight":\(isRight),"item":\(asked.item),"learner":"\(learner)",\
      "points":\(isRight ? 110 : 0),"session":"\(session)","shownAt":{"instant":\(shownAt),\
      "offset":3600,"zone":"Europe/Berlin"},"taken":\(1_500 + random.below(9_000))\(asked.tail)
      """
  }

  private func record(
    _ position: Int,
    id: UUID,
    instant: Int64,
    kind: String,
    payload: String
  ) -> StoredRecord {
    var random = SplitMix64(seed: seed)
    return StoredRecord(
      id: RecordID(id),
      device: ScaleRecords.uuid(&random),
      sequence: Int64(position + 1),
      instant: Instant(milliseconds: instant),
      kind: kind,
      payload: payload
    )
  }

  private static func uuid(_ random: inout SplitMix64) -> UUID {
    let (high, low) = (random.next(), random.next())
    return withUnsafeBytes(of: (high, low)) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }
}

extension ScaleRecords {
  private static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }
}
