import Classroom
import Foundation
import QuizModel
import Testing

/// The short names of activities.
@Suite struct ActivityIDTests {
  @Test("are read back in whatever case, and with the letters that look like digits")
  func roundTrip() throws {
    for seed in 0..<500 {
      let id = ActivityID(derivedFrom: ["activity", "\(seed)"])
      let text = id.description
      #expect(text.count == 6)
      #expect(text.allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains($0) })
      #expect(ActivityID(text.lowercased()) == id)
      let typed = [("0", "O"), ("0", "o"), ("1", "I"), ("1", "l"), ("1", "i"), ("1", "L")]
      for (digit, letter) in typed {
        #expect(ActivityID(text.replacingOccurrences(of: digit, with: letter)) == id)
      }
      let data = try JSONEncoder().encode([id])
      #expect(String(decoding: data, as: UTF8.self) == "[\"\(text)\"]")
      #expect(try JSONDecoder().decode([ActivityID].self, from: data) == [id])
    }
  }

  @Test(
    "are nothing else",
    arguments: [
      "", "ABC12", "ABC1234", "ABC12U", "ABC-12", "ABC 12", "ÀBC123", "ABC12\u{301}3", "../../",
      "１２３４５６",
    ]
  )
  func nothingElse(_ text: String) throws {
    #expect(ActivityID(text) == nil)
    let data = try JSONEncoder().encode([text])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([ActivityID].self, from: data) }
  }

  @Test("follow from what they are made of, and from where it is split")
  func derivation() {
    // Worked out by a few lines of Python.
    #expect(ActivityID(derivedFrom: []).description == "GSZ9TN")
    #expect(ActivityID(derivedFrom: ["paper", "7"]).description == "MJV422")
    #expect(ActivityID(derivedFrom: ["a", "b"]) == ActivityID(derivedFrom: ["a", "b"]))
    #expect(ActivityID(derivedFrom: ["a", "b"]) != ActivityID(derivedFrom: ["ab"]))
    #expect(ActivityID(derivedFrom: ["a", "b"]) != ActivityID(derivedFrom: ["b", "a"]))
    let many = Set((0..<2_000).map { ActivityID(derivedFrom: ["\($0)"]) })
    // Of 2^30 ids two thousand share one in every 500 such sets.
    #expect(many.count >= 1_999)
  }
}
