import Foundation
import LearningModel
import QuizModel
import Testing

@Suite("What follows from a learner's answers beside memory")
struct HistoryTests {
  private static let day: Int64 = 86_400_000

  private static let catalogue = FactCatalogue(
    entries: ["a/1", "a/2"].compactMap { FactID($0) }.map { id in
      FactCatalogue.Entry(
        id: id,
        topics: ["basics"],
        about: [],
        difficulty: 0,
        answers: [
          "direct": KnowledgeDigest.piece(template: "direct", answer: "one"),
          "reversed": KnowledgeDigest.piece(template: "reversed", answer: "other"),
        ],
        templates: ["direct", "reversed"]
      )
    },
    renamed: ["z/1": "y/1", "y/1": "a/1", "loop/1": "loop/2", "loop/2": "loop/1"].reduce(into: [:])
    {
      if let old = FactID($1.key), let new = FactID($1.value) { $0[old] = new }
    },
    misattributed: ["direct"]
  )

  /// What an answer keeps of a fact that templates told so.
  private static func digest(_ answers: [String: String]) -> String {
    KnowledgeDigest.text(answers.map { KnowledgeDigest.piece(template: $0, answer: $1) })
  }

  /// What the first release kept of an answer, as it is read now.
  private static func oldDigest(_ template: String, _ answer: String) -> String {
    KnowledgeDigest.read("2:0123456789abcdef", template: template, answer: answer)
  }

  /// An answer to a fact, so many milliseconds after the epoch.
  private static func review(
    _ fact: String,
    at milliseconds: Int64,
    isRight: Bool = true,
    form: Form = .multipleChoice,
    options: Int = 3,
    chosen: String? = nil,
    template: String = "direct",
    key: String = "key",
    digest: String = digest(["direct": "one", "reversed": "other"]),
    offset: Int = 0,
    isFromTheFuture: Bool = false
  ) -> Review {
    Review(
      place: RecordPlace(
        instant: Instant(milliseconds: milliseconds),
        device: UUID(),
        sequence: 1,
        id: RecordID(UUID())
      ),
      fact: FactID(fact) ?? FactID(family: "", row: ""),
      template: template,
      topic: "basics",
      form: form,
      optionsLeft: options,
      isRight: isRight,
      isUnanswered: false,
      chosen: chosen,
      key: key,
      taken: 6_000,
      digest: digest,
      utcOffset: offset,
      isFromTheFuture: isFromTheFuture
    )
  }

  private static func history(_ reviews: [Review]) -> LearnerHistory {
    reviews.reduce(into: LearnerHistory(catalogue: catalogue)) { $0.take($1, in: catalogue) }
  }

  @Test("carries memory across renames, keeps what is gone apart, and leaves out the future")
  func names() {
    let history = Self.history([
      Self.review("z/1", at: 0), Self.review("y/1", at: Self.day), Self.review("gone/1", at: 1),
      Self.review("loop/1", at: 2), Self.review("a/2", at: 3, isFromTheFuture: true),
    ])
    #expect(history.trails.map { $0?.answers } == [2, nil])
    #expect(history.memory.memory(of: 1) == nil)
    #expect(history.answers == 4)
    #expect(history.goneAnswers == 2)
  }

