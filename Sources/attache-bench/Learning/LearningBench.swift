/// Simulates learners: whether the planner, the forecast and the guess-aware model are worth it.
enum LearningBench {
  /// What is reported.
  struct Report: Encodable {
    /// Learners a row.
    let learners: Int
    /// The planner against other ways of studying.
    let planner: [LearningFigures]
    /// The guess-aware model against plain FSRS-6.
    let guesses: [GuessComparison.Row]
    /// Learners who forget faster or more slowly than others.
    let unusualLearners: [UnusualLearners.Row]
  }

  /// Simulates everything; some minutes for 200 learners.
  ///
  /// - Parameter learners: Learners a row.
  /// - Returns: The figures.
  static func run(learners: Int) -> Report {
    Report(
      learners: learners,
      planner: LearningTable(learners: learners).run(),
      guesses: GuessComparison(learners: learners).run(),
      unusualLearners: UnusualLearners(learners: learners).run()
    )
  }

  /// The figures as tables in Markdown.
  static func text(_ report: Report) -> String {
    var lines = [
      "\(report.learners) learners a row. Known: the share truly known on the day.", "",
      "| truth | facts/days/a day | known | best rival | ratio | to due first 0.90 | asked "
        + "| forecast − truth | its distance | band holds | at half-time | band holds |",
      "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for row in report.planner {
      let own = row.own
      lines.append(
        "| \(row.truth) | \(row.cell) | \(percent(own.known)) "
          + "| \(row.bestRival): \(percent(row.bestKnown)) | \(fixed(row.ratioToBest)) "
          + "| \(fixed(row.ratioToDueFirst)) | \(Int(own.asked)) "
          + "| \(percent(own.forecastError)) | \(percent(own.forecastDistance)) "
          + "| \(percent(own.coverage)) | \(percent(own.halfwayError)) "
          + "| \(percent(own.halfwayCoverage)) |"
      )
    }
    lines += [
      "",
      "| truth | form | log loss: guess-aware | guesses off | plain FSRS-6 "
        + "| forecast − truth: guess-aware | guesses off | plain "
        + "| error of recall: guess-aware | guesses off | plain |",
      "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for row in report.guesses {
      let scores = [row.guessAware, row.guessesOff, row.plain]
      lines.append(
        "| \(row.truth) | \(row.form) "
          + scores.map { "| \(fixed($0.logLoss)) " }.joined()
          + scores.map { "| \(percent($0.forecastError)) " }.joined()
          + scores.map { "| \(percent($0.recallError)) " }.joined() + "|"
      )
    }
    lines += [
      "",
      "| true stabilities × | repeats | forecast − truth | its distance | without the learner's "
        + "curve | its distance |",
      "|---|---|---|---|---|---|",
    ]
    for row in report.unusualLearners {
      lines.append(
        "| \(fixed(row.scale)) | \(Int(row.repeats)) | \(percent(row.error)) "
          + "| \(percent(row.distance)) | \(percent(row.errorWithout)) "
          + "| \(percent(row.distanceWithout)) |"
      )
    }
    return lines.joined(separator: "\n")
  }

  private static func fixed(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let rest = String(abs(thousandths) % 1000)
    return (thousandths < 0 ? "-" : "") + "\(abs(thousandths) / 1000)."
      + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10) %"
  }
}
