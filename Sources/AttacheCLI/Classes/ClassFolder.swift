import Classroom
import DurableFiles
import Foundation
import QuizModel

/// The files of classes and of what they did, in a folder beside the log.
struct ClassFolder {
  /// The longest file that is read, in bytes.
  private static let limit = 64 << 20

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
    SchoolClass.toldApart(
      readable(ClassFile.classEnding) { try Self.read($0, as: ClassFile.schoolClass) }
    )
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
    readable(ClassFile.activityEnding) { try Self.read($0, as: ClassFile.activity) }
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
    return FileManager.default.fileExists(atPath: file.path)
      ? try Self.read(file, as: ClassFile.activity) : nil
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
    try write(try ClassFile.bytes(schoolClass), to: file(of: schoolClass.id))
  }

  /// Keeps an activity.
  func save(_ activity: ClassActivity) throws {
    try write(try ClassFile.bytes(activity), to: file(of: activity.id))
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
    url.appendingPathComponent(ClassFile.name(of: id))
  }

  private func file(of id: ActivityID) -> URL {
    url.appendingPathComponent(ClassFile.name(of: id))
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

  /// Reads a file of a class or an activity; others are not looked at.
  ///
  /// - Throws: ``ClassFileError`` where something is wrong with it.
  static func check(_ file: URL) throws {
    if file.path.hasSuffix(ClassFile.classEnding) {
      _ = try read(file, as: ClassFile.schoolClass)
    } else if file.path.hasSuffix(ClassFile.activityEnding) {
      _ = try read(file, as: ClassFile.activity)
    }
  }

  private static func read<Value>(
    _ file: URL,
    as content: ([UInt8]) throws(ClassFile.Problem) -> Value
  ) throws -> Value {
    let bytes = try TeacherFile.bytes(of: file, limit: ClassFolder.limit)
    do throws(ClassFile.Problem) {
      return try content(bytes)
    } catch {
      throw ClassFileError(error, path: file.path)
    }
  }

  private func write(_ bytes: [UInt8], to file: URL) throws {
    do throws(DiskError) {
      try Disk.makeFolder(url)
    } catch {
      throw ClassFileError.unwritable(path: url.path, reason: error.reason)
    }
    try TeacherFile.write(bytes, to: file, isPrivate: true)
  }

  private func remove(_ file: URL) throws {
    do throws(DiskError) {
      try Disk.remove(file)
      try Disk.synchroniseFolder(around: file)
    } catch {
      throw ClassFileError.unwritable(path: file.path, reason: error.reason, isDone: error.isDone)
    }
  }
}
