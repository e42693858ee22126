import DurableFiles
import FoundationEssentials
import QuizModel

/// Drafts and copies that a process left when it was killed.
struct Leftovers {
  /// What the names of those of version 1.0.0 begin with, which held no lock on them.
  private static let prefixes = [".log-", ".backup-", ".copy-"]

  /// How old one of those has to be, in seconds: what is younger may be another process's work.
  private static let age: Double = 60 * 60

  /// Removes leftovers from folders, as far as that is possible.
  static func sweep(_ folders: [URL], at instant: Instant) {
    let files = FileManager.default
    let limit = Double(instant.milliseconds) / 1_000 - age
    for folder in folders {
      Draft.sweep(folder)
      for name in (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
      where prefixes.contains(where: name.hasPrefix) {
        let url = folder.appendingPathComponent(name)
        let changed = try? files.attributesOfItem(atPath: url.path)[.modificationDate] as? Date
        guard let changed, changed.timeIntervalSince1970 < limit else { continue }
        try? files.removeItem(at: url)
      }
    }
  }
}
