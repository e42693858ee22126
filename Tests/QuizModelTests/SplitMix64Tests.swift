import QuizModel
import Testing

@Suite("The seeded generator")
struct SplitMix64Tests {
  struct Sequence: CustomTestStringConvertible {
    let seed: UInt64
    let numbers: [UInt64]
    var testDescription: String { "seed \(seed)" }
  }

  /// Worked out by a program in Python that follows the paper.
  static let sequences = [
    Sequence(
      seed: 0,
      numbers: [
        0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4, 0x06c4_5d18_8009_454f,
        0xf88b_b8a8_724c_81ec, 0x1b39_896a_51a8_749b,
      ]
    ),
    Sequence(
      seed: 1,
      numbers: [
        0x910a_2dec_8902_5cc1, 0xbeeb_8da1_658e_ec67, 0xf893_a2ee_fb32_555e,
        0x71c1_8690_ee42_c90b, 0x71bb_54d8_d101_b5b9,
      ]
    ),
    Sequence(
      seed: 42,
      numbers: [
        0xbdd7_3226_2feb_6e95, 0x28ef_e333_b266_f103, 0x4752_6757_130f_9f52,
        0x581c_e1ff_0e4a_e394, 0x09bc_585a_2448_23f2,
      ]
    ),
    Sequence(
      seed: 1_234_567,
      numbers: [
        0x599e_d017_fb08_fc85, 0x2c73_f084_5854_0fa5, 0x883e_bce5_a3f2_7c77,
        0x3fbe_f740_e917_7b3f, 0xe3b8_3467_08cb_5ecd,
      ]
    ),
    Sequence(
      seed: .max,
      numbers: [
        0xe4d9_7177_1b65_2c20, 0xe99f_f867_dbf6_82c9, 0x382f_f84c_b272_81e9,
        0x6d1d_b36c_cba9_82d2, 0xb4a0_472e_5780_69ae,
      ]
    ),
  ]

  @Test("gives the numbers of the paper", arguments: sequences)
  func numbersOfThePaper(_ sequence: Sequence) {
    var generator = SplitMix64(seed: sequence.seed)
    #expect(sequence.numbers.map { _ in generator.next() } == sequence.numbers)
  }

  @Test("draws below a bound as Lemire's method does")
  func drawsBelowABound() {
    var small = SplitMix64(seed: 7)
    #expect(
      (0..<20).map { _ in small.below(10) }
        == [3, 0, 9, 5, 4, 2, 4, 3, 1, 4, 1, 9, 9, 8, 8, 5, 8, 3, 6, 7]
    )
    // A bound so large that a third of all draws are rejected.
    var large = SplitMix64(seed: 7)
    #expect(
      (0..<8).map { _ in large.below(6_000_000_000_000_000_000) }
        == [
          2_338_978_490_347_629_433, 100_729_767_168_937_176, 5_404_564_083_641_300_643,
          3_497_581_758_168_468_651, 2_714_651_370_068_810_341, 1_496_589_133_696_460_244,
          2_807_718_025_337_240_765, 1_968_460_434_915_018_014,
        ]
    )
  }

  @Test("draws fractions in steps of 2⁻⁵³")
  func drawsFractions() {
    var generator = SplitMix64(seed: 7)
    #expect(
      (0..<4).map { _ in generator.unit() }
        == [
          0.3898297483912715, 0.01678829452815611, 0.9007606806068834, 0.5829302930280781,
        ]
    )
  }

  struct Spread: CustomTestStringConvertible {
    let bound: Int
    /// Chi-square at p = 0.001 with one degree of freedom less than the bound.
    let limit: Double
    var testDescription: String { "below \(bound)" }
  }

  @Test(
    "gives each number below a bound equally often",
    arguments: [
      Spread(bound: 2, limit: 10.828), Spread(bound: 3, limit: 13.816),
      Spread(bound: 5, limit: 18.467), Spread(bound: 7, limit: 22.458),
      Spread(bound: 10, limit: 27.877), Spread(bound: 100, limit: 148.230),
    ]
  )
  func uniformity(_ spread: Spread) {
    for seed in UInt64(1)...3 {
      var generator = SplitMix64(seed: seed)
      var counts = [Int](repeating: 0, count: spread.bound)
      for _ in 0..<100_000 { counts[generator.below(spread.bound)] += 1 }
      #expect(chiSquare(counts) < spread.limit, "seed \(seed)")
    }
  }

  @Test("has one number below one, and below what is no bound", arguments: [1, 0, -5])
  func degenerateBounds(_ bound: Int) {
    var generator = SplitMix64(seed: 3)
    #expect((0..<10).allSatisfy { _ in generator.below(bound) == 0 })
  }

  @Test("shuffles as Fisher and Yates do, from the end")
  func knownShuffle() {
    var generator = SplitMix64(seed: 7)
    #expect(generator.shuffled(Array(0..<10)) == [9, 5, 8, 6, 1, 2, 4, 7, 0, 3])
  }

  @Test("shuffles into an order of the same elements", arguments: [0, 1, 2, 3, 10, 257])
  func shuffleKeepsElements(_ count: Int) {
    let elements = Array(0..<count)
    for seed in UInt64(0)..<20 {
      var one = SplitMix64(seed: seed)
      var two = SplitMix64(seed: seed)
      let shuffled = one.shuffled(elements)
      #expect(shuffled.sorted() == elements)
      #expect(two.shuffled(elements) == shuffled, "the same seed, the same order")
    }
  }

  @Test("gives each of the 24 orders of four elements equally often")
  func shuffleIsFair() {
    var generator = SplitMix64(seed: 11)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<120_000 { counts[generator.shuffled([0, 1, 2, 3]), default: 0] += 1 }
    #expect(counts.count == 24)
    // p = 0.001 with 23 degrees of freedom.
    #expect(chiSquare(Array(counts.values)) < 49.728)
  }

  private func chiSquare(_ counts: [Int]) -> Double {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    return counts.reduce(0) { sum, count in
      sum + (Double(count) - expected) * (Double(count) - expected) / expected
    }
  }
}
