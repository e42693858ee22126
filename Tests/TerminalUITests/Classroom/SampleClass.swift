import Classroom
import FoundationEssentials
import QuizModel
import TestSupport

/// A class, what it was asked, and what it answered: made up, the same each time.
enum SampleClass {
  private static let made = LocalInstant(
    instant: Instant(milliseconds: 1_795_341_600_000),
    zone: "Asia/Pyongyang",
    offset: 32_400
  )

  /// A lasting id.
  static func uuid(_ number: Int) -> UUID {
    UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(number >> 8), UInt8(number & 255)))
  }

  /// So many who take part.
  static func participants(_ count: Int) -> [Participant] {
    let names = [
      "Ada Lee", "Ben Okoro", "Chloé Martin", "박민준", "Élodie de la Tour-du-Pin-Gouvernet",
    ]
    return (0..<count).map { place in
      let round = place / names.count
      let name = names[place % names.count] + (round == 0 ? "" : " \(round + 1)")
      return Participant(id: LearnerID(uuid(place + 1)), number: place + 1, name: name)
    }
  }

  /// The questions.
  static let items: [Item] = [
    .sampleChoice(row: "gin"),
    .sampleChoice(
      ["1948", "1958", "1973"],
      key: 1,
      stem: "In which year did Guinea and the DPRK establish diplomatic relations?",
      row: "gin-year",
      topic: "years"
    ), .sampleStatement(false, row: "moz"),
    .sampleChoice(
      ["New Delhi", "Bangkok", "Beijing", "Kuala Lumpur"],
      key: 0,
      stem: "When the DPRK closed its embassy in Kathmandu in 2023, its embassy in which other "
        + "city took over dealings with Nepal?",
      explanation: "Its embassy in New Delhi took over dealings with Nepal.",
      row: "npl",
      topic: "who-acts-for-whom"
    ),
  ]

  /// The titles of the topics.
  static let topics = [
    "when-they-began": "When they began", "years": "Years",
    "who-acts-for-whom": "Who acts for whom",
  ]

  /// An activity of some kind with these questions.
  static func activity(_ kind: ClassActivity.Kind) -> ClassActivity {
    ClassActivity(
      id: ActivityID(derivedFrom: ["sample"]),
      kind: kind,
      title: "When they began, Who acts for whom",
      classID: nil,
      bank: "bank",
      bankTitle: "Diplomatic relations",
      bankVersion: "1",
      made: made,
      seed: 1,
      topics: [],
      topicTitles: topics,
      questions: items.compactMap { ClassQuestion($0) }
    )
  }

  /// What a class answered, of whom the later ones know more.
  static func results(_ count: Int, kind: ClassActivity.Kind? = nil) -> ClassResults {
    var random = SplitMix64(seed: UInt64(count))
    let people = participants(count + 1)
    let activity = activity(kind ?? .paper([]))
    var answers: [SittingAnswer] = []
    for person in people.dropLast() {
      let session = ActivityRecords.session(of: person.id, in: activity.id)
      for (place, question) in activity.questions.enumerated() {
        let knows = random.below(100) < 30 + 60 * person.number / max(count, 1)
        let drawn = knows ? question.key : random.below(question.options.count)
        let chosen = place == 0 && !knows ? (question.key + 1) % question.options.count : drawn
        let isRight = chosen == question.key
        answers.append(
          SittingAnswer(
            record: RecordID(uuid(1000 + answers.count)),
            session: session,
            fact: question.fact,
            isRight: isRight,
            isUnanswered: false,
            chosen: isRight ? nil : question.options[chosen].answerID,
            points: isRight ? 100 : 0,
            instant: made.instant,
            utcOffset: 7_200,
            isRetracted: false
          )
        )
      }
    }
    return ClassResults(activity: activity, participants: people, answers: answers)
  }
}
