import Classroom
import QuizModel
import Testing

/// Records that follow from what was done, and from nothing else.
@Suite struct ActivityRecordsTests {
  private let activity: ClassActivity
  private let pupil = SampleClass.participants(["Ada"])[0].id

  init() throws {
    activity = try SampleActivity.paper(200, forms: 1)
  }

  private func maker(
    attempt: Int = 1,
    moment: LocalInstant = SampleActivity.moment
  ) -> ActivityRecords {
    ActivityRecords(activity: activity, participant: pupil, attempt: attempt, moment: moment)
  }

  private func answer(
    _ given: ActivityRecords.Given = .option(0),
    _ question: Int = 0,
    revision: Int = 0,
    taken: Int = 0,
    by maker: ActivityRecords? = nil
  ) -> Record {
    let item = activity.questions[question].item
    return (maker ?? self.maker())
      .answer(given, to: item, question: question, revision: revision, taken: taken)
  }

  @Test("are the same for the same, and others as soon as anything is another")
  func identity() {
    let later = LocalInstant(
      instant: SampleActivity.moment.instant.advanced(byMilliseconds: 1),
      zone: SampleActivity.moment.zone,
      offset: SampleActivity.moment.offset
    )
    let elsewhere = LocalInstant(instant: later.instant, zone: "UTC", offset: 0)
    let reversed = activity.questions[0].item(
      optionOrder: Array(activity.questions[0].options.indices.reversed())
    )
    let different = [
      answer(), answer(.option(1)), answer(.nothing), answer(.option(0), 1), answer(revision: 1),
      answer(taken: 1), answer(by: maker(attempt: 2)), answer(by: maker(moment: later)),
      answer(by: maker(moment: elsewhere)), maker().opening(questions: 200),
      maker().opening(questions: 199), maker().closing(),
      maker().answer(.option(0), to: reversed, question: 0, revision: 0),
      maker().retraction(of: answer().id, question: 0, revision: 0),
      maker().retraction(of: answer().id, question: 0, revision: 1),
      maker().retraction(of: answer(.option(1)).id, question: 0, revision: 0),
    ]
    #expect(Set(different.map(\.id)).count == different.count)
    #expect(answer() == answer())
    #expect(maker().opening(questions: 200) == maker().opening(questions: 200))
  }

  @Test("have places that grow with each revision, and that a log takes")
  func places() {
    let first = maker().opening(questions: 200)
    #expect(first.sequence < maker().closing().sequence)
    var last = maker().closing().sequence
    for revision in [0, 1, 2, 50, 1_000, 1 << 20] {
      for question in [0, 1, 199] {
        let said = answer(.option(0), question, revision: revision)
        #expect(said.device == first.device)
        #expect(said.sequence > last)
        last = said.sequence
      }
      let taken = maker().retraction(of: answer().id, question: 0, revision: revision)
      #expect(taken.sequence > last)
      last = maker().retraction(of: answer().id, question: 199, revision: revision).sequence
    }
    #expect(last <= 1 << 53)
    #expect(answer(.option(0), 199, revision: .max).sequence <= 1 << 53)
  }

  @Test("hold what was shown and what was done")
  func content() throws {
    for (place, question) in activity.questions.prefix(12).enumerated() {
      for option in question.options.indices {
        guard case .answered(let said) = answer(.option(option), place).body else {
          Issue.record("no answer")
          continue
        }
        #expect(said.item == ShownItem(question.item))
        #expect(said.choice == .option(option))
        #expect(said.isRight == (option == question.key))
        #expect((said.points > 0) == said.isRight)
        #expect(said.bank == activity.bank && said.bankVersion == activity.bankVersion)
        #expect(said.shownAt == SampleActivity.moment)
      }
      guard case .answered(let blank) = answer(.nothing, place).body else { continue }
      #expect(blank.choice == .dontKnow && !blank.isRight && blank.points == 0)
    }
  }
}
