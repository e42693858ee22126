import QuizModel

/// A subject within a bank.
package struct Topic: Hashable, Sendable, Codable {
  /// Its short name, as commands take it.
  package let id: String
  /// Its title, as people read it.
  package let title: String

  /// A topic by name and title.
  package init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// What a bank says of itself.
package struct BankDescription: Hashable, Sendable, Codable {
  /// The bank's identity in the log: a UUID that outlives every renaming.
  package let id: String
  /// The name of its folder.
  package let name: String
  /// The title, as people read it.
  package let title: String
  /// The version.
  package let version: String
  /// The date up to which the facts were checked, as a partial date.
  package let asOf: String
  /// The language of its texts, such as `en`.
  package let language: String
  /// The names of its licences.
  package let licences: [String]
  /// Whether a person wrote each item, so that some rules only warn.
  package let isAuthored: Bool
  /// Whether facts.lock lists the facts of the last release, and has to be there.
  package let isLocked: Bool
  /// The topics, in the order in which they are shown.
  package let topics: [Topic]
  /// The templates, by name and in that order, whose false statements the first release credited to
  /// a fact that they said nothing of.
  private let misattributedList: [String]
  /// The rules that only report, ascending: compiled copies of one bank are the same byte for byte.
  private let reportedRuleList: [Int]

  /// The numbers that rules have.
  package static let ruleNumbers = 1...29

  /// The numbers of the rules that only report in this bank; every other rule bars what breaks it.
  package var reportedRules: Set<Int> { Set(reportedRuleList) }

  /// The templates whose false statements the first release credited to a fact that they said
  /// nothing of.
  package var misattributed: Set<String> { Set(misattributedList) }

  /// A description from what datapackage.json says.
  ///
  /// The numbers of `reportedRules` lie within ``ruleNumbers``.
  init(
    id: String,
    name: String,
    title: String,
    version: String,
    asOf: String,
    language: String,
    licences: [String],
    isAuthored: Bool,
    isLocked: Bool,
    topics: [Topic],
    misattributed: Set<String>,
    reportedRules: Set<Int>
  ) {
    self.id = id
    self.name = name
    self.title = title
    self.version = version
    self.asOf = asOf
    self.language = language
    self.licences = licences
    self.isAuthored = isAuthored
    self.isLocked = isLocked
    self.topics = topics
    misattributedList = misattributed.sorted()
    reportedRuleList = reportedRules.sorted()
  }
}
