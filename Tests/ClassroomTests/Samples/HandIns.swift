import Classroom
import Foundation
import QuizModel
import ScoreStore

/// What pupils hand in of a homework, as their program would write it.
struct HandIns {
  let homework: ClassActivity
  let schoolClass: SchoolClass
  /// All answers of each pupil, by try.
  private(set) var whole: [(pupil: Pupil, attempts: [HandIn.Attempt])] = []

  /// A whole class's answers, drawn from a seed.
  init(_ homework: ClassActivity, _ schoolClass: SchoolClass, seed: UInt64) {
    self.homework = homework
    self.schoolClass = schoolClass
    var random = SplitMix64(seed: seed)
    let tries = homework.tries
    for pupil in schoolClass.pupils {
      let attempts = (1...tries).map { number in
        HandIn.Attempt(
          number: number,
          answers: HandIns.answers(homework, day: number, using: &random)
        )
      }
      whole.append((pupil, attempts))
    }
  }

  private static func answers(
    _ homework: ClassActivity,
    day: Int,
    using random: inout SplitMix64
  ) -> [HandIn.GivenAnswer] {
    var moment = SampleActivity.moment.instant.advanced(byDays: Double(day))
    return homework.questions.indices.map { question in
      moment = moment.advanced(byMilliseconds: Int64(1_000 + random.below(60_000)))
      let options = homework.questions[question].options.count
      let option = random.below(options + 1)
      return HandIn.GivenAnswer(
        record: RecordID(UUID(derivedFrom: ["\(random.next())"])),
        question: question,
        option: option == options ? nil : option,
        shownAt: LocalInstant(instant: moment, zone: "Europe/Berlin", offset: 7_200),
        taken: random.below(50_000)
      )
    }
  }

  /// A file of one pupil, with only the first answers of the last try where it was not finished.
  func bytes(_ place: Int, tries: Int, lastAnswers: Int? = nil) throws -> [UInt8] {
    var attempts = Array(whole[place].attempts.prefix(tries))
    if let lastAnswers, let last = attempts.popLast() {
      let some = Array(last.answers.prefix(lastAnswers))
      attempts.append(HandIn.Attempt(number: last.number, answers: some))
    }
    return try HandIns.bytes(homework.id, whole[place].pupil.name, attempts)
  }

  static func bytes(
    _ homework: ActivityID,
    _ pupil: String,
    _ attempts: [HandIn.Attempt],
    format: String = HandIn.format,
    version: Int = HandIn.version
  ) throws -> [UInt8] {
    let learner = LearnerID(UUID(derivedFrom: ["own", pupil]))
    let result = HandIn(homework: homework, pupil: pupil, learner: learner, attempts: attempts)
    return try SealedFile.bytes(result, format: format, version: version)
  }
}

extension Ledger {
  /// Takes in a file that was handed in.
  @discardableResult
  func collect(
    _ bytes: [UInt8],
    of homework: ClassActivity,
    by schoolClass: SchoolClass
  ) throws -> HomeworkCollection.Taken {
    let known = try answers(in: homework, by: schoolClass.everybody.map(\.id))
    let collection = HomeworkCollection(
      homework: homework,
      schoolClass: schoolClass,
      known: known
    )
    let taken = try collection.take(bytes)
    try log.insert(taken.records)
    return taken
  }
}
