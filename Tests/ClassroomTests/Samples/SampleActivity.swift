import Classroom
import Foundation
import QuizModel
import TestSupport
import Testing

/// Activities with questions of every form and number of options, drawn from a seed.
enum SampleActivity {
  static let moment = LocalInstant(
    instant: Instant(milliseconds: 1_790_000_000_000),
    zone: "Europe/Berlin",
    offset: 7_200
  )

  /// Questions: of three one is a statement, the others have three to five options.
  static func questions(_ count: Int, topics: Int = 2, from first: Int = 0) throws
    -> [ClassQuestion]
  {
    var random = SplitMix64(seed: UInt64(first + 1))
    return try (first..<(first + count)).map { number in
      let topic = "topic-\(number % topics)"
      let item: Item
      if number % 3 == 2 {
        item = .sampleStatement(
          random.below(2) == 0,
          stem: "Statement \(number).",
          row: "r\(number)",
          topic: topic
        )
      } else {
        let options = (0..<(3 + random.below(3))).map { "Option \(number)-\($0)" }
        item = .sampleChoice(
          options,
          key: random.below(options.count),
          stem: "Question \(number)?",
          row: "r\(number)",
          topic: topic,
          difficulty: random.below(5) - 2
        )
      }
      return try #require(ClassQuestion(item))
    }
  }

  /// An activity of some kind.
  static func of(
    _ kind: ClassActivity.Kind,
    _ questions: [ClassQuestion],
    id: String = "PAPER0"
  ) throws -> ClassActivity {
    ClassActivity(
      id: try #require(ActivityID(id)),
      kind: kind,
      title: "A test",
      classID: nil,
      bank: "0cf3edea-a35e-4c0e-9dc6-e9071185ea98",
      bankTitle: "A bank",
      bankVersion: "1.0.0",
      made: moment,
      seed: 7,
      topics: [],
      topicTitles: ["topic-0": "The first topic"],
      questions: questions
    )
  }

  /// A paper whose forms ask the same questions, each in an order of its own.
  static func paper(_ count: Int, forms: Int = 3, seed: UInt64 = 1) throws -> ClassActivity {
    let questions = try questions(count)
    var random = SplitMix64(seed: seed)
    let all = (0..<forms).map { form in
      let order = form == 0 ? Array(0..<count) : random.shuffled(Array(0..<count))
      return PaperForm(
        letter: PaperForm.letter(at: form),
        questions: order,
        optionOrders: order.map { place in
          let options = Array(questions[place].options.indices)
          return questions[place].form == .trueFalse || form == 0
            ? options : random.shuffled(options)
        }
      )
    }
    return try of(.paper(all), questions)
  }

  /// A paper whose forms ask different questions.
  static func parallelPaper(_ count: Int, forms: Int) throws -> ClassActivity {
    let questions = try questions(count * forms)
    let all = (0..<forms).map { form in
      let places = Array((form * count)..<((form + 1) * count))
      return PaperForm(
        letter: PaperForm.letter(at: form),
        questions: places,
        optionOrders: places.map { Array(questions[$0].options.indices) }
      )
    }
    return try of(.paper(all), questions)
  }

  /// A homework.
  static func homework(
    _ count: Int,
    deadline: CalendarDay? = nil,
    tries: Int = 1
  ) throws -> ClassActivity {
    let terms = HomeworkTerms(deadline: deadline, tries: tries, isGraded: true)
    return try of(.homework(terms), questions(count), id: "WRK000")
  }

  /// A game of some participants.
  static func game(_ count: Int, _ participants: [Participant]) throws -> ClassActivity {
    try of(.game(participants), questions(count), id: "GAME00")
  }
}
