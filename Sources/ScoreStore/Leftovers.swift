import DurableFiles
import FoundationEssentials
import QuizModel

/// Drafts and copies that a process left when it was killed.
///
/// They may hold names of people, so erasing somebody is not done before they are gone.
struct Leftovers {
  /// What the names of those of version 1.0.0 begin with, which held no lock on them.
  private static let prefixes = [".log-", ".backup-", ".copy-"]
  /// The copy of a log that version 1.0.0 made among the temporary files to restore it.
  private static let copyPrefix = ".copy-"

  /// How old one of those has to be, in seconds: what is younger may be another process's work.
  private static let age: Double = 60 * 60

  /// Where the log and what belongs to it lie.
  let location: LogLocation

  /// The folders that the program writes to.
  private var folders: [URL] {
    [location.folder, location.backups, location.classes, location.banks]
  }

  /// Removes leftovers of killed processes, as far as that is possible.
  ///
  /// - Parameter now: Tells the time, where it matters.
  func sweep(at now: () -> Instant) {
    for folder in folders { Draft.sweep(folder) }
    let old = ofFirstVersion
    if old.isEmpty { return }
    let limit = Double(now().milliseconds) / 1_000 - Leftovers.age
    for url in old {
      let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
      guard let changed = attributes?[.modificationDate] as? Date,
        changed.timeIntervalSince1970 < limit
      else { continue }
      try? FileManager.default.removeItem(at: url)
    }
  }

  /// Removes all leftovers, whatever their age, because of somebody who is erased.
  ///
  /// - Returns: Paths of those that are still there: another process holds them, or they cannot be
  ///   removed.
  func sweepAll() -> [String] {
    for folder in folders { Draft.sweep(folder) }
    for url in ofFirstVersion + temporary { try? FileManager.default.removeItem(at: url) }
    return (folders.flatMap(Draft.all(in:)) + ofFirstVersion + temporary).map(\.path)
  }

  /// What version 1.0.0 left beside what it kept.
  private var ofFirstVersion: [URL] {
    let near = [location.folder, location.backups].flatMap { folder in
      names(in: folder).filter { name in Leftovers.prefixes.contains(where: name.hasPrefix) }
        .map(folder.appendingPathComponent)
    }
    let imports = names(in: location.banks).filter(Leftovers.isImport)
      .map(location.banks.appendingPathComponent)
    return near + imports
  }

  /// What version 1.0.0 left among the temporary files of all programs.
  private var temporary: [URL] {
    let folder = FileManager.default.temporaryDirectory
    return names(in: folder).filter { name in
      name.hasPrefix(Leftovers.copyPrefix)
        && UUID(uuidString: String(name.dropFirst(Leftovers.copyPrefix.count))) != nil
    }.map(folder.appendingPathComponent)
  }

  /// Whether a name is that of a folder in which version 1.0.0 made a bank: `.NAME-UUID`.
  private static func isImport(_ name: String) -> Bool {
    name.hasPrefix(".") && name.dropLast(36).hasSuffix("-")
      && UUID(uuidString: String(name.suffix(36))) != nil
  }

  private func names(in folder: URL) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  }
}
