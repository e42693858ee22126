import Classroom
import Foundation
import QuizModel
import TestSupport

/// Results of classes that reports are made of in tests.
struct ReportSamples: Sendable {
  /// What kind of activity was done.
  enum Kind: Sendable {
    case paper, parallelPapers, game, homework
  }

  /// The title at the head.
  var title = "Who recognised whom, and when"
  /// What kind of activity was done.
  var kind = Kind.paper
  /// How many questions there are, every sixth of them a statement.
  var questions = 26
  /// How many are on the list; one in twenty of them did not sit.
  var people = 30
  /// How many of those on the list sat; `nil` for nearly all.
  var sitting: Int?
  /// Where the answers come from.
  var seed: UInt64 = 1
  /// Replaces the name of a pupil, by place.
  var name: @Sendable (Int) -> String = { ReportSamples.name(at: $0) }
  /// Replaces the stem of a question, by place.
  var stem: @Sendable (Int) -> String? = { _ in nil }
  /// How much better they are than chance would have them, added to each share of right answers.
  var skill = 0.0
  /// Replaces what is chosen by somebody, by place, of a question, by place.
  var choice: @Sendable (_ person: Int, _ question: Int) -> Int?? = { _, _ in nil }

  private static let states = [
    "Guinea", "Cuba", "Sweden", "Mongolia", "Poland", "Algeria", "Indonesia", "Viet Nam", "Finland",
    "Switzerland", "Mali", "Egypt", "Romania", "Denmark",
  ]

  private static let givenNames = [
    "Anna", "Ben", "Chloé", "David", "Elif", "Farid", "Grzegorz", "Hana", "Ivo", "Ji-woo", "Karim",
    "Lena", "Mehmet", "Nora", "Ole", "Paula", "Quirin", "Rosa", "Søren", "Tomás",
  ]

  private static let topicTitles = [
    "When relations began", "Embassies in Pyongyang", "Broken off and restored",
    "Agreements and visits",
  ]

  /// A name as on a list.
  static func name(at place: Int) -> String {
    "\(givenNames[place % givenNames.count]) \(PaperForm.letter(at: place / givenNames.count))."
  }

  /// Everybody on the list.
  var participants: [Participant] {
    (0..<people).map { place in
      let id = LearnerID(UUID(derivedFrom: ["sample", "\(place)"]))
      return Participant(id: id, number: place + 1, name: name(place))
    }
  }

  /// What came of it.
  var results: ClassResults {
    let activity = activity
    var random = SplitMix64(seed: seed)
    let answers = participants.enumerated().flatMap { place, participant -> [SittingAnswer] in
      let sits = sitting.map { place < $0 } ?? (people < 20 || place % 20 != 19)
      return sits ? self.answers(of: participant, at: place, in: activity, random: &random) : []
    }
    return ClassResults(
      activity: activity,
      participants: participants,
      answers: answers
    )
  }

  /// The report of it.
  var report: ClassReport {
    ClassReport(results, className: "10b", scale: MarkScale("1=92,2=81,3=67,4=50,5=30,6=0"))
  }

  /// What was done.
  var activity: ClassActivity {
    let topics = Dictionary(
      uniqueKeysWithValues: ReportSamples.topicTitles.enumerated().map { ("topic-\($0)", $1) }
    )
    return ClassActivity(
      id: ActivityID(derivedFrom: [title, "\(seed)"]),
      kind: activityKind,
      title: title,
      classID: nil,
      bank: "6f0f3b1e-0000-4000-8000-000000000001",
      bankTitle: "Foreign relations of the DPRK",
      bankVersion: "2026.1",
      made: LocalInstant(
        instant: Instant(milliseconds: 1_790_000_000_000),
        zone: "Europe/Berlin",
        offset: 7200
      ),
      seed: seed,
      topics: [],
      topicTitles: topics,
      questions: (0..<questions).compactMap { ClassQuestion(item($0)) }
    )
  }

  private var activityKind: ClassActivity.Kind {
    switch kind {
    case .paper:
      .paper([form("A", Array(0..<questions)), form("B", Array((0..<questions).reversed()))])
    case .parallelPapers:
      .paper([
        form("A", (0..<questions).filter { $0 % 2 == 0 }),
        form("B", (0..<questions).filter { $0 % 2 == 1 }),
      ])
    case .game:
      .game(participants)
    case .homework:
      .homework(
        HomeworkTerms(
          deadline: CalendarDay(year: 2026, month: 9, day: 21),
          tries: 3,
          isGraded: true
        )
      )
    }
  }

  private func form(_ letter: String, _ places: [Int]) -> PaperForm {
    let orders = places.map { place -> [Int] in
      let item = item(place)
      // True always comes before False.
      return item.form == .trueFalse
        ? Array(item.options.indices) : item.options.indices.reversed()
    }
    return PaperForm(letter: letter, questions: places, optionOrders: orders)
  }

  private func item(_ place: Int) -> Item {
    let states = ReportSamples.states
    let state = states[place % states.count]
    let topic = "topic-\(place * 4 / max(questions, 1))"
    if place % 6 == 5 {
      return .sampleStatement(
        place % 12 == 5,
        stem: stem(place) ?? "\(state) has an embassy in Pyongyang.",
        row: "r\(place)",
        topic: topic
      )
    }
    return .sampleChoice(
      (0..<(3 + place % 2)).map { states[(place + $0 * 3) % states.count] },
      key: place % 3,
      stem: stem(place) ?? "Which of these established diplomatic relations with the DPRK first?",
      explanation: "\(states[(place + place % 3 * 3) % states.count]) was the first of them.",
      row: "r\(place)",
      topic: topic,
      sources: [.sample, .bare]
    )
  }
}

extension ReportSamples {
  /// The answers of one who sits, of one form of parallel papers.
  private func answers(
    of participant: Participant,
    at person: Int,
    in activity: ClassActivity,
    random: inout SplitMix64
  ) -> [SittingAnswer] {
    let ability = random.unit() * 1.2 - 0.5
    let session = ActivityRecords.session(of: participant.id, in: activity.id)
    var answers: [SittingAnswer] = []
    for (place, question) in activity.questions.enumerated() {
      let drawn = drawnChoice(of: question, at: place, ability: ability, random: &random)
      if case .parallelPapers = kind, place % 2 != person % 2 { continue }
      let chosen = choice(person, place) ?? drawn
      let isRight = chosen == question.key
      let id = RecordID(UUID(derivedFrom: ["sample", "\(person)", "\(place)"]))
      answers.append(
        SittingAnswer(
          record: id,
          session: session,
          fact: question.fact,
          isRight: isRight,
          isUnanswered: chosen == nil,
          chosen: isRight ? nil : chosen.map { question.options[$0].answerID },
          points: isRight ? 120 : 0,
          instant: activity.made.instant.advanced(byDays: person % 11 == 10 ? 2 : 0),
          utcOffset: 7_200,
          isRetracted: false
        )
      )
    }
    return answers
  }

  private func drawnChoice(
    of question: ClassQuestion,
    at place: Int,
    ability: Double,
    random: inout SplitMix64
  ) -> Int? {
    let (isKnown, slip, guess) = (random.unit(), random.unit(), random.below(100))
    if slip < 0.04 { return nil }
    let ease = 0.95 - 0.7 * Double(place) / Double(max(questions, 1)) + skill
    return isKnown < ease + ability ? question.key : guess % question.options.count
  }
}
