import Classroom
import QuizModel
import Testing

/// Names that tell nothing of who bears them.
@Suite struct PseudonymsTests {
  @Test("are as many as wanted, each once, none that is borne already", arguments: 0..<10)
  func distinct(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var taken: [String] = []
    for count in [0, 1, 25, 60, 150] {
      let drawn = Pseudonyms.drawn(count, without: taken.map { $0.uppercased() }, using: &random)
      #expect(drawn.count == count)
      taken += drawn
      #expect(Set(taken.map(Folding.folded)).count == taken.count)
    }
    let schoolClass = try SampleClass.make(taken)
    #expect(schoolClass.pupils.map(\.name) == taken)
  }

  @Test("come in an order that the seed alone decides")
  func order() {
    func drawn(_ seed: UInt64) -> [String] {
      var random = SplitMix64(seed: seed)
      return Pseudonyms.drawn(30, without: [], using: &random)
    }
    #expect(drawn(1) == drawn(1))
    #expect(drawn(1) != drawn(2))
    #expect(drawn(1) != drawn(1).sorted())
  }
}
