import LearningModel
import QuizModel
import Testing

@testable import Study

/// In which ways a fact is asked.
@Suite struct AskingWaysTests {
  private static let templates = [
    AskingWays.Asking(template: "easy", difficulty: -1),
    AskingWays.Asking(template: "middling", difficulty: 0),
    AskingWays.Asking(template: "hard", difficulty: 2),
  ]

  private static func trail(_ template: String, _ form: Form) -> FactTrail {
    var trail = FactTrail()
    (trail.template, trail.form, trail.answers) = (template, form, 1)
    return trail
  }

  private static func first(
    _ askings: [AskingWays.Asking] = templates,
    lasts: Double,
    trail: FactTrail? = trail("other", .typed),
    turn: UInt64 = 1
  ) -> AskingWays.Way? {
    AskingWays.ways(askings, lasts: lasts, trail: trail, turn: turn).first
  }

  @Test func newFactIsAskedByTheEasiestTemplateWithThreeOptions() {
    for turn in 0..<12 as Range<UInt64> {
      let way = AskingWaysTests.first(lasts: 0, trail: nil, turn: turn)
      let easiest = AskingWays.Way(
        template: "easy",
        form: .multipleChoice,
        options: 3,
        isClose: false
      )
      #expect(way == easiest)
    }
  }

  @Test func strongerFactsAreAskedInHarderForms() {
    let ways = [1, 6, 30].map { AskingWaysTests.first(lasts: $0) }
    #expect(ways.map { $0?.form } == [.multipleChoice, .multipleChoice, .typed])
    #expect(ways.map { $0?.options } == [3, 4, 0])
    #expect(ways.map { $0?.isClose } == [false, true, true])
    #expect(ways.map { $0?.template } == ["easy", "easy", "hard"])
    // Where nothing can be typed there are more options than before.
    let untyped = AskingWays.ways(
      AskingWaysTests.templates,
      lasts: 30,
      trail: nil,
      turn: 1
    )
    #expect(untyped.allSatisfy { $0.options == 3 || $0.options == 2 })
    let firm = AskingWays.ways(
      AskingWaysTests.templates,
      lasts: 30,
      trail: AskingWaysTests.trail("other", .typed),
      turn: 1
    ).first { $0.form != .typed }
    #expect(firm?.options == 5)
  }

  /// Whatever the fact's strength, nothing comes back as it was while there is another way.
  @Test(arguments: [0.1, 5, 20, 1_000], 0..<6 as Range<UInt64>)
  func sameTemplateInTheSameFormComesLast(lasts: Double, turn: UInt64) {
    for template in AskingWaysTests.templates {
      for form in Form.allCases {
        let trail = AskingWaysTests.trail(template.template, form)
        for askings in [AskingWaysTests.templates, [template]] {
          let ways = AskingWays.ways(askings, lasts: lasts, trail: trail, turn: turn)
          let isSame = ways.map { $0.template == template.template && $0.form == form }
          #expect(isSame == isSame.filter { !$0 } + isSame.filter { $0 })
          #expect(isSame.first == false)
        }
      }
    }
  }

  @Test func everyWayComesOnceAndTheTurnDecidesAmongEqualOnes() {
    let equal = ["a", "b", "c"].map { AskingWays.Asking(template: $0, difficulty: 0) }
    var firsts: Set<String> = []
    for turn in 0..<9 as Range<UInt64> {
      let ways = AskingWays.ways(equal, lasts: 10, trail: nil, turn: turn)
      #expect(Set(ways).count == ways.count)
      #expect(Set(ways.map(\.template)) == ["a", "b", "c"])
      firsts.formUnion(ways.prefix(1).map(\.template))
      #expect(ways == AskingWays.ways(equal, lasts: 10, trail: nil, turn: turn))
    }
    #expect(firsts == ["a", "b", "c"])
    #expect(AskingWays.ways([], lasts: 10, trail: nil, turn: 3).isEmpty)
  }
}
