import Foundation
import LearningModel
import QuestionBank
import QuestionGenerator
import QuizModel
import ScoreStore
import TestSupport

@testable import AttacheCLI
@testable import Study

/// A learner who studies a bank of invented lands, without a terminal; the clock is moved by hand.
final class StudyRoom {
  let stage: Stage
  let clock: MovingClock
  let log: ScoreLog
  let learner: Learner
  private(set) var bank: QuestionBank

  /// A room with a bank of its own.
  init(_ blueprint: BankBlueprint = LandsBank.blueprint(count: 40), machine: UInt8 = 0) throws {
    stage = try Stage()
    clock = MovingClock(of: stage, machine: machine)
    stage.environment.variables["ATTACHE_BANKS"] = stage.home.url.path
    bank = try StudyRoom.open(blueprint, in: stage)
    log = try LogOpening.open(in: stage.environment)
    learner = try log.addLearner(named: "Ana")
  }

  /// Puts another edition of the bank in place.
  func replaceBank(by blueprint: BankBlueprint) throws {
    bank = try StudyRoom.open(blueprint, in: stage)
  }

  private static func open(_ blueprint: BankBlueprint, in stage: Stage) throws -> QuestionBank {
    try blueprint.write(to: stage.home)
    let folder = try BankShelf(
      explicit: stage.home.url.path,
      environment: [:],
      executable: nil
    ).folder(of: "sample")
    return try BankOpener(cache: nil, version: programVersion, progress: { _ in }).judging.open(
      folder
    )
  }

  /// The learner at their facts as they are now.
  func desk() throws -> StudyDesk {
    try StudyDesk(of: learner, bank: bank, log: log, in: stage.environment)
  }

  /// Sets a plan.
  func plan(inDays days: Int? = nil, perDay: Int? = nil, topics: [String] = []) throws {
    let today = stage.environment.today
    let plan = Plan(
      learner: learner.id,
      departure: days.map { today.advanced(byDays: $0).description },
      questionsPerDay: perDay,
      minutesPerDay: nil,
      topics: topics
    )
    _ = try log.append(.planSet(plan))
  }

  /// The number of a fact.
  func number(_ id: String) throws -> Int {
    let fact = FactID(id) ?? FactID(family: "", row: "")
    return try CatalogueMaker.catalogue(of: bank).number(of: fact) ?? -1
  }

  /// The items of a sitting, unanswered.
  func items(_ plan: StudyPlan, seed: UInt64 = 1) throws -> [Item] {
    var draw = StudyDraw(
      plan: plan,
      desk: try desk(),
      generator: try ItemGenerator(bank: bank),
      seed: seed
    )
    var items: [Item] = []
    while let item = try draw.next() { items.append(item) }
    return items
  }

  /// Asks as planned, and answers.
  @discardableResult
  func study(
    _ count: Int,
    seed: UInt64 = 1,
    isRight: (Item) -> Bool = { _ in true }
  ) throws -> [Item] {
    let desk = try desk()
    let items = try items(StudyPlan(desk: desk, count: count, at: desk.moment), seed: seed)
    for item in items { try answer(item, choosing: isRight(item) ? item.key : nil) }
    return items
  }

  /// An item of a template on a row.
  func item(
    _ template: String,
    _ row: String,
    form: Form = .multipleChoice,
    seed: UInt64 = 1
  ) throws -> Item? {
    guard let place = bank.templates.firstIndex(where: { $0.id == template }),
      let fact = try bank.fact(template: place, row: row)
    else { return nil }
    return try ItemGenerator(bank: bank).item(for: fact, form: form, optionCount: 3, seed: seed)
  }

  /// Writes an answer into the log: the option at a place, or "don't know".
  func answer(_ item: Item, choosing place: Int?, as other: LearnerID? = nil) throws {
    let answer = Answer(
      session: SessionID(stage.environment.makeUUID()),
      learner: other ?? learner.id,
      item: ShownItem(item),
      fact: item.fact,
      template: item.id.template,
      topic: item.topic,
      bank: bank.description.id,
      bankVersion: bank.description.version,
      choice: place.map { .option($0) } ?? .dontKnow,
      isRight: place == item.key,
      hints: 0,
      points: 0,
      shownAt: stage.environment.now(),
      taken: 4_000,
      correctAnswer: item.answer,
      digest: item.knowledgeDigest
    )
    _ = try log.append(.answered(answer))
  }
}
