import Glibc

/// How a learner is believed to forget: curves, each with its weight.
package struct ForgettingBelief: Sendable {
  /// A curve and how much it is believed.
  package struct Hypothesis: Sendable {
    /// The curve.
    package let curve: ForgettingCurve
    /// 0 to 1; those of a belief add up to 1.
    package let weight: Double
  }

  /// The curves that have not become incredible, the likeliest first.
  package let hypotheses: [Hypothesis]
  /// The curve in the middle of them.
  package let middle: ForgettingCurve

  private static let scales = stride(from: -3.0, through: 3.0, by: 0.375).map { $0 }
  private static let growths = [0.5, 0.75, 1.0, 1.25]
  private static let decays = [0.1, 0.1542, 0.24, 0.4, 0.8, 2.0]

  /// What is believed after some evidence.
  ///
  /// The prior is normal in a, b and ln w, about 0.3 and the published 1 and ln 0.1542; the evidence
  /// shrinks towards it. Weights below a thousandth of the highest are dropped.
  package init(_ evidence: ForgettingEvidence) {
    let scored = ForgettingBelief.scored(evidence)
    let best = scored.map(\.score).max() ?? 0
    let kept = scored.map { ($0.curve, exp($0.score - best)) }.filter { $0.1 > 0.001 }
    let sum = kept.reduce(0) { $0 + $1.1 }
    hypotheses = kept.map { Hypothesis(curve: $0.0, weight: $0.1 / sum) }
      .sorted { $0.weight > $1.weight }
    func mean(_ value: (ForgettingCurve) -> Double) -> Double {
      kept.reduce(0) { $0 + $1.1 / sum * value($1.0) }
    }
    middle = ForgettingCurve(
      scale: mean(\.scale),
      growth: mean(\.growth),
      decay: exp(mean { log($0.decay) })
    )
  }

  /// Every curve with the logarithm of its prior and its likelihood.
  private static func scored(
    _ evidence: ForgettingEvidence
  ) -> [(curve: ForgettingCurve, score: Double)] {
    let cells = evidence.cells
    var tables: [Double: [AnswerLikelihood]] = [:]
    for cell in cells where tables[cell.guess] == nil {
      tables[cell.guess] = decays.map { AnswerLikelihood(decay: $0, guess: cell.guess) }
    }
    let cellTables = cells.map { tables[$0.guess] ?? [] }
    return growths.flatMap { growth in
      let distances = cells.map { log($0.elapsed) - growth * $0.logStability }
      return scales.flatMap { scale in
        var scores = decays.map { _ in 0.0 }
        for (number, cell) in cells.enumerated() {
          let place = AnswerLikelihood.place(distances[number] - scale)
          for decay in decays.indices {
            scores[decay] += cellTables[number][decay]
              .score(place, right: cell.count.right, wrong: cell.count.wrong)
          }
        }
        return decays.indices.map { decay in
          let curve = ForgettingCurve(scale: scale, growth: growth, decay: decays[decay])
          return (curve, prior(curve) + scores[decay])
        }
      }
    }
  }

  /// Curves that stand for the belief, each as credible as the others, from fast forgetting to slow.
  ///
  /// - Parameter count: How many, 1 or more.
  /// - Returns: Curves at the middles of so many equal parts of the belief, ordered by the chance
  ///   of recall ten days after a first right answer.
  package func quantiles(_ count: Int) -> [ForgettingCurve] {
    let ordered = hypotheses.map { ($0, $0.curve.recall(stability: 2, elapsed: 10)) }
      .sorted { $0.1 < $1.1 }.map(\.0)
    var curves: [ForgettingCurve] = []
    var passed = 0.0
    for hypothesis in ordered {
      passed += hypothesis.weight
      while curves.count < count && passed > (Double(curves.count) + 0.5) / Double(count) {
        curves.append(hypothesis.curve)
      }
    }
    while curves.count < count { curves.append(ordered.last?.curve ?? middle) }
    return curves
  }

  private static func prior(_ curve: ForgettingCurve) -> Double {
    let scale = (curve.scale - 0.3) / 0.8
    let growth = (curve.growth - 1) / 0.25
    let decay = (log(curve.decay) - log(0.1542)) / 0.8
    return -(scale * scale + growth * growth + decay * decay) / 2
  }
}
