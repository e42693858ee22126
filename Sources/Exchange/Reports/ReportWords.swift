import Classroom
import ItemStatistics
import QuizModel

/// All words of a report, so that a translation can follow; each constant is its own description.
enum ReportWords {
  // Words of figures and numbers.
  /// Where there is nothing to say.
  static let nothing = "–"
  static let nobody = "nobody"
  /// Between the ends of an interval of which one is below 0.
  static let rangeWord = "to"
  static let tooFew = "too few answers"
  /// Where a figure does not exist.
  static let undefined = "undefined"

  /// How many answers there were, and how many it takes.
  static func tooFewCount(_ count: Int) -> String {
    "\(count) of the \(Figure.fewestAnswers) needed"
  }

  /// A part of a whole: `21 of 26`.
  static func count(_ part: Int, of whole: Int) -> String { "\(part) of \(whole)" }

  /// Numbers of questions, or a dash for none.
  static func numbers(_ numbers: [Int]) -> String {
    numbers.isEmpty ? nothing : numbers.map(String.init).joined(separator: ", ")
  }

  // The head.
  static let contents = "Contents"
  static let kind = "Kind"
  static let identifier = "Id"
  static let schoolClass = "Class"
  static let made = "Made on"
  static let sitting = "Sitting"
  static let bank = "Bank"
  static let questions = "Questions"
  static let tookPart = "Took part"
  static let absent = "Absent"
  static let nobodySat = "Nobody has taken part yet."

  /// The name of the window or tab.
  static func pageTitle(of title: String) -> String { "Report: \(title)" }

  /// What was done, with its terms.
  static func kind(of activity: ClassActivity) -> String {
    switch activity.kind {
    case .paper(let forms):
      return forms.count > 1 ? "Paper in \(forms.count) forms" : "Paper"
    case .game:
      return "Game in the room"
    case .homework(let terms):
      let deadline = terms.lastDay.map { ", until \(DateWords.text($0))" } ?? ""
      let tries = terms.tries == 1 ? "one try" : "up to \(terms.tries) tries"
      return "Homework\(deadline), \(tries)\(terms.isGraded ? ", graded" : "")"
    }
  }

  // Pupils.
  static let pupils = "Results by name"
  static let pupilCaption = "What each of those who took part answered"
  static let number = "No."
  static let name = "Name"
  static let right = "Right"
  static let perCent = "Per cent"
  static let corrected = "Corrected for guessing"
  static let points = "Points"
  static let mark = "Mark"
  static let attempt = "Try"
  static let late = "In time"
  static let missed = "Questions missed"
  static let lateTry = "Late try"
  /// In place of what an absent pupil answered.
  static let wasAbsent = "absent"
  static let pupilNote =
    "Corrected for guessing: right answers less what blind guessing is expected to have brought."
    + " Questions missed are those answered wrongly or left blank."
  static let numberingNote =
    "Numbers of questions and letters of options are those of this report. A paper may have them in"
    + " another order, which is told with each question."

  /// Whether somebody was in time.
  static func late(_ isLate: Bool) -> String { isLate ? "late" : "yes" }

  // Scores.
  static let scores = "How the scores are spread"
  static let scoreChart = "How many had each score"
  static let scoreCaption = "How many had each score, from the lowest to the highest that occurred"
  static let sameNumbers = "The numbers of the chart"
  static let people = "People"
  static let shareOfPeople = "Share"

  /// What scores are counted in.
  static func scoreUnit(isPercent: Bool) -> String {
    isPercent ? "Right answers in per cent" : "Right answers"
  }

  /// The chart of scores in words.
  static func scoreChartDescription(of spread: ScoreBins) -> String {
    let people = spread.bins.reduce(0) { $0 + $1.count }
    guard let first = spread.occupied.first, let last = spread.occupied.last else { return nobody }
    let unit = spread.isPercent ? "per cent" : "right answers"
    return "A column for each score of \(people) \(people == 1 ? "person" : "people")."
      + " The lowest score is \(first.label), the highest \(last.label) \(unit)."
  }

