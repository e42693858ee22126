import FoundationEssentials

/// The form in which a class or an activity is kept in a file: JSON, with its version.
package enum ClassFile {
  /// Why bytes are no such file.
  package enum Problem: Error, Hashable, Sendable {
    /// A later version of the program wrote them.
    case newer(version: Int)
    /// They are damaged, or something else.
    case unreadable
    /// They ask what nobody can mark.
    case unsound
  }

  /// What the name of a class's file ends with.
  package static let classEnding = ".class.json"
  /// What the name of an activity's file ends with.
  package static let activityEnding = ".activity.json"

  /// The version that is written.
  private static let version = 1

  private struct Kept<Value: Codable>: Codable {
    let version: Int
    let content: Value
  }

  private struct Head: Codable {
    let version: Int
  }

  /// The name of a class's file.
  package static func name(of id: ClassID) -> String {
    id.uuid.uuidString.lowercased() + classEnding
  }

  /// The name of an activity's file.
  package static func name(of id: ActivityID) -> String {
    id.description + activityEnding
  }

  /// A class as a file; equal classes are equal bytes.
  ///
  /// - Throws: What the encoder throws.
  package static func bytes(_ schoolClass: SchoolClass) throws -> [UInt8] {
    try encoded(schoolClass)
  }

  /// An activity as a file; equal activities are equal bytes.
  ///
  /// - Throws: What the encoder throws.
  package static func bytes(_ activity: ClassActivity) throws -> [UInt8] {
    try encoded(activity)
  }

  /// The class of a file.
  ///
  /// - Throws: Why it is none.
  package static func schoolClass(in bytes: [UInt8]) throws(Problem) -> SchoolClass {
    try content(SchoolClass.self, of: bytes)
  }

  /// The activity of a file.
  ///
  /// - Throws: Why it is none, or cannot be asked and marked.
  package static func activity(in bytes: [UInt8]) throws(Problem) -> ClassActivity {
    let activity = try content(ClassActivity.self, of: bytes)
    guard activity.isSound else { throw .unsound }
    return activity
  }

  private static func encoded(_ value: some Codable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return Array(try encoder.encode(Kept(version: version, content: value))) + [0x0a]
  }

  private static func content<Value: Codable>(
    _ type: Value.Type,
    of bytes: [UInt8]
  ) throws(Problem) -> Value {
    let data = Data(bytes)
    let version = (try? JSONDecoder().decode(Head.self, from: data))?.version ?? 0
    guard version <= ClassFile.version else { throw .newer(version: version) }
    guard let kept = try? JSONDecoder().decode(Kept<Value>.self, from: data) else {
      throw .unreadable
    }
    return kept.content
  }
}
