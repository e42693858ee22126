import QuestionBank
import TestSupport
import Testing

@testable import AttacheCLI

/// Topics by what people type.
@Suite struct TopicSearchTests {
  private static let topics = [
    Topic(id: "who-has-relations", title: "Who has relations and who never had"),
    Topic(id: "when-they-began", title: "When they began"),
    Topic(id: "missions-abroad", title: "The DPRK's missions abroad"),
    Topic(id: "who-acts-for-whom", title: "Who acts for whom"),
    Topic(id: "united-states", title: "The United States"),
    Topic(id: "the-south", title: "The South"),
    Topic(id: "memberships", title: "Non-alignment, the United Nations and other memberships"),
    Topic(id: "cote-divoire", title: "Côte d’Ivoire"),
  ]

  private let search = TopicSearch(TopicSearchTests.topics)

  static let found: [(typed: String, id: String)] = [
    ("when-they-began", "when-they-began"), ("When They Began", "when-they-began"),
    ("when", "when-they-began"), ("the south", "the-south"), ("THE-SOUTH", "the-south"),
    ("the s", "the-south"), ("south", "the-south"), ("who has", "who-has-relations"),
    ("who-a", "who-acts-for-whom"), ("united states", "united-states"), ("united", "united-states"),
    ("nations united", "memberships"), ("dprk", "missions-abroad"), ("non", "memberships"),
    ("cote", "cote-divoire"), ("CÔTE D'IV", "cote-divoire"), ("1", "who-has-relations"),
    ("8", "cote-divoire"), ("  when   they ", "when-they-began"), ("(missions)", "missions-abroad"),
  ]

  @Test(arguments: found)
  func topicIsFound(typed: String, id: String) throws {
    #expect(try search.topic(typed).id == id)
  }

  @Test(arguments: [
    ("who", ["who-has-relations", "who-acts-for-whom"]),
    ("the", ["missions-abroad", "united-states", "the-south"]),
  ])
  func whatFitsSeveralIsAskedBack(typed: String, ids: [String]) {
    let candidates = TopicSearchTests.topics.filter { ids.contains($0.id) }
    #expect(throws: TopicSearch.Problem.ambiguous(typed, candidates: candidates)) {
      try search.topic(typed)
    }
  }

  static let unknown: [(typed: String, nearest: String?)] = [
    ("when-thay-begun", "when-they-began"), ("misions", "missions-abroad"),
    ("untied states", "united-states"), ("membreship", "memberships"), ("xyz", nil), ("", nil),
    ("0", nil), ("9", nil), ("-1", nil), ("🧳", nil), ("남쪽", nil), ("…", nil),
  ]

  @Test(arguments: unknown)
  func whatFitsNoneIsAnsweredWithTheNearest(typed: String, nearest: String?) {
    let problem = TopicSearch.Problem.unknown(
      typed,
      nearest: nearest.flatMap { id in TopicSearchTests.topics.first { $0.id == id } },
      known: TopicSearchTests.topics
    )
    #expect(throws: problem) { try search.topic(typed) }
  }

  @Test func whatIsTypedMayBeLong() {
    for piece in ["when x ", "🧳", "가", "e\u{301}"] {
      let typed = String(repeating: piece, count: 100_000)
      let problem = TopicSearch.Problem.unknown(
        typed,
        nearest: nil,
        known: TopicSearchTests.topics
      )
      #expect(throws: problem) { try search.topic(typed) }
    }
  }
}
