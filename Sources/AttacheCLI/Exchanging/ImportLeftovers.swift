import DurableFiles
import Foundation

/// What imports left behind that were killed.
enum ImportLeftovers {
  private static let ending = "-before"

  /// Where a bank stands between the two steps in which it is replaced, on a file system that cannot
  /// do it in one.
  static func waiting(_ place: URL) -> URL {
    place.deletingLastPathComponent()
      .appendingPathComponent(".\(place.lastPathComponent)\(ending)")
  }

  /// Puts a bank back that was left between the two steps, and removes all drafts.
  ///
  /// - Parameter folder: The folder of the banks; nobody else may change it meanwhile.
  static func tidy(_ folder: URL) {
    Draft.sweep(folder)
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
    where name.hasPrefix(".") {
      let entry = folder.appendingPathComponent(name)
      if name.hasSuffix(ending), name.count > ending.count + 1 {
        let place = folder.appendingPathComponent(String(name.dropFirst().dropLast(ending.count)))
        if !files.fileExists(atPath: place.path) {
          try? Disk.replace(place, with: entry)
          continue
        }
      } else if !isDraftOfFirstVersion(name) {
        continue
      }
      try? files.removeItem(at: entry)
    }
  }

  /// Version 1.0.0 called a draft after its bank and a UUID.
  private static func isDraftOfFirstVersion(_ name: String) -> Bool {
    let uuid = name.suffix(36)
    return UUID(uuidString: String(uuid)) != nil && name.dropLast(36).hasSuffix("-")
  }
}
