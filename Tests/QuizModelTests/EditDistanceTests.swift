import QuizModel
import Testing

/// How far apart two words are.
@Suite struct EditDistanceTests {
  static let distances: [(left: String, right: String, edits: Int)] = [
    ("play", "play", 0), ("plya", "play", 1), ("pla", "play", 1), ("plaay", "play", 1),
    ("pley", "play", 1), ("", "play", 4), ("play", "", 4), ("", "", 0), ("ab", "ba", 1),
    // Restricted: what was exchanged is not edited again.
    ("ca", "abc", 3), ("scroes", "scores", 1), ("xyz", "play", 4),
  ]

  @Test(arguments: distances)
  func distanceCountsEdits(left: String, right: String, edits: Int) {
    #expect(EditDistance.between(left, right) == edits)
  }
}
