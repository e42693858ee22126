import FoundationEssentials
import QuizModel

/// Drafts and copies that a process left when it was killed.
struct Leftovers {
  /// The name of a draft or copy begins with one of these.
  enum Prefix: String, CaseIterable {
    /// A log that is being made.
    case log = ".log-"
    /// A backup that is being written.
    case backup = ".backup-"
    /// A folder with the copy of a log that is being looked through or rewritten.
    case copy = ".copy-"
  }

  /// How old a leftover has to be, in seconds: what is younger may be another process's work.
  private static let age: Double = 60 * 60

  /// Removes old leftovers from folders, as far as that is possible.
  static func sweep(_ folders: [URL], at instant: Instant) {
    let files = FileManager.default
    let limit = Double(instant.milliseconds) / 1_000 - age
    for folder in folders {
      for name in (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
      where Prefix.allCases.contains(where: { name.hasPrefix($0.rawValue) }) {
        let url = folder.appendingPathComponent(name)
        let changed = try? files.attributesOfItem(atPath: url.path)[.modificationDate] as? Date
        guard let changed, changed.timeIntervalSince1970 < limit else { continue }
        try? files.removeItem(at: url)
      }
    }
  }
}
