package import QuizModel

/// The numbers under which the answers of one person to one activity are kept apart.
///
/// A number goes into the ids of records (``ActivityRecords/session(of:in:attempt:)``): 1 gives those
/// that version 1.0.0 gave.
extension ClassActivity {
  /// The sittings of one paper that are kept apart: before and after, and a few more.
  package static let mostSittings = 9
  /// What the number of a late try of a homework lies above that of the try, so that both stand.
  static let lateNumbers = 100

  /// All numbers that there may be: sittings of a paper, tries of a homework in time and late, 1 of a
  /// game.
  package var sittingNumbers: [Int] {
    switch kind {
    case .paper: Array(1...ClassActivity.mostSittings)
    case .game: [1]
    case .homework(let terms):
      Array(1...terms.tries) + (1...terms.tries).map { $0 + ClassActivity.lateNumbers }
    }
  }

  /// The sittings of people in it, under every number.
  package func sessions(of people: [LearnerID]) -> [SessionID] {
    people.flatMap { person in
      sittingNumbers.map { ActivityRecords.session(of: person, in: id, attempt: $0) }
    }
  }

  /// The numbers under which any answer of some people stands.
  ///
  /// - Parameters:
  ///   - people: Who may have sat.
  ///   - answers: What is in the log of it, also what was taken back.
  /// - Returns: Ascending.
  package func sittings(of people: [LearnerID], in answers: [SittingAnswer]) -> [Int] {
    let standing = Set(answers.filter { !$0.isRetracted }.map(\.session))
    return sittingNumbers.filter { number in
      people.contains {
        standing.contains(ActivityRecords.session(of: $0, in: id, attempt: number))
      }
    }
  }
}