  // Topics.
  static let topics = "By topic"
  static let topic = "Topic"
  static let topicCaption = "Right answers in each topic, of those wanted"
  static let topicChart = "Share of right answers in each topic"
  static let rightAnswers = "Right answers"
  static let answersWanted = "Answers wanted"

  /// The chart of topics in words.
  static func topicChartDescription(of topics: [ClassReport.TopicResult]) -> String {
    let shares = topics.filter { $0.asked > 0 }.map(\.share)
    guard let lowest = shares.min(), let highest = shares.max() else { return nobodySat }
    return "A bar for each topic, within an outline that stands for all answers wanted."
      + " The shares go from \(ReportNumber.percent(lowest)) to \(ReportNumber.percent(highest))."
  }

  // Questions at a glance.
  static let glance = "All questions at a glance"
  static let question = "Question"
  static let facility = "Facility"
  static let correctedFacility = "Corrected facility"
  static let discrimination = "Discrimination"
  static let upperLower = "Upper – lower"
  static let ifDropped = "Reliability without it"
  static let remarks = "Remarks"
  /// Beside a bar whose question has a remark.
  static let look = "(look)"
  static let glanceNote =
    "In parentheses: 95 % confidence intervals. Facility: the share that was right. Corrected"
    + " facility: less what guessing would make. Discrimination: how being right goes with the score"
    + " on the other questions, −1 to 1. Upper – lower: the facility among the best 27 % less that"
    + " among the weakest 27 %. Reliability without it: what the test's reliability would be."

  /// A form of the paper.
  static func form(_ letter: String) -> String { "Form \(letter)" }

  /// The heading over the questions of a form, or of all.
  static func questions(of letter: String?) -> String {
    letter.map { "Form \($0), question by question" } ?? "Question by question"
  }

  /// How many were asked how many questions.
  static func people(_ people: Int, questions: Int) -> String {
    let who = people == 1 ? "1 person was" : "\(people) people were"
    return "\(who) asked \(questions == 1 ? "this question" : "these \(questions) questions")."
  }

  /// The caption of the table of all questions.
  static func glanceCaption(letter: String?) -> String {
    "Figures of each question" + (letter.map { ", form \($0)" } ?? "")
  }

  /// Why there is no chart of facilities.
  static func noFacilityChart(_ people: Int) -> String {
    "There is no chart of facilities: \(tooFew) (\(tooFewCount(people)))."
  }

  /// The title of a chart of facilities: which questions it holds, of which form.
  static func facilityChart(of numbers: [Int], letter: String?) -> String {
    let range = [numbers.first, numbers.last].compactMap { $0 }.map(String.init)
    return "Facility of each question with its 95 % interval, questions"
      + " \(range.joined(separator: " to "))" + (letter.map { ", form \($0)" } ?? "")
  }

  static let facilityChartDescription =
    "A bar for each question: the share that was right, with its interval as a whisker. The short"
    + " dashed line is what blind guessing would make. Striped bars, marked \(look), are questions"
    + " with a remark. The table has the numbers."

  // One question.
  static let topicLabel = "Topic: "
  static let letter = "Letter"
  static let option = "Option"
  static let all = "All"
  static let upperGroup = "Of the upper 27 %"
  static let lowerGroup = "Of the lower 27 %"
  static let meanRest = "Mean score on the other questions"
  /// After the right option.
  static let key = " (key)"
  static let leftBlank = "Left blank"
  static let sources = "Sources:"

  /// The heading over a question.
  static func questionTitle(_ number: Int, letter: String?) -> String {
    "Question \(number)" + (letter.map { ", form \($0)" } ?? "")
  }

  /// Where a question stands on a form of the paper, and which letter is right there.
  static func place(_ number: Int, onForm letter: String, key: String) -> String {
    "Number \(number) on form \(letter), key \(key)."
  }

  /// The caption of the table of one question.
  static func answersCaption(_ number: Int) -> String { "Answers to question \(number)" }

  /// What stands before the names of those who chose an option.
  static func chose(_ label: String, isKey: Bool, count: Int) -> String {
    "\(label)\(isKey ? key : ""), \(count):"
  }

