import Classroom
import DurableFiles
import Foundation
import Glibc
import QuizModel

/// The files of classes and of what they did, in a folder beside the log.
struct ClassFolder {
  /// The longest file that is read, in bytes.
  private static let limit = 64 << 20

  /// The version of the files.
  private static let version = 1

  /// A file: what it holds, and who understands it.
  private struct Kept<Value: Codable>: Codable {
    let version: Int
    let content: Value
  }

  private struct Head: Codable {
    let version: Int
  }

  /// The folder, which need not exist.
  let url: URL
  /// Says what is wrong with a file that is passed over.
  private let warn: (String) -> Void

  /// The folder of an environment.
  ///
  /// - Throws: ``ClassFileError`` where no home folder is known.
  init(in environment: Environment) throws {
    guard let folder = environment.dataFolder else { throw ClassFileError.noHome }
    url = folder.appendingPathComponent("classes")
    warn = environment.talk
  }

  /// The classes, by name; a file that cannot be read is told of and passed over.
  func classes() throws -> [SchoolClass] {
    readable(".class.json") { try read(SchoolClass.self, from: $0) }
      .sorted { ($0.name, $0.id.uuid.uuidString) < ($1.name, $1.id.uuid.uuidString) }
  }

  /// The class of a name or the beginning of one; without a name the only one.
  ///
  /// - Throws: ``ClassCommandError`` where there is none, or more than one.
  func schoolClass(named name: String?) throws -> SchoolClass {
    let all = try classes()
    let names = all.map(\.name)
    guard let name else {
      guard let only = all.first else { throw ClassCommandError.noClass }
      guard all.count == 1 else { throw ClassCommandError.whichClass(names) }
      return only
    }
    let wanted = Folding.folded(LearnerName.sanitised(name))
    if let whole = all.first(where: { Folding.folded($0.name) == wanted }) { return whole }
    let begun = wanted.isEmpty ? [] : all.filter { Folding.folded($0.name).hasPrefix(wanted) }
    guard let first = begun.first else {
      throw ClassCommandError.noSuchClass(name, known: names)
    }
    guard begun.count == 1 else { throw ClassCommandError.whichClass(begun.map(\.name)) }
    return first
  }

  /// What classes did, the earliest first; a file that cannot be read is told of and passed over.
  func activities() throws -> [ClassActivity] {
    readable(".activity.json") { try activity(in: $0) }
      .sorted {
        ($0.made.instant, $0.id.description) < ($1.made.instant, $1.id.description)
      }
  }

  /// The activity of an id.
  ///
  /// - Throws: ``ClassCommandError/noSuchActivity(_:)``.
  func activity(_ text: String) throws -> ClassActivity {
    guard let id = ActivityID(text) else { throw ClassCommandError.noSuchActivity(text) }
    guard let activity = try activity(id) else { throw ClassCommandError.noSuchActivity(text) }
    return activity
  }

  /// The activity of an id; `nil` if there is none.
  func activity(_ id: ActivityID) throws -> ClassActivity? {
    let file = file(of: id)
    return FileManager.default.fileExists(atPath: file.path) ? try activity(in: file) : nil
  }

  /// Reads, decides and writes while no other process does: no change of another one is lost.
  ///
  /// - Parameters:
  ///   - patience: Milliseconds to wait for another process.
  ///   - work: What to do. A person is not to be asked meanwhile, and it is not to be taken within
  ///     itself.
  /// - Returns: What the work returns.
  /// - Throws: ``ClassFileError/held(path:)`` where another process does not let go, or what the
  ///   work throws.
  func locked<Result>(patience: Int = 10_000, _ work: () throws -> Result) throws -> Result {
    do {
      return try FolderLock.held(on: url, patience: patience, work)
    } catch let error as DiskError {
      throw error.kind == .held
        ? ClassFileError.held(path: url.path)
        : ClassFileError.unwritable(path: error.path, reason: error.reason, isDone: error.isDone)
    }
  }

  /// Keeps a class.
  func save(_ schoolClass: SchoolClass) throws {
    try write(schoolClass, to: file(of: schoolClass.id))
  }

  /// Keeps an activity.
  func save(_ activity: ClassActivity) throws {
    try write(activity, to: file(of: activity.id))
  }

  /// Removes a class's file.
  func remove(_ schoolClass: SchoolClass) throws {
    try remove(file(of: schoolClass.id))
  }

  /// Removes an activity's file.
  func remove(_ activity: ClassActivity) throws {
    try remove(file(of: activity.id))
  }

  // MARK: - Files

  private func file(of id: ClassID) -> URL {
    url.appendingPathComponent("\(id.uuid.uuidString.lowercased()).class.json")
  }

  private func file(of id: ActivityID) -> URL {
    url.appendingPathComponent("\(id.description).activity.json")
  }

  /// What can be read of the files with an ending: one bad file must not lock the others.
  private func readable<Value>(
    _ end: String,
    _ read: (URL) throws -> Value
  ) -> [Value] {
    files(ending: end).compactMap { file in
      do {
        return try read(file)
      } catch {
        warn(ErrorPresenter.present(error)?.text ?? "")
        return nil
      }
    }
  }

  private func files(ending end: String) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(end) }.sorted().map(url.appendingPathComponent)
  }

  private func activity(in file: URL) throws -> ClassActivity {
    let activity = try read(ClassActivity.self, from: file)
    guard activity.isSound else {
      throw ClassFileError.unreadable(path: file.path, reason: "it asks what nobody can mark")
    }
    return activity
  }

  private func read<Value: Codable>(_ type: Value.Type, from file: URL) throws -> Value {
    let bytes = try TeacherFile.bytes(of: file, limit: ClassFolder.limit)
    let data = Data(bytes)
    let version = (try? JSONDecoder().decode(Head.self, from: data))?.version ?? 0
    guard version <= ClassFolder.version else {
      throw ClassFileError.newer(path: file.path, version: version)
    }
    do {
      return try JSONDecoder().decode(Kept<Value>.self, from: data).content
    } catch {
      throw ClassFileError.unreadable(path: file.path, reason: "it is no JSON of a class")
    }
  }

  private func write(_ value: some Codable, to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    let kept = Kept(version: ClassFolder.version, content: value)
    let data = try encoder.encode(kept)
    do {
      try FileManager.default.createDirectory(
        at: url,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    } catch {
      throw ClassFileError.unwritable(path: url.path, reason: TeacherFile.reason(of: error))
    }
    try TeacherFile.write(Array(data) + [0x0a], to: file, isPrivate: true)
  }

  private func remove(_ file: URL) throws {
    guard unlink(file.path) == 0 || errno == ENOENT else {
      throw ClassFileError.unwritable(path: file.path, reason: String(cString: strerror(errno)))
    }
  }
}
