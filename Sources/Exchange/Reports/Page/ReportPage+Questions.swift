import Classroom
import ItemStatistics

extension ReportPage {
  /// The questions that the same people were asked: at a glance, then one by one.
  ///
  /// - Parameters:
  ///   - section: The questions.
  ///   - place: Of the section in the report.
  /// - Returns: The part.
  func questionPart(_ section: ClassReport.Section, at place: Int) -> ReportPart {
    let id = "questions-\(place + 1)"
    var content: [Markup] = [
      .paragraph(ReportWords.people(section.people, questions: section.questions.count)),
      .tag("h3", text: ReportWords.glance),
    ]
    content += charts(of: section, id: id)
    content.append(glanceGrid(section).markup)
    content.append(.note(ReportWords.glanceNote))
    content += section.questions.map { question in
      QuestionBlock(
        result: question,
        id: "\(id)-\(question.number)",
        activity: report.activity,
        letter: section.letter
      ).markup
    }
    let heading = ReportWords.questions(of: section.letter)
    return ReportPart(id: id, heading: heading, content: content)
  }

  private func charts(of section: ClassReport.Section, id: String) -> [Markup] {
    let people = section.people
    guard people >= Figure.fewestAnswers else {
      return [.note(ReportWords.noFacilityChart(people))]
    }
    return stride(from: 0, to: section.questions.count, by: FacilityChart.most).map { first in
      let questions = Array(section.questions[first...].prefix(FacilityChart.most))
      return FacilityChart(
        questions: questions,
        frame: ChartFrame(
          id: "\(id)-chart-\(first + 1)",
          title: ReportWords.facilityChart(of: questions.map(\.number), letter: section.letter),
          description: ReportWords.facilityChartDescription
        )
      ).markup
    }
  }

  private func glanceGrid(_ section: ClassReport.Section) -> ReportGrid {
    ReportGrid(
      caption: [.text(ReportWords.glanceCaption(letter: section.letter))],
      columns: [
        .numbers(ReportWords.number), .numbers(ReportWords.facility),
        .numbers(ReportWords.correctedFacility), .numbers(ReportWords.discrimination),
        .numbers(ReportWords.upperLower), .numbers(ReportWords.ifDropped),
        .words(ReportWords.remarks),
      ],
      rowHeading: 0,
      rows: section.questions.map { result in
        let figures = result.analysis
        return [
          .cell(result.number),
          Markup.figure(figures.facility, as: .share),
          Markup.figure(figures.guessingCorrectedFacility, as: .share),
          Markup.figure(figures.discrimination, as: .number(digits: 2)),
          Markup.figure(figures.upperLowerIndex, as: .number(digits: 2)),
          Markup.figure(figures.reliabilityIfDropped, as: .number(digits: 2)),
          .cell(remarks(on: result)),
        ]
      },
      layout: "glance"
    )
  }

  private func remarks(on result: ClassReport.QuestionResult) -> String {
    let remarks = result.analysis.flags.map {
      ReportWords.remark($0, label: { OptionLabel.label(of: $0, in: result.question) })
    }
    return remarks.isEmpty ? ReportWords.nothing : remarks.joined(separator: "; ")
  }
}
