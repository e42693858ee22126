import ItemStatistics
import QuizModel

/// Works out the parts of a report.
struct ReportMaker {
  /// How often something has to be taken for something else before it is called a mix-up.
  private static let fewestMixUps = 2

  private let results: ClassResults
  private let questions: [ClassQuestion]
  private let tests: [TestResponses.Question]

  /// A maker over results.
  init(_ results: ClassResults) {
    self.results = results
    questions = results.activity.questions
    tests = questions.map { TestResponses.Question(options: $0.options.count, key: $0.key) }
  }

  /// What came of one who sat.
  func pupil(
    _ row: ClassResults.Row,
    scale: MarkScale?,
    marksCorrected: Bool
  ) -> ClassReport.PupilResult {
    let score = FormulaScore(
      choices: row.asked.map { row.choices[$0] },
      questions: row.asked.map { tests[$0] }
    )
    let counted = marksCorrected ? score.points : Double(score.right)
    let share = row.asked.isEmpty ? 0 : max(0, counted / Double(row.asked.count))
    return ClassReport.PupilResult(
      name: row.participant.name,
      number: row.participant.number,
      right: score.right,
      wrong: score.wrong,
      asked: row.asked.count,
      corrected: score.points,
      points: row.points,
      mark: scale?.mark(for: share),
      attempt: row.attempt,
      isLate: row.isLate,
      missed: row.asked.filter { row.choices[$0] != questions[$0].key }.map { $0 + 1 },
      lateTry: results.late.first { $0.participant == row.participant }.map { late in
        ClassReport.LateTry(
          attempt: late.attempt,
          right: late.asked.count { late.choices[$0] == questions[$0].key },
          asked: late.asked.count
        )
      }
    )
  }

  /// The figures of questions that the same people were asked.
  ///
  /// In a game somebody may have missed questions. Figures of a question are of those who were asked
  /// it, those of the whole test of those who were asked all.
  func section(_ section: ClassResults.Section) -> ClassReport.Section {
    let wholes = section.rows.filter { Set(section.questions).isSubset(of: $0.asked) }
    let whole = analysis(of: section, wholes)
    let told = section.questions.enumerated().map { number, place in
      let rows = section.rows.filter { $0.asked.contains(place) }
      let figures = (rows == wholes ? whole : analysis(of: section, rows)).questions[number]
      let names = rows.map(\.participant.name)
      func named(_ people: [Int]) -> [String] { people.map { names[$0] } }
      return ClassReport.QuestionResult(
        number: place + 1,
        question: questions[place],
        people: rows.count,
        analysis: figures,
        choosers: figures.options.map { named($0.chosenBy) },
        blank: named(figures.unansweredBy)
      )
    }
    return ClassReport.Section(letter: section.letter, analysis: whole, questions: told)
  }

  private func analysis(
    of section: ClassResults.Section,
    _ rows: [ClassResults.Row]
  ) -> TestAnalysis {
    TestAnalysis(
      TestResponses(
        questions: section.questions.map { tests[$0] },
        choices: rows.map { row in section.questions.map { row.choices[$0] } }
      )
    )
  }

  /// What came of each topic, in the order of the questions.
  var topics: [ClassReport.TopicResult] {
    var order: [String] = []
    var counts: [String: (right: Int, asked: Int, questions: Int)] = [:]
    for place in results.asked {
      let question = questions[place]
      let asked = results.rows.filter { $0.asked.contains(place) }
      if counts[question.topic] == nil { order.append(question.topic) }
      var count = counts[question.topic] ?? (0, 0, 0)
      count.right += asked.count { $0.choices[place] == question.key }
      count.asked += asked.count
      count.questions += 1
      counts[question.topic] = count
    }
    return order.map { topic in
      let count = counts[topic] ?? (0, 0, 0)
      return ClassReport.TopicResult(
        title: results.activity.topicTitles[topic] ?? topic,
        right: count.right,
        asked: count.asked,
        questions: count.questions
      )
    }
  }

  /// What the class took for something else, the most frequent first; a statement taken to be true
  /// or false is not taken for another thing.
  var mixUps: [ClassReport.MixUp] {
    var found: [ClassReport.MixUp] = []
    for (place, question) in questions.enumerated() where question.form != .trueFalse {
      let chosen = results.rows.compactMap { $0.choices[place] }
      for option in question.options.indices where option != question.key {
        let times = chosen.count { $0 == option }
        guard times >= ReportMaker.fewestMixUps else { continue }
        found.append(
          ClassReport.MixUp(
            number: place + 1,
            chosen: question.options[option].text,
            key: question.options[question.key].text,
            why: question.options[option].why,
            times: times,
            answered: chosen.count
          )
        )
      }
    }
    return found.enumerated().sorted { left, right in
      (right.element.times, left.offset) < (left.element.times, right.offset)
    }.map(\.element)
  }
}
