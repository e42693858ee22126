import Foundation
import QuestionBank
import QuestionGenerator
import QuizModel
import ScoreStore

/// What a log of a school takes: a million answers by a hundred learners.
struct ScaleFigures: Encodable {
  /// Records of the log.
  let records: Int
  /// Answers among them.
  let answers: Int
  /// Seconds to take them in.
  var takenIn: Double?
  /// Megabytes of the file.
  var megabytes: Double?
  /// Milliseconds to read all answers of one learner, as a model of memory needs them.
  var reviewsOfOne: Figure?
  /// Seconds to read those of all learners.
  var reviewsOfAll: Double?
  /// Milliseconds to write one more answer.
  var append: Figure?
  /// Seconds to unite with an export of ten thousand new answers of a new learner.
  var merge: Double?
  /// Seconds to unite with it once more.
  var mergeAgain: Double?
  /// Seconds to drop the tables that repeat the records, and to replay.
  var rebuild: Double?
  /// Seconds to check everything.
  var check: Double?
  /// Seconds to print all records.
  var export: Double?
  /// Milliseconds of commands, by their words.
  var commands: [String: Figure] = [:]
  /// Milliseconds to the first question.
  var launch: Figure?
  /// What memory costs.
  var memory: ScaleMemory?
}

/// Measures what a log of a million answers costs.
enum ScaleBench {
  static func run(_ program: ProgramUnderTest, into figures: inout Figures) throws {
    let folder = URL(fileURLWithPath: program.banks).appendingPathComponent("dprk-relations")
    let bank = try BankOpener(cache: nil, version: "bench").judging
      .openFresh(BankFolder(folder), reversed: false)
    let records = try ScaleRecords(learners: 100, games: 1_000, seed: 1, bank: bank)
    var scale = ScaleFigures(records: records.count, answers: 1_000_000)
    let data = program.folder.appendingPathComponent("data/attache")
    let now: @Sendable () -> Instant = {
      Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
    let log = try ScoreLog(folder: data, now: now, makeUUID: { UUID() })
    scale.takenIn = try seconds { try log.insert(records) }
    scale.megabytes = megabytes(data.appendingPathComponent("log.sqlite"))
    try measureReading(log, records, into: &scale)
    scale.memory = try ScaleMemory(
      log: log,
      learners: (0..<100).map(records.learner),
      bank: bank,
      program: program
    )
    try measureWriting(log, bank, program.folder, into: &scale)
    scale.export = try seconds { try log.exportRecords { _ in } }
    scale.rebuild = try seconds { try log.rebuild() }
    scale.check = try seconds {
      for finding in try log.check() { FileHandle.standardError.write(Data("\(finding)\n".utf8)) }
    }
    try log.close()
    try measureCommands(program, into: &scale)
    figures.scale = scale
  }

  private static func measureReading(
    _ log: ScoreLog,
    _ records: ScaleRecords,
    into scale: inout ScaleFigures
  ) throws {
    let now = Instant(milliseconds: .max)
    var (times, count): ([Double], Int) = ([], 0)
    let all = try seconds {
      for number in 0..<100 {
        let start = milliseconds()
        count += try log.reviews(of: records.learner(number), in: records.bankID, now: now).count
        times.append(milliseconds() - start)
      }
    }
    guard count == scale.answers else { throw Failure.answersMissing(count) }
    (scale.reviewsOfOne, scale.reviewsOfAll) = (Figure(times), all)
  }

  private static func measureWriting(
    _ log: ScoreLog,
    _ bank: QuestionBank,
    _ folder: URL,
    into scale: inout ScaleFigures
  ) throws {
    let others = try ScaleRecords(learners: 1, games: 1_000, seed: 2, bank: bank)
    let export = folder.appendingPathComponent("export.jsonl")
    let other = try ScoreLog(
      inMemoryWith: { Instant(milliseconds: 0) },
      makeUUID: { UUID() }
    )
    try other.insert(others)
    var lines = ""
    try other.exportRecords { lines += $0 }
    try Data(lines.utf8).write(to: export)
    scale.merge = try seconds { try log.unite(with: export) }
    scale.mergeAgain = try seconds { try log.unite(with: export) }
    let answers = try other.records().compactMap { record -> RecordBody? in
      if case .answered = record.body { record.body } else { nil }
    }
    scale.append = Figure(
      try answers.prefix(50).map { body in
        let start = milliseconds()
        try log.append(body)
        return milliseconds() - start
      }
    )
  }

  private static func measureCommands(
    _ program: ProgramUnderTest,
    into scale: inout ScaleFigures
  ) throws {
    for words in [
      ["scores"], ["scores", "--learner", "Learner 7"], ["history"],
      ["history", "--learner", "Learner 7"], ["learner", "list"], ["data", "path"],
    ] {
      var times: [Double] = []
      for _ in 0..<9 {
        let start = milliseconds()
        try PseudoTerminal([program.binary] + words, environment: program.environment)
          .waitForEnd()
        times.append(milliseconds() - start)
      }
      scale.commands[words.joined(separator: " ")] = Figure(times)
    }
    _ = try program.timeToFirstQuestion(["--questions", "1"])
    scale.launch = Figure(
      try (0..<9).map { _ in try program.timeToFirstQuestion(["--questions", "1"]) }
    )
  }

  /// What makes the measurement worthless.
  private enum Failure: Error {
    case answersMissing(Int)
  }

  private static func seconds<Result>(_ work: () throws -> Result) rethrows -> Double {
    let start = milliseconds()
    _ = try work()
    return (milliseconds() - start) / 1000
  }

  private static func megabytes(_ url: URL) -> Double {
    let size = try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? NSNumber
    return Double(size?.int64Value ?? 0) / 1_048_576
  }
}
