import Foundation
import QuizModel

/// Records of several devices and learners, drawn from a seed, with collisions on purpose.
struct RandomHistory {
  private var random: SplitMix64
  private var sequences: [UUID: Int64] = [:]
  private(set) var records: [Record] = []

  private let devices: [UUID]
  private let learners: [LearnerID]
  private let sessions: [SessionID]

  init(seed: UInt64, count: Int) {
    random = SplitMix64(seed: seed)
    var source = random
    let uuid = { RandomHistory.uuid(&source) }
    devices = (0..<3).map { _ in uuid() }
    learners = (0..<6).map { _ in LearnerID(uuid()) }
    sessions = (0..<8).map { _ in SessionID(uuid()) }
    random = source
    for _ in 0..<count { add() }
  }

  /// The records in another order, some of them twice.
  func shuffled(seed: UInt64) -> [Record] {
    var random = SplitMix64(seed: seed)
    let twice = records.filter { _ in random.below(4) == 0 }
    return random.shuffled(records + twice)
  }

  /// The records spread over parts that overlap and together hold all of them.
  func parts(_ count: Int, seed: UInt64) -> [[Record]] {
    var random = SplitMix64(seed: seed)
    var parts = [[Record]](repeating: [], count: count)
    for record in random.shuffled(records) {
      parts[random.below(count)].append(record)
      if random.below(3) == 0 { parts[random.below(count)].append(record) }
    }
    return parts
  }

  private mutating func add() {
    let device = devices[random.below(devices.count)]
    let sequence = (sequences[device] ?? 0) + 1
    sequences[device] = sequence
    records.append(
      Record(
        id: RecordID(RandomHistory.uuid(&random)),
        device: device,
        sequence: sequence,
        // Few instants, so that device and sequence have to decide.
        instant: Instant(milliseconds: 1_790_000_000_000 + Int64(random.below(20))),
        body: body()
      )
    )
  }

  private mutating func body() -> RecordBody {
    let learner = learners[random.below(learners.count)]
    let place = random.below(sessions.count)
    let session = sessions[place]
    // A sitting is one learner's, but may be told of twice.
    let sitter = learners[place % learners.count]
    switch random.below(24) {
    case 0...2: return .learnerCreated(Learner(id: learner, name: "n\(random.below(90))"))
    case 3: return .learnerRenamed(Learner(id: learner, name: "r\(random.below(90))"))
    case 4: return .learnersAreOne([learner, learners[random.below(learners.count)]])
    case 5...6: return .sessionOpened(Samples.opening(session, by: sitter))
    case 7: return .sessionClosed(SessionClosing(session: session, reason: .finished))
    case 8: return .sessionClosed(SessionClosing(session: session, reason: .quit))
    case 9...11: return .retracted(Retraction(learner: learner, answer: someAnswer()))
    case 12: return .flagged(Samples.flag(by: learner))
    case 13: return .planSet(Samples.plan(by: learner, questions: random.below(30) + 1))
    case 14 where random.below(4) == 0: return .forgotten(learner)
    default:
      return .answered(
        Samples.answer(
          by: learner,
          session: session,
          fact: "f\(random.below(5))",
          topic: "t\(random.below(3))",
          points: 10 * random.below(20),
          chosen: random.below(2)
        )
      )
    }
  }

  private mutating func someAnswer() -> RecordID {
    let answers = records.filter { if case .answered = $0.body { true } else { false } }
    guard !answers.isEmpty else { return RecordID(RandomHistory.uuid(&random)) }
    return answers[random.below(answers.count)].id
  }

  private static func uuid(_ random: inout SplitMix64) -> UUID {
    let (high, low) = (random.next(), random.next())
    let bytes =
      (0..<8).map { UInt8(truncatingIfNeeded: high >> ($0 * 8)) }
      + (0..<8).map { UInt8(truncatingIfNeeded: low >> ($0 * 8)) }
    return bytes.withUnsafeBytes { $0.loadUnaligned(as: UUID.self) }
  }
}
