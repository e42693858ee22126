import Classroom
import Foundation
import QuizModel
import TestSupport
import Testing

/// Ids and places of records, as a few lines of Python work them out of what the documentation
/// says: they are in logs already, and two machines unite by them, so no release may change them.
@Suite struct PinnedRecordsTests {
  private let activity: ClassActivity
  private let maker: ActivityRecords

  init() throws {
    let items = (0..<2).map { Item.sampleChoice(row: "r\($0)") }
    activity = try SampleActivity.of(
      .paper([]),
      try items.map { try #require(ClassQuestion($0)) }
    )
    let pupil = try #require(UUID(uuidString: "6F1E9C44-0B5D-4C3A-9E57-2D8A71B0C3F5"))
    maker = ActivityRecords(
      activity: activity,
      participant: LearnerID(pupil),
      moment: SampleActivity.moment
    )
  }

  private func expect(_ record: Record, _ id: String, _ sequence: Int64) {
    #expect(record.id.uuid.uuidString == id)
    #expect(record.sequence == sequence)
    #expect(record.device.uuidString == "59F52B63-80BE-865D-8267-161A57438B6B")
  }

  @Test("are what they were")
  func pinned() {
    let items = activity.questions.map(\.item)
    #expect(maker.session.uuid.uuidString == "6CB0EF8E-6BD4-867D-BC4C-5C72B9BB3C09")
    expect(maker.opening(questions: 2), "AA626320-19EE-8416-ACBF-00A96AD33A82", 2_005_290)
    expect(maker.closing(), "D476A1AF-0057-8C54-B828-C777DB85F58E", 2_689_635)
    let answer = maker.answer(.option(2), to: items[1], question: 1, revision: 0)
    expect(answer, "35429A1E-9AC7-821D-99B1-D2DD04A999DA", 4_201_329)
    let blank = maker.answer(.nothing, to: items[0], question: 0, revision: 1, taken: 1_500)
    expect(blank, "085183EE-60ED-8915-BB52-CFB084850558", 7_478_412)
    let retraction = maker.retraction(of: answer.id, question: 1, revision: 0)
    expect(retraction, "F3A58D89-F2F1-89CF-8BF7-E7122824E16E", 6_850_706)
  }

  @Test("and the sittings of homework too")
  func homework() throws {
    let learner = try #require(UUID(uuidString: "6F1E9C44-0B5D-4C3A-9E57-2D8A71B0C3F5"))
    let session = HomeworkSitting.session(
      of: LearnerID(learner),
      called: "Chloë",
      in: activity.id,
      attempt: 2
    )
    #expect(session.uuid.uuidString == "D8176672-E802-8599-9DF2-96ACCF910C8F")
  }
}
