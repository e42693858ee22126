import Classroom

extension ReportPage {
  /// What came of each topic, as a chart and as a table.
  var topicPart: ReportPart {
    var content: [Markup] = [.paragraph(ReportWords.nobodySat)]
    if !report.pupils.isEmpty {
      let chart = TopicChart(
        topics: report.topics,
        frame: ChartFrame(
          id: "topic-chart",
          title: ReportWords.topicChart,
          description: ReportWords.topicChartDescription(of: report.topics)
        )
      )
      content = [chart.markup, topicGrid.markup]
    }
    return ReportPart(id: "topics", heading: ReportWords.topics, content: content)
  }

  private var topicGrid: ReportGrid {
    ReportGrid(
      caption: [.text(ReportWords.topicCaption)],
      columns: [
        .words(ReportWords.topic), .numbers(ReportWords.questions),
        .numbers(ReportWords.rightAnswers), .numbers(ReportWords.answersWanted),
        .numbers(ReportWords.perCent),
      ],
      rowHeading: 0,
      rows: report.topics.map { topic in
        [
          [.words(topic.title)], .cell(topic.questions), .cell(topic.right), .cell(topic.asked),
          .cell(topic.asked == 0 ? ReportWords.nothing : ReportNumber.percent(topic.share)),
        ]
      }
    )
  }
}