  /// What stands before the names of those who chose none.
  static func blank(count: Int) -> String { "\(leftBlank), \(count):" }

  // Remarks on questions.
  /// A remark in a few words, for a cell.
  static func remark(_ flag: QuestionFlag, label: (Int) -> String) -> String {
    switch flag {
    case .negativeDiscrimination: "negative discrimination"
    case .distractorBeatsKey(let option): "\(label(option)) drew more of the best than the key"
    case .unusedDistractor(let option): "nobody chose \(label(option))"
    case .tooEasy: "too easy"
    case .tooHard: "too hard"
    }
  }

  /// A remark as a sentence.
  static func flagTitle(_ flag: QuestionFlag, label: (Int) -> String) -> String {
    switch flag {
    case .negativeDiscrimination: "Negative discrimination: look at the key."
    case .distractorBeatsKey(let option):
      "A distractor, \(label(option)), drew more of the best than the key."
    case .unusedDistractor(let option): "Nobody chose this distractor: \(label(option))."
    case .tooEasy: "Too easy."
    case .tooHard: "Too hard."
    }
  }

  /// What a remark means, and what to look at.
  static func flagAdvice(_ flag: QuestionFlag) -> String {
    switch flag {
    case .negativeDiscrimination:
      "Those who did well on the other questions were right less often here. The key may be wrong,"
        + " or the question may mislead. Where the interval includes 0, it may be chance."
    case .distractorBeatsKey:
      "It may be right too, or the key may be wrong."
    case .unusedDistractor:
      "It deceived nobody; a likelier one would tell more."
    case .tooEasy:
      "More than \(QuestionFlag.easiestPercentage) % were right, so that it tells hardly anybody"
        + " apart."
    case .tooHard:
      "No more were right than blind guessing would make."
    }
  }

  // Mix-ups.
  static let mixUps = "What was mixed up"
  static let mixUpCaption = "What was chosen for something else by two people or more"
  static let chosen = "Chosen"
  static let insteadOf = "Instead of"
  static let times = "By how many"
  static let whatIsTrue = "What is true of it"
  static let noMixUps = "Nothing was taken for something else by two people or more."

  // The test as a whole.
  static let test = "The test as a whole"
  static let figure = "Figure"
  static let valueWithInterval = "Value (95 % interval)"
  static let meaning = "What it means"
  static let peopleCount = "People"
  static let peopleMeaning = "How many were asked these questions."
  static let questionsMeaning = "How many questions each of them had."
  static let meanScore = "Mean score"
  static let meanMeaning = "The right answers of all, shared out evenly among them."
  static let deviation = "Standard deviation"
  static let deviationMeaning = "How far scores typically lie from the mean, in right answers."
  static let reliability = "Reliability (KR-20, which is alpha here)"
  static let reliabilityMeaning =
    "The share of the differences between scores that is due to differences between people and not"
    + " to chance; 1 would be all of it. 0.7 is often asked for before marks hang on a test."
  static let standardError = "Standard error of measurement"
  static let standardErrorMeaning =
    "How far a score typically lies from what the same person would reach on average over many"
    + " such tests, in right answers; scores closer together than this are best taken as alike."

  /// The caption of the table of the whole test.
  static func testCaption(letter: String?) -> String {
    "Figures of the whole test" + (letter.map { ", form \($0)" } ?? "")
  }

  // The gain.
  static let gain = "Before and after"
  static let before = "Before: "
  static let after = ". After: "
  static let meanGain = "The mean gain is "
  static let gainUnit = " percentage points."
  static let gainCaption = "Shares of right answers on what both asked"
  static let beforeColumn = "Before"
  static let afterColumn = "After"
  static let differenceColumn = "Percentage points"
  static let gainNote =
    "The interval rests on the people who sat both. Where it holds 0, there may have been no gain."
    + " It does not say what the gain comes from."

  /// How much the comparison rests on.
  static func compared(facts: Int, people: Int) -> String {
    "\(facts) \(facts == 1 ? "fact was" : "facts were") asked both times;"
      + " \(people) \(people == 1 ? "person" : "people") sat both."
  }
}