  @Test("takes a typed answer for knowledge, and any other for a guess of one in those left")
  func guesses() {
    let cases: [(Form, Int, Double)] = [
      (.typed, 0, 0), (.trueFalse, 2, 0.5), (.multipleChoice, 4, 0.25), (.multipleChoice, 0, 1),
    ]
    for (form, options, guess) in cases {
      #expect(
        LearnerHistory.guess(of: Self.review("a/1", at: 0, form: form, options: options)) == guess
      )
    }
  }

  @Test("notices a change of whatever template tells the fact, and that it was asked since")
  func changes() {
    // The template that asked tells the same; the other one does not.
    let old = Self.review(
      "a/1",
      at: 0,
      digest: Self.digest(["direct": "one", "reversed": "before"])
    )
    #expect(Self.history([old]).trails[0]?.changed == ["reversed"])
    #expect(Self.history([old, Self.review("a/1", at: 2)]).trails[0]?.changed == [])
    // Templates that came or went since, and digests of another kind, tell nothing.
    for digest in [Self.digest(["gone": "x", "direct": "One"]), "3:", "old", "2:x", ""] {
      #expect(Self.history([Self.review("a/1", at: 0, digest: digest)]).trails[0]?.changed == [])
    }
  }

  @Test("holds answers of the first release against what was right then")
  func oldChanges() {
    let old = Self.review("a/1", at: 0, digest: Self.oldDigest("direct", "before"))
    #expect(Self.history([old]).trails[0]?.changed == ["direct"])
    let other = Self.review(
      "a/1",
      at: 1,
      template: "reversed",
      digest: Self.oldDigest("reversed", "Other")
    )
    #expect(Self.history([old, other]).trails[0]?.changed == ["direct"])
    #expect(Self.history([old, Self.review("a/1", at: 2)]).trails[0]?.changed == [])
  }

  @Test("lets no false statement of the first release into memory that was about another fact")
  func misattributed() {
    func statement(_ key: String, template: String = "direct", digest: String) -> Review {
      Self.review(
        "a/1",
        at: 0,
        form: .trueFalse,
        options: 2,
        template: template,
        key: key,
        digest: digest
      )
    }
    let old = Self.oldDigest("direct", "one")
    let left = Self.history([statement("false", digest: old)])
    #expect(left.trails[0] == nil)
    #expect(left.memory.memory(of: 0) == nil)
    // It was an answer all the same.
    #expect(left.answers == 1)
    #expect(left.days.answers.count == 1)
    for kept in [
      statement("true", digest: old), statement("false", template: "reversed", digest: old),
      statement("false", digest: Self.digest(["direct": "one"])),
      Self.review("a/1", at: 0, key: "false", digest: old),
    ] {
      #expect(Self.history([kept]).trails[0]?.answers == 1)
    }
  }

  @Test("counts what was taken for the right answer, but no statement judged wrongly")
  func confusions() {
    let history = Self.history([
      Self.review("a/1", at: 0, isRight: false, chosen: "swe"),
      Self.review("a/1", at: 1, isRight: false, form: .typed, options: 0, chosen: "swe"),
      Self.review("a/1", at: 2, isRight: false, form: .trueFalse, options: 2, chosen: "true"),
    ])
    #expect(history.trails[0]?.confusions == ["swe": 2])
  }

  @Test("calls a leech what is missed more often than not, and often")
  func leeches() {
    func trail(_ rights: [Bool]) -> FactTrail? {
      Self.history(
        rights.enumerated().map { Self.review("a/1", at: Int64($0), isRight: $1) }
      ).trails[0]
    }
    #expect(trail([false, true, false, false, true, false, false])?.isLeech == true)
    #expect(
      trail([false, true, false, true, false, true, false, true, false, true])?.isLeech == false
    )
    #expect(trail([false, false, false])?.isLeech == false)
    #expect(trail([true, true, false, true])?.run == 1)
  }

  @Test("counts days where the learner was, and a row of them until a whole day is missed")
  func streaks() {
    // 23:30 UTC is the next day in Pyongyang.
    let late = Self.review("a/1", at: Self.day - 1_800_000, offset: 32_400)
    let next = Self.review("a/1", at: 2 * Self.day, offset: 32_400)
    let days = Self.history([late, next]).days
    #expect(days.answers == [1: 1, 2: 1])
    #expect((1...4).map { days.streak(on: $0) } == [1, 2, 2, 0])
    #expect(Self.history([late, Self.review("a/1", at: 5 * Self.day)]).days.longestStreak == 1)
  }

  @Test("takes a break for a break, and believes in the usual while little is known")
  func pace() {
    var pace = Pace()
    #expect(pace.seconds() == 15)
    pace.note(.multipleChoice, template: "direct", milliseconds: 3_600_000)
    #expect(pace.seconds() == 32.5)
    for _ in 0..<1_000 { pace.note(.multipleChoice, template: "direct", milliseconds: 4_000) }
    #expect(abs(pace.seconds() - 4) < 0.3)
    #expect(pace.seconds(of: ["direct"]) < pace.seconds(for: .typed))
    #expect(pace.questions(inMinutes: 6) > 40)
    pace.note(.typed, template: "direct", milliseconds: .min)
    #expect(pace.questions(inMinutes: 1) >= 1)
  }

  @Test("holds what was foretold against what came, by tenths")
  func calibration() {
    var calibration = Calibration()
    #expect(calibration.overall == nil)
    for number in 0..<10 { calibration.note(chance: 0.85, isRight: number < 7) }
    calibration.note(chance: 1, isRight: true)
    calibration.note(chance: .nan, isRight: true)
    #expect(calibration.bins[8].answers == 10)
    #expect(abs(calibration.bins[8].foretold - 8.5) < 1e-12)
    #expect(calibration.bins[8].right == 7)
    #expect(calibration.bins[9].answers == 1)
    #expect(calibration.bins.reduce(0) { $0 + $1.answers } == 11)
  }
}
