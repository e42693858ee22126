package import QuizModel

/// A record that was left out, since it is not sound.
package struct LeftOutRecord: Hashable, Sendable {
  /// Why.
  package enum Reason: Hashable, Sendable {
    /// It cannot be a record.
    case problem(RecordProblem)
    /// It is not what was written: its checksum is another one.
    case changed
    /// It stands in the log with other content; that one stays.
    case conflict
    /// It is kept as somebody else's than it says.
    case otherOwner
  }

  /// The line that it stands in, from 1 on; `nil` where the file has none.
  package let line: Int?
  /// Its id, if that can be read.
  package let id: RecordID?
  /// The name of its kind, if that can be read.
  package let kind: String?
  /// Why.
  package let reason: Reason

  /// A record from what can be read of it.
  package init(line: Int? = nil, id: RecordID?, kind: String?, reason: Reason) {
    self.line = line
    self.id = id
    self.kind = kind
    self.reason = reason
  }
}

/// An export that does not hold what it says it holds.
package struct ShortExport: Hashable, Sendable {
  /// How many records it says it holds; `nil` if it ends before it says so.
  package let told: Int?
  /// How many there are.
  package let found: Int
}

/// What was left out of what was read, or is missing from it.
package struct LeftOutRecords: Hashable, Sendable {
  /// How many records are told one by one; a file may hold any number.
  package static let most = 1_000

  /// How many records were left out.
  package private(set) var count = 0
  /// How many of them by kind; under no name those whose kind cannot be read.
  package private(set) var kinds: [String: Int] = [:]
  /// The first ``most`` of them.
  package private(set) var first: [LeftOutRecord] = []
  /// Exports that are cut off or have other records than they say.
  package private(set) var short: [ShortExport] = []
  /// The paths of files beside the log that are not as they were written; empty for those that tell
  /// none.
  package private(set) var files: [String] = []

  /// Nothing was left out.
  package init() {}

  /// Whether nothing was left out and nothing is missing.
  package var isEmpty: Bool { count == 0 && short.isEmpty && files.isEmpty }

  /// Takes in one more.
  mutating func add(_ record: LeftOutRecord) {
    count += 1
    kinds[record.kind ?? "", default: 0] += 1
    if first.count < LeftOutRecords.most { first.append(record) }
  }

  /// Takes in files that are not as they were written.
  mutating func add(files paths: [String]) {
    files += paths
  }

  /// Takes in an export with other records than it says.
  mutating func add(_ export: ShortExport) {
    short.append(export)
  }
}
