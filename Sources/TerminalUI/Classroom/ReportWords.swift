import Classroom
import ItemStatistics
import QuizModel

/// Every word of a report on the terminal.
enum ReportWords {
  /// Questions of which all numbers are told.
  private static let longestList = 12

  static func heading(_ report: ClassReport) -> String {
    let day = DateWords.text(PartialDate(report.activity.made))
    let who = report.className.map { ", \($0)" } ?? ""
    return "\(report.activity.title)\(who) (\(report.activity.id), \(day))"
  }

  static func sat(_ report: ClassReport) -> String {
    let count = report.pupils.count
    let people = report.className == nil ? "team" : "pupil"
    return "\(count) \(people)\(count == 1 ? "" : "s") of \(count + report.absent.count), "
      + "\(report.activity.questions.count) questions."
  }

  static let numbering = "Questions are numbered as on form A."
  static let nobody = "Nobody has answered it yet."
  static func sitting(_ sitting: Int, of sittings: [Int]) -> String {
    let others = sittings.filter { $0 != sitting }.map(String.init).joined(separator: ", ")
    return "Sitting \(sitting) of this paper"
      + (others.isEmpty ? "." : "; with --sitting also \(others).")
  }
  static func absent(_ names: [String]) -> String {
    "Absent, \(names.count): \(names.prefix(12).joined(separator: ", "))"
      + (names.count > 12 ? " and \(names.count - 12) more" : "") + "."
  }

  static func people(_ report: ClassReport) -> String {
    report.className == nil ? "By team" : "By pupil"
  }
  static func pupil(_ pupil: ClassReport.PupilResult, isGame: Bool) -> String {
    var parts = [
      "\(pupil.right) of \(pupil.asked) (\(number(pupil.share * 100, places: 1)) %)",
      "corrected \(number(pupil.corrected, places: 1))",
    ]
    if isGame { parts.append(SessionWords.points(pupil.points)) }
    if let mark = pupil.mark { parts.append("mark \(mark)") }
    if pupil.attempt > 1 { parts.append("try \(pupil.attempt)") }
    if pupil.isLate { parts.append("late") }
    if let late = pupil.lateTry {
      parts.append("late, try \(late.attempt): \(late.right) of \(late.asked)")
    }
    if !pupil.missed.isEmpty { parts.append("missed \(numbers(pupil.missed))") }
    return parts.joined(separator: ", ")
  }

  private static func numbers(_ numbers: [Int]) -> String {
    let (first, rest) = (numbers.prefix(longestList), numbers.dropFirst(longestList))
    guard rest.isEmpty else {
      return "\(first.map(String.init).joined(separator: ", ")) and \(rest.count) more"
    }
    let last = first.last.map(String.init) ?? ""
    let others = first.dropLast().map(String.init).joined(separator: ", ")
    return others.isEmpty ? last : "\(others) and \(last)"
  }

  static let topics = "By topic"
  static func topic(_ topic: ClassReport.TopicResult) -> String {
    "\(percent(topic.share)) right, \(topic.questions) question\(topic.questions == 1 ? "" : "s")"
  }

  static let questions = "By question"
  static func form(_ letter: String) -> String { "Form \(letter)" }
  static func stem(_ question: ClassQuestion) -> String {
    question.form == .trueFalse ? "\(RoomWords.trueOrFalse) \(question.stem)" : question.stem
  }
  static func question(_ question: ClassReport.QuestionResult) -> String {
    let analysis = question.analysis
    guard case .estimate = analysis.facility else {
      let key = question.question.key
      let right = question.choosers.indices.contains(key) ? question.choosers[key].count : 0
      return "\(right) of \(question.people) right"
    }
    return "facility \(figure(analysis.facility, as: percent)), discrimination "
      + figure(analysis.discrimination) { number($0, places: 2) }
  }

  static func flag(
    _ flag: QuestionFlag,
    of question: ClassQuestion,
    analysis: QuestionAnalysis
  ) -> String {
    func option(_ place: Int) -> String {
      question.options.indices.contains(place) ? question.options[place].text : "?"
    }
    return switch flag {
    case .negativeDiscrimination:
      (analysis.discrimination.estimate?.upper ?? 0) < 0
        ? "who knew least did best: look at the key"
        : "who knew least did a little better, which may be chance: look at the key"
    case .distractorBeatsKey(let place):
      "\"\(option(place))\" drew more of the best than the key: look at the key"
    case .unusedDistractor(let place): "nobody chose \"\(option(place))\""
    case .tooEasy: "too easy"
    case .tooHard: "too hard"
    }
  }

  static let mixUps = "What was mixed up"
  static func mixUp(_ mixUp: ClassReport.MixUp) -> String {
    "\(mixUp.times) of \(mixUp.answered) took \(mixUp.chosen) for \(mixUp.key)"
  }

  static let test = "The test as a whole"
  static func reliability(_ analysis: TestAnalysis) -> String {
    guard analysis.people >= Figure.fewestAnswers else {
      return
        "Too few answers for figures: \(analysis.people), and \(Figure.fewestAnswers) are needed."
    }
    return
      "Mean \(figure(analysis.meanScore) { number($0, places: 1) }) right; reliability (KR-20) "
      + "\(figure(analysis.reliability) { number($0, places: 2) }); standard error of measurement "
      + "\(figure(analysis.standardErrorOfMeasurement) { number($0, places: 2) })."
  }

  static let gain = "Gain"
  static func gain(_ gain: ClassGain) -> String {
    let pupils = gain.pairs.count
    guard case .estimate(let estimate) = gain.gain.meanDifference else {
      return "\(pupils) sat both times, on \(gain.facts) facts in common; "
        + "too few, or too alike, for a figure."
    }
    func points(_ share: Double) -> String { number(share * 100, places: 1) }
    return
      "\(points(estimate.value)) percentage points (95 % interval \(points(estimate.lower)) to "
      + "\(points(estimate.upper))), \(pupils) who sat both times, \(gain.facts) facts in common."
  }

  static func more(_ id: ActivityID) -> String {
    "With --html, --csv or --json it goes on paper, into a spreadsheet, or to programs."
  }

  // MARK: - Figures

  /// A figure with its interval, or why there is none.
  static func figure(_ figure: Figure, as text: (Double) -> String) -> String {
    switch figure {
    case .estimate(let estimate):
      "\(text(estimate.value)) (\(text(estimate.lower)) to \(text(estimate.upper)))"
    case .tooFewAnswers: "too few answers"
    case .undefined: "none"
    }
  }

  static func percent(_ share: Double) -> String { "\(number(share * 100, places: 0)) %" }

  /// A number with so many decimals, 0 to 3, and a point.
  static func number(_ value: Double, places: Int) -> String {
    let scale = [1.0, 10, 100, 1000][min(max(places, 0), 3)]
    let whole = Int((abs(value) * scale).rounded())
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(whole)" }
    let digits = String(whole)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}
