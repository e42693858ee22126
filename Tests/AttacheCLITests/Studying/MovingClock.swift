import Foundation
import QuizModel
import Synchronization

@testable import AttacheCLI

/// Moves the clock of a stage, and gives it UUIDs that do not run out.
///
/// A class, because the stage and the test look at the same clock.
final class MovingClock: Sendable {
  private let state = Mutex((milliseconds: Int64(0), uuids: UInt64(0)))

  private let machine: UInt8

  /// Takes over a stage's clock; each machine has UUIDs of its own.
  init(of stage: Stage, machine: UInt8 = 0) {
    self.machine = machine
    let now = stage.environment.now
    stage.environment.now = {
      let now = now()
      return LocalInstant(
        instant: now.instant.advanced(byMilliseconds: self.state.withLock { $0.milliseconds }),
        zone: now.zone,
        offset: now.offset
      )
    }
    stage.environment.makeUUID = { self.uuid() }
  }

  /// Moves on, or back.
  func move(byDays days: Double) {
    state.withLock { $0.milliseconds += Int64(days * 86_400_000) }
  }

  private func uuid() -> UUID {
    var number = state.withLock { state in
      state.uuids += 1
      return state.uuids
    }
    var bytes: [UInt8] = []
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: number))
      number >>= 8
    }
    return UUID(
      uuid: (
        0xac, machine, 0, 0, 0, 0, 0x40, 0, 0x80, bytes[6], bytes[5], bytes[4], bytes[3], bytes[2],
        bytes[1], bytes[0]
      )
    )
  }
}
