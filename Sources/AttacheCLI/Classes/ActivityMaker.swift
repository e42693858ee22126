import Classroom
import Exchange
import Foundation
import QuestionBank
import QuestionGenerator
import QuizModel
import TerminalUI

/// Makes papers, games and homework from a bank.
struct ActivityMaker {
  private let environment: Environment
  private let bank: QuestionBank
  private let options: ClassQuestionOptions
  /// What all draws start from.
  let seed: UInt64

  /// A maker.
  ///
  /// - Throws: What opening the bank throws.
  init(_ options: ClassQuestionOptions, in environment: Environment) throws {
    self.environment = environment
    self.options = options
    bank = try options.bank.open(in: environment)
    seed = options.seed ?? environment.randomSeed()
  }

  /// The bank's identity.
  var bankID: String { bank.description.id }

  /// What the bank says of itself, for the end of a paper.
  var imprint: PaperImprint {
    PaperImprint(asOf: bank.description.asOf, licences: bank.description.licences)
  }

  /// Draws questions, in one or several forms.
  ///
  /// - Parameters:
  ///   - forms: 1 or more.
  ///   - isParallel: Whether each form asks other facts.
  ///   - facilities: What earlier answers tell.
  /// - Returns: What was drawn.
  /// - Throws: ``ClassCommandError/paper(_:)``, or what the bank throws.
  func draw(
    forms: Int = 1,
    isParallel: Bool = false,
    facilities: MeasuredFacilities = MeasuredFacilities([:])
  ) throws -> PaperDraw.Drawn {
    let filter = try options.choice.filter(of: bank)
    let draw = PaperDraw(
      generator: try ItemGenerator(bank: bank),
      filter: filter,
      wishes: PaperWishes(
        questions: options.questions,
        forms: forms,
        form: options.choice.form.choice,
        optionCount: options.choice.options,
        isParallel: isParallel,
        seed: seed
      ),
      facilities: facilities
    )
    do {
      return try draw.draw()
    } catch let problem as PaperProblem {
      throw ClassCommandError.paper(problem)
    }
  }

  /// An activity of what was drawn.
  ///
  /// - Parameters:
  ///   - kind: What kind it is to be.
  ///   - questions: What is asked.
  ///   - schoolClass: Who is asked.
  ///   - isRepeatable: Whether the same questions make the same id, as on a paper, or each activity
  ///     is one of its own.
  /// - Returns: The activity, not yet kept.
  /// - Throws: What encoding a question throws.
  func activity(
    _ kind: ClassActivity.Kind,
    questions: [ClassQuestion],
    schoolClass: SchoolClass?,
    isRepeatable: Bool
  ) throws -> ClassActivity {
    let title = title(schoolClass)
    let own = isRepeatable ? try Self.content(kind) : environment.makeUUID().uuidString
    return ClassActivity(
      id: ActivityID(
        derivedFrom: [
          own, title, bank.description.id, bank.description.version, "\(seed)",
          try Self.content(questions),
        ]
      ),
      kind: kind,
      title: title,
      classID: schoolClass?.id,
      bank: bank.description.id,
      bankTitle: bank.description.title,
      bankVersion: bank.description.version,
      made: environment.now(),
      seed: seed,
      topics: options.choice.topic,
      topicTitles: titles(of: questions),
      questions: questions
    )
  }

  /// Everything of a value, its key and its sources too: what is printed under one id never differs.
  private static func content(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func title(_ schoolClass: SchoolClass?) -> String {
    if let title = options.title { return SafeText.cleaned(title) }
    let topics = bank.description.topics.filter { options.choice.topic.contains($0.id) }.map(
      \.title
    )
    return topics.isEmpty ? bank.description.title : topics.joined(separator: ", ")
  }

  private func titles(of questions: [ClassQuestion]) -> [String: String] {
    let asked = Set(questions.map(\.topic))
    return Dictionary(
      bank.description.topics.filter { asked.contains($0.id) }.map { ($0.id, $0.title) }
    ) { first, _ in first }
  }
}
