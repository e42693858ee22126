import QuestionBank
import QuizModel

/// Chooses, of the statements that a template can make about its slot, those that leave its wording
/// true as often as false (rule 19).
///
/// A subject of which both can be said is balanced by the seed. Of those of which one thing alone can
/// be said the more numerous kind is cut down to the number of the other, in an order that tells
/// nothing; a wording that is left with hardly anything states nothing at all.
enum StatementBalance {
  /// A wording with fewer subjects gives itself away within a game or two.
  static let leastSubjects = 4

  /// The statements that stay.
  static func balanced(_ statements: [SubjectStatement]) -> [SubjectStatement] {
    let bySubject = Dictionary(grouping: statements, by: \.subject)
    var kinds: [Kind: [FactID]] = [:]
    for (subject, ofSubject) in bySubject {
      let hasTruth = ofSubject.contains(where: \.isTrue)
      let hasFalsehood = ofSubject.contains { !$0.isTrue }
      let kind: Kind = hasTruth && hasFalsehood ? .both : hasTruth ? .onlyTrue : .onlyFalse
      kinds[kind, default: []].append(subject)
    }
    let count = min(kinds[.onlyTrue]?.count ?? 0, kinds[.onlyFalse]?.count ?? 0)
    var kept = Set(kinds[.both] ?? [])
    for kind in [Kind.onlyTrue, .onlyFalse] {
      kept.formUnion((kinds[kind] ?? []).sorted(by: scattered).prefix(count))
    }
    return kept.count < leastSubjects ? [] : statements.filter { kept.contains($0.subject) }
  }

  private enum Kind {
    case both
    case onlyTrue
    case onlyFalse
  }

  private static func scattered(_ left: FactID, _ right: FactID) -> Bool {
    let hashes = (
      StableHash(of: "\(left)/stated").value, StableHash(of: "\(right)/stated").value
    )
    return hashes.0 == hashes.1 ? left < right : hashes.0 < hashes.1
  }
}
