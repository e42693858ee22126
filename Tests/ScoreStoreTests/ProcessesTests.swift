import Foundation
import QuizModel
import Testing

@testable import ScoreStore

@Suite("Several processes", .serialized)
struct ProcessesTests {
  /// Writes a text at once, past every buffer, as a process that is about to die must.
  private static func say(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  private static func open(_ path: String) throws -> ScoreLog {
    try ScoreLog(
      folder: URL(fileURLWithPath: path),
      now: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) },
      makeUUID: { UUID() }
    )
  }

  private static func append(_ count: Int, to path: String) throws {
    let log = try open(path)
    let learner = LearnerID(UUID())
    for number in 0..<count {
      let record = try log.append(.answered(Samples.answer(by: learner, fact: "\(number)")))
      say(record.id.uuid.uuidString + "\n")
    }
  }

  private func ids(in output: [UInt8]) -> [RecordID] {
    String(decoding: output, as: UTF8.self).split(separator: "\n")
      .compactMap { UUID(uuidString: String($0)).map { RecordID($0) } }
  }

  @Test("write at once, each to its end, and no place is given twice")
  func twoProcessesAppend() async throws {
    let folder = try TemporaryFolder()
    let path = folder.data.path
    async let first = #expect(
      processExitsWith: .success,
      observing: [\.standardOutputContent]
    ) { [path = path as String] in
      try ProcessesTests.append(150, to: path)
    }
    async let second = #expect(
      processExitsWith: .success,
      observing: [\.standardOutputContent]
    ) { [path = path as String] in
      try ProcessesTests.append(150, to: path)
    }
    let outputs = await [first, second].compactMap { $0?.standardOutputContent }
    let told = outputs.flatMap { ids(in: $0) }
    #expect(told.count == 300)
    let log = try Samples.open(folder)
    let records = try log.records()
    #expect(Set(records.map(\.id)) == Set(told))
    #expect(records.map(\.sequence).sorted() == Array(1...300))
    #expect(Set(records.map(\.device)).count == 1)
    #expect(try log.faults().isEmpty)
  }

  @Test("that are killed at any moment lose nothing that they told of")
  func killedAtAnyMoment() async throws {
    let folder = try TemporaryFolder()
    var told: Set<RecordID> = []
    var random = SystemRandomNumberGenerator()
    for _ in 0..<30 {
      let (path, delay) = (folder.data.path, Int.random(in: 0...60_000, using: &random))
      let result = await #expect(
        processExitsWith: .signal(SIGKILL),
        observing: [\.standardOutputContent]
      ) { [path = path as String, delay = delay as Int] in
        Thread.detachNewThread {
          usleep(UInt32(delay))
          kill(getpid(), SIGKILL)
        }
        try ProcessesTests.append(.max, to: path)
      }
      told.formUnion(ids(in: result?.standardOutputContent ?? []))
      // Killed before it could make one, there may be no log yet.
      let log = try Samples.open(folder)
      let kept = Set(try log.records().map(\.id))
      #expect(told.isSubset(of: kept))
      try log.close()
    }
    #expect(!told.isEmpty)
    #expect(try Samples.open(folder).faults().isEmpty)
  }
}
