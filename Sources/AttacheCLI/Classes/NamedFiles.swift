import ArgumentParser
import DurableFiles
import Foundation
import Glibc
import LineEditing
import TerminalUI

/// Whether files that are there may be replaced.
struct ReplaceOptions: ParsableArguments {
  @Flag(help: "Replace a file that is there without asking.")
  var replace = false
}

/// Files that are written because somebody named them: never in the program's own folder, and never
/// in place of something else without a yes.
struct NamedFiles {
  private let environment: Environment
  private let replaces: Bool
  private let reader: (any LineReading)?

  /// Files of a command.
  ///
  /// - Parameters:
  ///   - environment: Where the command runs.
  ///   - options: Whether it may replace files unasked.
  ///   - reader: Reads the answer to a question; `nil` for one of its own.
  init(
    in environment: Environment,
    _ options: ReplaceOptions,
    reader: (any LineReading)? = nil
  ) {
    self.environment = environment
    replaces = options.replace
    self.reader = reader
  }

  /// Makes sure that files may be written, before anything is.
  ///
  /// A pipe or a device may, and so may a file that holds the same bytes already.
  ///
  /// - Parameters:
  ///   - files: Where, and what they are to hold as far as that is known.
  ///   - isOwn: Whether what stands there is an earlier state of the same, by its bytes.
  /// - Throws: ``ClassFileError/inDataFolder(_:)``, ``ClassFileError/exists(_:more:)`` where nobody
  ///   says yes, or the exit of a signal.
  func clear(
    _ files: [(file: URL, bytes: [UInt8]?)],
    isOwn: ([UInt8]) -> Bool = { _ in false }
  ) throws {
    for (file, _) in files { try NamedFiles.refuseDataFolder(file, in: environment) }
    if replaces { return }
    let taken = files.filter { file, bytes in
      guard (try? Disk.isRegular(file)) == true, !NamedFiles.isStream(file) else { return false }
      let limit = bytes.map { max($0.count, 1) } ?? 64 << 20
      guard let old = try? Disk.bytes(of: file, limit: limit) else { return true }
      return old != bytes && !isOwn(old)
    }
    guard let first = taken.first else { return }
    let error = ClassFileError.exists(path: first.file.path, more: taken.count - 1)
    guard environment.isInputTerminal else { throw error }
    try ask(error)
  }

  /// Writes a file that was cleared.
  ///
  /// - Parameters:
  ///   - bytes: What it is to hold.
  ///   - file: Where.
  ///   - isPrivate: Whether nobody but its owner may read it.
  /// - Throws: What ``clear(_:isOwn:)`` throws, ``ClassFileError``.
  func write(_ bytes: [UInt8], to file: URL, isPrivate: Bool = false) throws {
    try clear([(file, bytes)])
    try TeacherFile.write(bytes, to: file, isPrivate: isPrivate)
  }

  /// Refuses what lies in the folder of the log, by whatever name.
  ///
  /// - Throws: ``ClassFileError/inDataFolder(_:)``.
  static func refuseDataFolder(_ file: URL, in environment: Environment) throws {
    guard let data = environment.dataFolder else { return }
    // Each may be a link to a folder elsewhere.
    let places = [data] + ["classes", "banks", "backups"].map(data.appendingPathComponent)
    let own = Set(places.compactMap(Disk.identity))
    guard !own.isEmpty else { return }
    var folder = (try? AtomicFile.followed(file)) ?? file
    while true {
      // By identity: links and steps up and down do not hide it.
      if let identity = Disk.identity(of: folder) {
        guard let path = realpath(folder.path, nil) else { return }
        defer { free(path) }
        let real = URL(fileURLWithPath: String(cString: path))
        if own.contains(identity) { throw ClassFileError.inDataFolder(path: file.path) }
        if real.path == "/" { return }
        folder = real.deletingLastPathComponent()
      } else {
        let parent = (folder.path as NSString).deletingLastPathComponent
        if parent == folder.path || parent.isEmpty { return }
        folder = URL(fileURLWithPath: parent)
      }
    }
  }

  /// Whether a path names an open stream of the program, which the shell has made ready.
  private static func isStream(_ file: URL) -> Bool {
    let identity = Disk.identity(of: file)
    return [STDOUT_FILENO, STDERR_FILENO].contains { stream in
      Disk.identity(of: URL(fileURLWithPath: "/proc/self/fd/\(stream)")) == identity
    }
  }

  private func ask(_ error: ClassFileError) throws {
    let question = ErrorPresenter.question(replacing: error)
    environment.talk(ErrorPresenter.safe(question) + "\n")
    let answer = YesNoQuestion(reader: try reader ?? environment.makeReader()).answer()
    if answer == .yes { return }
    if case .none(let input) = answer, let exit = ProgramExit(signalIn: input) { throw exit }
    throw error
  }
}
