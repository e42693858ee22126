import LearningModel

/// How a learner forgets beside the published model.
struct ForgettingComparison {
  /// What is believed of the learner's memory.
  let memory: LearnerMemory
  /// How the learner is believed to forget.
  let belief: ForgettingBelief

  /// Fewer repeat answers tell too little.
  private static let enough = 50.0
  /// How sure it has to be that facts last longer, or less long.
  private static let sure = 0.9
  /// A difference below this factor is none that anybody notices.
  private static let notable = 1.25
  /// Days for which a fact is taken to last where nothing was answered.
  private static let typical = 10.0

  /// The comparison.
  var result: StatsReport.Forgetting {
    let repeats = memory.evidence.total
    let times = times(of: belief.middle)
    let slower = belief.hypotheses.reduce(0) { $0 + (self.times(of: $1.curve) > 1 ? $1.weight : 0) }
    let verdict: StatsReport.Forgetting.Verdict =
      if repeats < ForgettingComparison.enough {
        .unknown
      } else if times >= ForgettingComparison.notable, slower >= ForgettingComparison.sure {
        .slower
      } else if times <= 1 / ForgettingComparison.notable, 1 - slower >= ForgettingComparison.sure {
        .faster
      } else {
        .usual
      }
    return StatsReport.Forgetting(verdict: verdict, times: times, repeats: Int(repeats))
  }

  /// How many times as long the learner's facts last as they would along the published curve: the
  /// median of what they last until recall falls to 80 %.
  private func times(of curve: ForgettingCurve) -> Double {
    let retention = 0.8
    return curve.interval(stability: stability, retention: retention)
      / ForgettingCurve.published.interval(stability: stability, retention: retention)
  }

  private var stability: Double {
    let stabilities = memory.facts.compactMap { $0?.stability }.sorted()
    return stabilities.isEmpty
      ? ForgettingComparison.typical : stabilities[stabilities.count / 2]
  }
}
