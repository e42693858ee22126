package import QuizModel

/// The facts that may be planned, with their numbers; what a bank says of them for memory's sake.
package struct FactCatalogue: Sendable {
  /// One fact.
  package struct Entry: Hashable, Sendable {
    /// The lasting name.
    package let id: FactID
    /// The topics that ask it, the first one its own.
    package let topics: [String]
    /// The ids of what it is about; facts that share one are siblings.
    package let about: [String]
    /// -2 easy to 2 hard, before anybody has answered.
    package let difficulty: Double
    /// What stands for the answer of each template that tells it, by name; see ``KnowledgeDigest``.
    package let answers: [String: String]
    /// The templates that ask it, by name.
    package let templates: [String]
    /// The templates that ask it by nothing but statements, by name.
    package let statingTemplates: [String]

    /// An entry from its parts.
    package init(
      id: FactID,
      topics: [String],
      about: [String],
      difficulty: Double,
      answers: [String: String],
      templates: [String],
      statingTemplates: [String] = []
    ) {
      self.id = id
      self.topics = topics
      self.about = about
      self.difficulty = difficulty
      self.answers = answers
      self.templates = templates
      self.statingTemplates = statingTemplates
    }
  }

  /// The facts; a fact's number is its place here.
  package let entries: [Entry]
  /// The topics, by the number of the group that each makes.
  package let topics: [String]
  /// The templates, by name, whose false statements an older release credited to a fact that they
  /// said nothing of.
  package let misattributed: Set<String>
  private let numbers: [FactID: Int]
  private let groups: [String: Int]
  private let renamed: [FactID: FactID]

  /// A catalogue.
  ///
  /// - Parameters:
  ///   - entries: The facts, in the order in which new ones come.
  ///   - renamed: Old names and what they are called now.
  ///   - misattributed: See ``misattributed``.
  package init(
    entries: [Entry],
    renamed: [FactID: FactID] = [:],
    misattributed: Set<String> = []
  ) {
    self.entries = entries
    self.misattributed = misattributed
    self.renamed = renamed
    numbers = Dictionary(entries.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var topics: [String] = []
    var groups: [String: Int] = [:]
    for topic in entries.compactMap(\.topics.first) where groups[topic] == nil {
      groups[topic] = topics.count
      topics.append(topic)
    }
    self.topics = topics
    self.groups = groups
  }

  /// The number of a fact, also by an old name; `nil` if the bank no longer has it.
  package func number(of fact: FactID) -> Int? {
    var id = fact
    // A chain of names that bites its own tail has to end.
    for _ in 0..<8 {
      if let number = numbers[id] { return number }
      guard let next = renamed[id] else { return nil }
      id = next
    }
    return nil
  }

  /// Whether an answer tells nothing of the fact that its record names: a false statement of an older
  /// release that was about another one.
  func isMisattributed(_ review: Review) -> Bool {
    review.form == .trueFalse && review.key == "false"
      && review.digest.hasPrefix(KnowledgeDigest.ofOneAnswer)
      && misattributed.contains(review.template)
  }

  /// Differs where the same answers could lead to another ``LearnerHistory``.
  package var fingerprint: String {
    var hash = StableHash()
    for entry in entries {
      hash.update(entry.id.description)
      hash.update(entry.topics.first ?? "")
      hash.update("\(entry.difficulty)")
      for (_, answer) in entry.answers.sorted(by: { $0.key < $1.key }) { hash.update(answer) }
    }
    for template in misattributed.sorted() { hash.update(template) }
    for (old, new) in renamed.sorted(by: { $0.key < $1.key }) {
      hash.update(old.description)
      hash.update(new.description)
    }
    return hash.hexadecimal
  }

  /// The number of the group of siblings in knowledge: facts of one topic are known together.
  package func group(of number: Int) -> Int {
    entries[number].topics.first.flatMap { groups[$0] } ?? 0
  }
}
