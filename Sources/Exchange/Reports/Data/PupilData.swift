import Classroom

/// What came of one who sat, as JSON.
struct PupilData: Encodable, Sendable {
  private let pupil: ClassReport.PupilResult

  private enum CodingKeys: CodingKey {
    case number, name, right, wrong, blank, asked, share, corrected, points, mark, attempt, isLate
    case missed, lateTry
  }

  /// Data of a pupil.
  init(_ pupil: ClassReport.PupilResult) {
    self.pupil = pupil
  }

  /// Writes every key.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(pupil.number, forKey: .number)
    try container.encode(pupil.name, forKey: .name)
    try container.encode(pupil.right, forKey: .right)
    try container.encode(pupil.wrong, forKey: .wrong)
    try container.encode(pupil.asked - pupil.right - pupil.wrong, forKey: .blank)
    try container.encode(pupil.asked, forKey: .asked)
    try container.encode(pupil.share, forKey: .share)
    try container.encode(pupil.corrected, forKey: .corrected)
    try container.encode(pupil.points, forKey: .points)
    try container.encode(pupil.mark, forKey: .mark)
    try container.encode(pupil.attempt, forKey: .attempt)
    try container.encode(pupil.isLate, forKey: .isLate)
    try container.encode(pupil.missed, forKey: .missed)
    try container.encode(pupil.lateTry.map(LateTryData.init), forKey: .lateTry)
  }
}

/// What a late try came to, beside one in time, as JSON.
private struct LateTryData: Encodable, Sendable {
  let attempt: Int
  let right: Int
  let asked: Int

  init(_ late: ClassReport.LateTry) {
    attempt = late.attempt
    right = late.right
    asked = late.asked
  }
}

/// One who did not sit, as JSON.
struct AbsenteeData: Encodable, Sendable {
  private let number: Int
  private let name: String

  /// Data of somebody.
  init(_ participant: Participant) {
    number = participant.number
    name = participant.name
  }
}
