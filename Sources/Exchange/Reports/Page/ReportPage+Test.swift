import Classroom
import ItemStatistics

extension ReportPage {
  /// How the test measured, for each set of questions.
  var testPart: ReportPart {
    let content = report.sections.flatMap { section -> [Markup] in
      let heading = section.letter.map { letter in
        Markup.tag("h3", [:], [.words(ReportWords.form(letter))])
      }
      return [heading].compactMap { $0 } + [testGrid(section).markup]
    }
    return ReportPart(id: "test", heading: ReportWords.test, content: content)
  }

  private func testGrid(_ section: ClassReport.Section) -> ReportGrid {
    let analysis = section.analysis
    let figures: [(name: String, figure: Figure, meaning: String)] = [
      (ReportWords.meanScore, analysis.meanScore, ReportWords.meanMeaning),
      (ReportWords.deviation, analysis.standardDeviation, ReportWords.deviationMeaning),
      (ReportWords.reliability, analysis.reliability, ReportWords.reliabilityMeaning),
      (
        ReportWords.standardError, analysis.standardErrorOfMeasurement,
        ReportWords.standardErrorMeaning
      ),
    ]
    let counts: [[[Markup]]] = [
      [
        .cell(ReportWords.peopleCount), .cell(analysis.people),
        .cell(ReportWords.peopleMeaning),
      ],
      [
        .cell(ReportWords.questions), .cell(analysis.questionCount),
        .cell(ReportWords.questionsMeaning),
      ],
    ]
    return ReportGrid(
      caption: [.words(ReportWords.testCaption(letter: section.letter))],
      columns: [
        .words(ReportWords.figure), .numbers(ReportWords.valueWithInterval),
        .words(ReportWords.meaning),
      ],
      rowHeading: 0,
      rows: counts
        + figures.map {
          [.cell($0.name), Markup.figure($0.figure, as: .number(digits: 2)), .cell($0.meaning)]
        },
      layout: "test"
    )
  }
}
