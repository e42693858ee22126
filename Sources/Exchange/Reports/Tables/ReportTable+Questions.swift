import Classroom
import ItemStatistics
import QuizModel

extension ReportTable {
  private static let questionColumns = [
    "number", "paper_form", "fact", "topic", "form", "stem", "key", "people", "right", "blank",
  ]

  private static let figureNames = [
    "facility", "corrected_facility", "discrimination", "upper_lower", "reliability_without",
  ]

  /// A row for each question, of parallel papers for each question of each form.
  ///
  /// Shares go from 0 to 1. A figure is three columns, its value and the ends of its interval; they
  /// are empty where there is no number, and `note` says so where that is for too few answers. For
  /// each option there are its text and how many chose it.
  package var questions: String {
    let options = results.activity.questions.map(\.options.count).max() ?? 0
    let figures = ReportTable.figureNames.flatMap { [$0, "\($0)_lower", "\($0)_upper"] }
    let letters = (0..<options).map(ReportTable.letter)
    let columns =
      ReportTable.questionColumns + figures
      + letters.flatMap { ["option_\($0)", "count_\($0)"] } + ["flags", "note"]
    let rows = report.sections.flatMap { section in
      section.questions.map { cells(of: $0, in: section, options: options) }
    }
    return ReportTable.text(of: [columns.map(TableCell.word)] + rows)
  }

  /// What the columns of an option are called by, of statements too.
  private static func letter(_ option: Int) -> String {
    PaperForm.letter(at: option).lowercased()
  }

  private func cells(
    of result: ClassReport.QuestionResult,
    in section: ClassReport.Section,
    options: Int
  ) -> [TableCell] {
    let question = result.question
    let right = result.analysis.options.first(where: \.isKey)?.chosenBy.count ?? 0
    let fixed: [TableCell] = [
      .count(result.number), section.letter.map(TableCell.foreign) ?? .empty,
      .foreign(question.fact.description),
      .foreign(results.activity.topicTitles[question.topic] ?? question.topic),
      .word(question.form.rawValue), .foreign(question.stem),
      .word(ReportTable.letter(question.key)), .count(result.people),
      .count(right), .count(result.blank.count),
    ]
    let counted = zip(question.options, result.analysis.options).flatMap { option, figures in
      [TableCell.foreign(option.text), .count(figures.chosenBy.count)]
    }
    let missing = [TableCell](repeating: .empty, count: max(0, 2 * options - counted.count))
    return fixed + figures(of: result.analysis) + counted + missing + remarks(on: result)
  }

  private func figures(of analysis: QuestionAnalysis) -> [TableCell] {
    [
      analysis.facility, analysis.guessingCorrectedFacility, analysis.discrimination,
      analysis.upperLowerIndex, analysis.reliabilityIfDropped,
    ].flatMap { figure -> [TableCell] in
      guard let estimate = figure.estimate else { return [.empty, .empty, .empty] }
      return [estimate.value, estimate.lower, estimate.upper].map { .number($0, digits: 4) }
    }
  }

  private func remarks(on result: ClassReport.QuestionResult) -> [TableCell] {
    let flags = result.analysis.flags.map {
      ReportWords.remark($0, label: ReportTable.letter)
    }
    var note = TableCell.empty
    if case .tooFewAnswers = result.analysis.facility {
      note = .word(ReportNumber.text(result.analysis.facility, as: .share))
    }
    return [.word(flags.joined(separator: "; ")), note]
  }
}
