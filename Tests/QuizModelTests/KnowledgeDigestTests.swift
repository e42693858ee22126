import QuizModel
import Testing

@Suite("What is kept of a fact's answers")
struct KnowledgeDigestTests {
  private static func pieces(_ answers: [String: String]) -> [String: String] {
    var pieces: [String: String] = [:]
    for (template, answer) in answers {
      pieces[template] = KnowledgeDigest.piece(template: template, answer: answer)
    }
    return pieces
  }

  private static func changed(
    _ before: [String: String],
    _ now: [String: String]
  ) -> Set<String> {
    KnowledgeDigest.changed(from: KnowledgeDigest.text(pieces(before).values), to: pieces(now))
  }

  @Test("names the templates that tell otherwise, whatever else came or went")
  func changes() {
    #expect(Self.changed(["city": "Seoul"], ["city": "Beijing"]) == ["city"])
    #expect(Self.changed(["city": "Seoul", "year": "1973"], ["year": "1973"]) == [])
    #expect(Self.changed(["year": "1973"], ["city": "Beijing", "year": "1973"]) == [])
    #expect(
      Self.changed(["a": "1", "b": "2", "c": "3"], ["c": "4", "b": "2", "a": "0"]) == ["a", "c"]
    )
    #expect(Self.changed(["city": "Bogota"], ["city": "BOGOTÁ"]) == [])
  }

  @Test("is the same text in whatever order templates come")
  func order() {
    let all = Self.pieces(["a": "1", "b": "2", "c": "3"]).values
    #expect(KnowledgeDigest.text(all.sorted()) == KnowledgeDigest.text(all.sorted().reversed()))
  }

  @Test("keeps of an older log what was right then, and nothing of an unknown kind")
  func older() {
    let old = KnowledgeDigest.read("2:00", template: "city", answer: "Seoul")
    #expect(KnowledgeDigest.changed(from: old, to: Self.pieces(["city": "Beijing"])) == ["city"])
    #expect(KnowledgeDigest.changed(from: old, to: Self.pieces(["city": "seoul"])) == [])
    #expect(KnowledgeDigest.changed(from: old, to: Self.pieces(["year": "1973"])) == [])
    let unknown = KnowledgeDigest.read("9:00", template: "city", answer: "Seoul")
    #expect(unknown == "9:00")
    #expect(KnowledgeDigest.changed(from: unknown, to: Self.pieces(["city": "Beijing"])) == [])
  }

  @Test(
    "of any text at all tells nothing that crashes",
    arguments: ["", "3:", "3:é", "2:abc", "3:日本語日本語日本語日本語日本語"]
  )
  func anyText(_ text: String) {
    _ = KnowledgeDigest.changed(from: text, to: Self.pieces(["city": "Beijing"]))
  }
}
