import Classroom
import QuestionBank
import QuizModel

/// Lines of an answer file that cannot be taken, each for one reason.
enum BadLine: Hashable {
  case unknownPupil
  case unknownForm
  case wrongLetter
  case tooMany
  case tooFew
  case noForm
  case repeated(Pupil)
  case brokenText
  case controlCharacter
  case openQuote

  static func drawn(
    after last: Pupil?,
    separator: String,
    using random: inout SplitMix64
  ) -> BadLine {
    var kinds: [BadLine] = [
      .unknownPupil, .unknownForm, .wrongLetter, .tooMany, .tooFew, .noForm, .brokenText,
      .controlCharacter, .openQuote,
    ]
    if let last { kinds += [.repeated(last), .repeated(last)] }
    return kinds[random.below(kinds.count)]
  }

  /// The line; of a paper of eight questions whose form A is as ``SampleActivity`` draws it.
  func bytes(separator: String) -> [UInt8] {
    func line(_ cells: String...) -> [UInt8] { Array(cells.joined(separator: separator).utf8) }
    switch self {
    case .unknownPupil: return line("Nobody", "A", "abtaatab")
    case .unknownForm: return line("Ada", "Z", "abtaatab")
    case .wrongLetter: return line("Ada", "A", "abxaatab")
    case .tooMany: return line("Ada", "A", "abtaatabc")
    case .tooFew: return line("Ada", "A", "abtaata")
    case .noForm: return line("Ada", "Y")
    case .repeated(let pupil): return line("\(pupil.number)", "A", "abtaatab")
    case .brokenText: return line("Ada", "A", "abtaa") + [0xff, 0xfe]
    case .controlCharacter: return line("Ada", "A", "ab\u{1b}taatab")
    case .openQuote: return line("Ada", "A", "\"abtaatab")
    }
  }

  /// Whether a problem names this reason.
  func isTold(by issue: MarkingProblem.Issue) -> Bool {
    switch (self, issue) {
    case (.unknownPupil, .pupil(.unknown("Nobody"))),
      (.unknownForm, .noSuchForm("Z", known: ["A", "B", "C"])),
      (.wrongLetter, .noSuchOption("x", question: 3, known: ["t", "f"])),
      (.tooMany, .wrongCount(found: 9, wanted: 8)),
      (.tooFew, .wrongCount(found: 7, wanted: 8)),
      (.noForm, .noSuchForm("Y", known: ["A", "B", "C"])):
      true
    case (.repeated(let pupil), .repeated(let told, line: _)): pupil == told
    case (.brokenText, .unreadable(let problem)): problem.issue == .notUTF8
    case (.controlCharacter, .unreadable(let problem)):
      problem.issue == .controlCharacter(code: 0x1b)
    case (.openQuote, .unreadable(let problem)): problem.issue == .unterminatedQuote
    default: false
    }
  }
}
