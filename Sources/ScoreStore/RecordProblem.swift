package import QuizModel

/// Why something cannot be a record of a log.
package enum RecordProblem: Error, Hashable, Sendable {
  /// Longer than ``StoredRecord/longest`` bytes.
  case tooLong
  /// Bytes that are no UTF-8.
  case notUTF8
  /// No JSON object, counted in bytes from 1 on where it stops being one, or too deeply nested.
  case notJSON(column: Int)
  /// A field that every record has is missing.
  case missing(String)
  /// A field that no record has.
  case unknownField(String)
  /// A field that stands there twice.
  case repeatedField(String)
  /// A field that does not hold what it should.
  case badValue(String)
  /// What it says does not fit its kind.
  case misfit(kind: String)
  /// A value, of a field of what it says, that no program can have written.
  case outOfRange(field: String)
}

/// Why nothing of a file was taken into a log.
package struct IntakeError: Error, Hashable, Sendable {
  /// What is wrong with the file.
  package enum Problem: Hashable, Sendable {
    /// There is none, or it cannot be read.
    case unreadable(reason: String)
    /// It is the log itself.
    case itself
    /// Neither a log nor an export of one.
    case noLog
    /// A log, where an export was wanted.
    case isLog
    /// A log that is not sound.
    case damaged(detail: String)
    /// A log of a later version of the program.
    case newer(version: Int)
    /// A record that cannot be one, and its id where it has a sound one.
    case record(RecordProblem, RecordID?)
    /// A record whose id stands in the log with other content.
    case conflict(RecordID)
    /// A record that is not what was written.
    case changed(RecordID?)
    /// Nobody in it goes by that name.
    case unknownLearner(name: String, known: [Learner])
  }

  /// The file.
  package let path: String
  /// The line at hand, from 1 on; `nil` where the file has none.
  package let line: Int?
  /// What is wrong.
  package let problem: Problem

  /// An error from its parts.
  package init(path: String, line: Int? = nil, problem: Problem) {
    self.path = path
    self.line = line
    self.problem = problem
  }
}
