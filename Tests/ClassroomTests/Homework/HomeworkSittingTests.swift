import Classroom
import Foundation
import QuizModel
import Testing

/// Which sitting of a pupil's own log a homework is.
@Suite struct HomeworkSittingTests {
  private let learner = LearnerID(UUID(derivedFrom: ["learner"]))
  private let homework = ActivityID(derivedFrom: ["homework"])

  private func session(_ name: String, attempt: Int = 1) -> SessionID {
    HomeworkSitting.session(of: learner, called: name, in: homework, attempt: attempt)
  }

  @Test(
    "is the same however the name is written",
    arguments: [
      ["Chloë", "chloe", "CHLOË", "Chloe\u{308}"], ["Bo Berg", "bo berg", "BO BERG"],
      ["Jürgen", "JURGEN", "ju\u{308}rgen"],
    ]
  )
  func sameName(_ names: [String]) {
    #expect(Set(names.map { session($0) }).count == 1)
  }

  @Test("is another one for another name, learner, homework and try")
  func others() {
    let other = LearnerID(UUID(derivedFrom: ["other"]))
    let second = ActivityID(derivedFrom: ["second"])
    let own = ActivityRecords.session(of: learner, in: homework)
    let sessions = [
      own, session("Ada", attempt: 2), session("Ada", attempt: 12), session("Ada1", attempt: 2),
      HomeworkSitting.session(of: other, called: "Ada", in: homework, attempt: 1),
      HomeworkSitting.session(of: learner, called: "Ada", in: second, attempt: 1),
    ]
    let all = sessions + SampleClass.names.map { session($0) }
    #expect(Set(all).count == all.count)
  }
}
