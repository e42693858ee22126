import ItemStatistics
import QuizModel
import Testing

@Suite("Distributions")
struct DistributionTests {
  @Test("of the beta function are undone by their quantiles")
  func betaQuantileInverts() {
    for seed in 0..<300 {
      var random = SplitMix64(seed: UInt64(seed))
      let a = 0.5 + 500 * random.unit() * random.unit()
      let b = 0.5 + 500 * random.unit() * random.unit()
      let chance = 0.001 + 0.998 * random.unit()
      let x = IncompleteBeta.quantile(chance, a: a, b: b)
      #expect(abs(IncompleteBeta.regularised(x, a: a, b: b) - chance) < 1e-10)
      // I_x(a, b) = 1 - I_(1-x)(b, a), DLMF 8.17.4.
      let mirrored = 1 - IncompleteBeta.regularised(1 - x, a: b, b: a)
      #expect(abs(mirrored - chance) < 1e-10)
    }
  }

  @Test("of the gamma function are undone by their quantiles")
  func gammaQuantileInverts() {
    for seed in 0..<300 {
      var random = SplitMix64(seed: UInt64(seed))
      let shape = 0.5 + 1_000 * random.unit() * random.unit()
      let chance = 0.001 + 0.998 * random.unit()
      let x = IncompleteGamma.quantile(chance, shape: shape)
      #expect(abs(IncompleteGamma.regularised(x, shape: shape) - chance) < 1e-10)
    }
  }

  @Test("end at 0 and 1 outside the numbers they are of")
  func endsAreCertain() {
    #expect(IncompleteBeta.regularised(-1, a: 2, b: 3) == 0)
    #expect(IncompleteBeta.regularised(2, a: 2, b: 3) == 1)
    #expect(IncompleteGamma.regularised(-1, shape: 2) == 0)
    #expect(abs(IncompleteGamma.regularised(1_000, shape: 2) - 1) < 1e-15)
  }

  @Test("of Student's t come close to the normal one with many degrees of freedom")
  func tComesCloseToNormal() {
    #expect(abs(Quantile.twoSidedT(0.95, degrees: 1e9) - Quantile.normal975) < 1e-8)
  }

  @Test("of F are each other's reciprocals with the degrees of freedom exchanged")
  func fExchanges() {
    for (above, below) in [(19.0, 76.0), (426, 10_650), (1, 5)] {
      let low = Quantile.fRatio(0.025, numerator: above, denominator: below)
      let high = Quantile.fRatio(0.975, numerator: below, denominator: above)
      #expect(abs(low * high - 1) < 1e-10)
    }
  }
}
