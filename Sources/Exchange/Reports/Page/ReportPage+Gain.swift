import Classroom
import ItemStatistics

extension ReportPage {
  /// What the class gained since an earlier activity.
  func gainPart(_ comparison: ReportComparison) -> ReportPart {
    let gain = comparison.gain
    var content: [Markup] = [
      .tag(
        "p",
        [:],
        [
          .text(ReportWords.before), .words(comparison.before), .text(ReportWords.after),
          .words(comparison.after), ".",
        ]
      ),
      .paragraph(ReportWords.compared(facts: gain.facts, people: gain.pairs.count)),
    ]
    if !gain.pairs.isEmpty {
      let figure = ReportNumber.text(gain.gain.meanDifference, as: .percentagePoints)
      content += [
        .tag(
          "p",
          [:],
          [
            .text(ReportWords.meanGain), .tag("strong", text: figure),
            .text(ReportWords.gainUnit),
          ]
        ),
        grid(gain).markup,
        .note(ReportWords.gainNote),
      ]
    }
    return ReportPart(id: "gain", heading: ReportWords.gain, content: content)
  }

  private func grid(_ gain: ClassGain) -> ReportGrid {
    ReportGrid(
      caption: [.text(ReportWords.gainCaption)],
      columns: [
        .words(ReportWords.name), .numbers(ReportWords.beforeColumn),
        .numbers(ReportWords.afterColumn), .numbers(ReportWords.differenceColumn),
      ],
      rowHeading: 0,
      rows: gain.pairs.map { pair in
        [
          [.words(pair.name)], .cell(ReportNumber.percent(pair.before)),
          .cell(ReportNumber.percent(pair.after)),
          .cell(ReportNumber.fixed((pair.after - pair.before) * 100, digits: 1)),
        ]
      },
      layout: "narrow"
    )
  }
}
