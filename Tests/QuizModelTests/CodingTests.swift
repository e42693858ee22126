import Foundation
import QuizModel
import TestSupport
import Testing

/// What stands in the log has to be read by every later version, so its form is held fast here.
@Suite("The coded form")
struct CodingTests {
  private let learner = LearnerID(
    UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
  )
  private let session = SessionID(
    UUID(uuid: (16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1))
  )
  private let fact = FactID(family: "established", row: "dza")

  @Test(
    "of a choice is one key",
    arguments: [
      (.option(0), #"{"option":0}"#), (.option(4), #"{"option":4}"#),
      (.dontKnow, #"{"other":"dont-know"}"#), (.timedOut, #"{"other":"timed-out"}"#),
      (.typed("Côte d'Ivoire", answerID: "civ"), #"{"answer":"civ","typed":"Côte d'Ivoire"}"#),
      (.typed("Atlantis", answerID: nil), #"{"typed":"Atlantis"}"#),
      (.typed("", answerID: nil), #"{"typed":""}"#),
    ] as [(Choice, String)]
  )
  func choices(_ choice: Choice, _ json: String) throws {
    #expect(try text(choice) == json)
    #expect(try decoded(Choice.self, json) == choice)
  }

  @Test(
    "of a choice that nobody knows is refused",
    arguments: [
      "{}", #"{"other":"slept"}"#, #"{"option":"a"}"#, #"{"other":3}"#, "[]", "1", #"{"typed":3}"#,
      #"{"answer":"civ"}"#,
    ]
  )
  func unknownChoices(_ json: String) {
    #expect(throws: DecodingError.self) { try decoded(Choice.self, json) }
  }

  @Test(
    "of a fact id is one string",
    arguments: ["established/dza", "a/b/c", "mission_dates/12/opened", "é/日本"]
  )
  func factIDs(_ id: String) throws {
    let fact = try #require(FactID(id))
    #expect(fact.description == id)
    #expect(try decoded(FactID.self, try text(fact)) == fact)
    #expect(try decoded([FactID].self, "[\"\(id)\"]") == [fact])
  }

  @Test("of a fact id needs both parts", arguments: ["", "a", "/", "a/", "/b"])
  func brokenFactIDs(_ id: String) {
    #expect(FactID(id) == nil)
    #expect(throws: DecodingError.self) { try decoded(FactID.self, "\"\(id)\"") }
  }

  @Test("of fact ids sorts by bytes")
  func factOrder() {
    let ids = ["a/Z", "a/a", "a/é", "a/日", "b/a"].compactMap { FactID($0) }
    #expect(ids.reversed().sorted() == ids)
  }

  @Test("of an answer gives it back, and its shape stays")
  func answers() throws {
    for choice in [Choice.option(2), .typed("1959", answerID: "1959"), .dontKnow, .timedOut] {
      let answer = makeAnswer(choice)
      let json = try text(answer)
      #expect(try decoded(Answer.self, json) == answer)
      #expect(json == expectedAnswer(try text(choice)))
    }
  }

  @Test(
    "tells the id of what was chosen, and what was read or typed",
    arguments: [
      (.option(1), "1960", "1960"), (.option(2), nil, nil), (.option(-1), nil, nil),
      (.typed("1959 ", answerID: "1959"), "1959", "1959 "),
      (.typed("then", answerID: nil), nil, "then"),
      (.dontKnow, nil, nil), (.timedOut, nil, nil),
    ] as [(Choice, String?, String?)]
  )
  func chosenAnswer(_ choice: Choice, _ id: String?, _ text: String?) {
    #expect(makeAnswer(choice).chosenAnswerID == id)
    #expect(makeAnswer(choice).chosenText == text)
  }

  @Test("of a typed item holds the answer and its id, which were not shown")
  func typedItem() {
    let shown = ShownItem(.sampleTyped())
    #expect(shown.options == ["the Soviet Union"])
    #expect(shown.answerIDs == ["sun"])
    #expect(shown.key == 0)
    #expect(shown.form == .typed)
    #expect(shown.optionCount == 0)
  }

  @Test("of a seed keeps all 64 bits", arguments: [0, 1, .max, 1 << 63, 0x9e37_79b9_7f4a_7c15])
  func seeds(_ seed: UInt64) throws {
    let shown = makeShown(seed: seed)
    #expect(try decoded(ShownItem.self, try text(shown)).seed == seed)
  }

  @Test("of a shown item is what the item showed")
  func shownItems() {
    let options = ["1958", "1960", "1975"].map {
      ItemOption(text: $0, answerID: "y\($0)", why: "Because.", evidence: "relations/1")
    }
    let id = ItemID(
      template: "established-year",
      row: "dza",
      form: .multipleChoice,
      optionCount: 5,
      seed: 7
    )
    let item = Item(
      id: id,
      bank: "sample",
      bankVersion: "1",
      fact: fact,
      topic: "t",
      kind: "year",
      stem: "When?",
      options: options,
      key: 1,
      answer: "1960",
      explanation: "In 1960.",
      sources: [],
      asOf: "2026",
      confidence: .high,
      about: ["dza"],
      changes: false,
      difficulty: 0,
      map: nil
    )
    let shown = ShownItem(item)
    #expect(shown.stem == "When?")
    #expect(shown.options == ["1958", "1960", "1975"])
    #expect(shown.answerIDs == ["y1958", "y1960", "y1975"])
    #expect(shown.key == 1)
    #expect(shown.form == .multipleChoice)
    #expect(shown.optionCount == 5, "what was asked for, not what there was")
    #expect(shown.seed == 7)
    #expect(item.keyOption.text == "1960")
    #expect(item.distractors.map(\.text) == ["1958", "1975"])
    #expect(id.description == "established-year/dza/multiple-choice/5/7")
  }

  @Test("of the other payloads gives them back")
  func otherPayloads() throws {
    try roundTrip(Learner(id: learner, name: "Ann “é” \u{1F1F0}\u{1F1F5}"))
    try roundTrip([learner, LearnerID(UUID())])
    try roundTrip(
      SessionOpening(
        session: session,
        learner: learner,
        mode: .classroom,
        bank: "b",
        bankVersion: "1",
        seed: .max,
        topics: ["x", "y"],
        questions: 10
      )
    )
    for reason in ["finished", "quit", "interrupted", "terminated", "end-of-input"] {
      let known = try #require(SessionClosing.Reason(rawValue: reason))
      try roundTrip(SessionClosing(session: session, reason: known))
    }
    try roundTrip(Retraction(learner: learner, answer: RecordID(UUID())))
    try roundTrip(
      ItemFlag(
        learner: learner,
        item: "t/r/true-false/2/1",
        fact: fact,
        bank: "b",
        bankVersion: "1",
        stem: "S.",
        note: ""
      )
    )
    for departure in ["2027-01-31", nil] {
      try roundTrip(
        Plan(
          learner: learner,
          departure: departure,
          questionsPerDay: departure == nil ? nil : 10,
          minutesPerDay: nil,
          topics: []
        )
      )
    }
  }

  @Test("of names and moments is one plain value")
  func plainValues() throws {
    #expect(try text([learner]) == "[\"01020304-0506-0708-090A-0B0C0D0E0F10\"]")
    #expect(try text([session]) == "[\"100F0E0D-0C0B-0A09-0807-060504030201\"]")
    #expect(try text([Instant(milliseconds: -5)]) == "[-5]")
    #expect(learner.description == "01020304-0506-0708-090a-0b0c0d0e0f10")
  }

  @Test(
    "of words is what the design calls them",
    arguments: [
      (Form.allCases.map(\.rawValue), ["multiple-choice", "true-false", "typed"]),
      (Confidence.allCases.map(\.rawValue), ["high", "medium", "contested"]),
      (
        [SessionMode.play, .study, .brief, .classroom].map(\.rawValue),
        ["play", "study", "brief", "class"]
      ),
    ]
  )
  func words(_ words: [String], _ expected: [String]) {
    #expect(words == expected)
  }

  private func roundTrip<Value: Codable & Equatable>(_ value: Value) throws {
    #expect(try decoded(Value.self, try text(value)) == value)
  }

  private func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func decoded<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }

  private func makeShown(seed: UInt64) -> ShownItem {
    ShownItem(
      stem: "In which year?",
      options: ["1958", "1960"],
      answerIDs: ["1958", "1960"],
      key: 0,
      form: .multipleChoice,
      optionCount: 3,
      seed: seed
    )
  }

  private func makeAnswer(_ choice: Choice) -> Answer {
    Answer(
      session: session,
      learner: learner,
      item: makeShown(seed: .max),
      fact: fact,
      template: "established-year",
      topic: "when",
      bank: "id",
      bankVersion: "1.0.0",
      choice: choice,
      isRight: false,
      hints: 1,
      points: 0,
      shownAt: LocalInstant(
        instant: Instant(milliseconds: 1_790_000_000_123),
        zone: "Asia/Pyongyang",
        offset: 32_400
      ),
      taken: 2_500,
      correctAnswer: "1958",
      digest: "abc"
    )
  }

  private func expectedAnswer(_ choice: String) -> String {
    """
    {"bank":"id","bankVersion":"1.0.0","choice":\(choice),"correctAnswer":"1958","digest":"abc",\
    "fact":"established/dza","hints":1,"isRight":false,\
    "item":{"answerIDs":["1958","1960"],"form":"multiple-choice","key":0,"optionCount":3,\
    "options":["1958","1960"],"seed":18446744073709551615,"stem":"In which year?"},\
    "learner":"01020304-0506-0708-090A-0B0C0D0E0F10","points":0,\
    "session":"100F0E0D-0C0B-0A09-0807-060504030201",\
    "shownAt":{"instant":1790000000123,"offset":32400,"zone":"Asia/Pyongyang"},\
    "taken":2500,"template":"established-year","topic":"when"}
    """
  }
}
