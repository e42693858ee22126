package import ItemStatistics
import QuizModel

/// Everything that is told of an activity: by pupil, by question, by topic.
package struct ClassReport: Hashable, Sendable {
  /// What came of one who sat.
  package struct PupilResult: Hashable, Sendable {
    /// What they are called.
    package let name: String
    /// The number on the list.
    package let number: Int
    /// Right answers.
    package let right: Int
    /// Wrong answers; what was left blank is neither.
    package let wrong: Int
    /// Questions that were asked.
    package let asked: Int
    /// Right answers less what guessing alone would bring: a wrong one of k options takes 1/(k-1).
    package let corrected: Double
    /// The points of a game, 0 or more.
    package let points: Int
    /// The mark; `nil` without a scale, or below it.
    package let mark: String?
    /// Which try counted, and whether it was late.
    package let attempt: Int
    /// Whether any answer was given after the last day.
    package let isLate: Bool
    /// What was missed, by the questions' numbers.
    package let missed: [Int]
    /// What a late try beside it came to; `nil` where there is none.
    package let lateTry: LateTry?

    /// Right answers of those asked, 0 to 1.
    package var share: Double { asked == 0 ? 0 : Double(right) / Double(asked) }
  }

  /// What a late try of a homework came to, beside one in time.
  package struct LateTry: Hashable, Sendable {
    /// Which try it was.
    package let attempt: Int
    /// Right answers.
    package let right: Int
    /// Questions that were asked.
    package let asked: Int
  }

  /// What came of one question.
  package struct QuestionResult: Hashable, Sendable {
    /// Its number in the report, 1 or more.
    package let number: Int
    /// The question.
    package let question: ClassQuestion
    /// How many were asked it.
    package let people: Int
    /// Its figures, of those who were asked it.
    package let analysis: QuestionAnalysis
    /// Who chose each option, by name.
    package let choosers: [[String]]
    /// Who left it blank, by name.
    package let blank: [String]
  }

  /// What came of one topic.
  package struct TopicResult: Hashable, Sendable {
    /// Its title.
    package let title: String
    /// Answers that were right.
    package let right: Int
    /// Answers that were wanted.
    package let asked: Int
    /// How many of its questions were asked.
    package let questions: Int

    /// Right answers of those wanted, 0 to 1.
    package var share: Double { asked == 0 ? 0 : Double(right) / Double(asked) }
  }

  /// Something that was taken for something else.
  package struct MixUp: Hashable, Sendable {
    /// The question's number in the report.
    package let number: Int
    /// What was chosen.
    package let chosen: String
    /// What is right.
    package let key: String
    /// What is true of what was chosen; empty where nothing is said of it.
    package let why: String
    /// How many chose it.
    package let times: Int
    /// How many answered.
    package let answered: Int
  }

  /// Figures of questions that the same people were asked.
  package struct Section: Hashable, Sendable {
    /// The letter of the form; `nil` where there is one set alone.
    package let letter: String?
    /// The figures of the test as a whole, of those who were asked all of it.
    package let analysis: TestAnalysis
    /// Its questions.
    package let questions: [QuestionResult]

    /// How many were asked them; where some missed a question of a game, the most that were asked
    /// one.
    package var people: Int { questions.map(\.people).max() ?? 0 }
  }

  /// What was done.
  package let activity: ClassActivity
  /// The class; `nil` where teams played.
  package let className: String?
  /// By number.
  package let pupils: [PupilResult]
  /// Which sitting of a paper it tells of, and which there are.
  package let sitting: Int
  /// The sittings of a paper of which there are any answers, ascending.
  package let sittings: [Int]
  /// Who did not sit, by number.
  package let absent: [Participant]
  /// One, but for parallel papers.
  package let sections: [Section]
  /// In the order of the questions.
  package let topics: [TopicResult]
  /// The most frequent first.
  package let mixUps: [MixUp]

  /// A report of results.
  ///
  /// - Parameters:
  ///   - results: What was done.
  ///   - className: The class.
  ///   - scale: Marks; `nil` for none.
  ///   - marksCorrected: Whether marks go by the score corrected for guessing.
  package init(
    _ results: ClassResults,
    className: String?,
    scale: MarkScale?,
    marksCorrected: Bool = false
  ) {
    activity = results.activity
    self.className = className
    let maker = ReportMaker(results)
    pupils = results.rows.map { maker.pupil($0, scale: scale, marksCorrected: marksCorrected) }
    absent = results.absent
    sitting = results.sitting
    sittings = results.sittings
    sections = results.sections.map(maker.section)
    topics = maker.topics
    mixUps = maker.mixUps
  }
}
