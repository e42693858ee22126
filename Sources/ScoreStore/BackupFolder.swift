import FoundationEssentials
import QuizModel

/// Why a backup was made without being asked for.
package enum BackupReason: String, Hashable, Sendable, CaseIterable {
  /// A week had gone by.
  case weekly
  /// The file was about to be brought to a later schema.
  case migration
  /// The log was about to be replaced by a backup.
  case restore
  /// Another log was about to be united with this one, and somebody here to be changed by it.
  case merge
  /// Not a backup: a file that could not be read and was set aside.
  case damaged

  /// Whether only the last five are kept; the others are removed by nobody but the user.
  var isRotated: Bool { self == .weekly || self == .migration }
}

/// A file of the backup folder: why and when it was made, which its name tells.
struct BackupName: Hashable, Comparable {
  /// Why.
  let reason: BackupReason
  /// When, in UTC, as `20261003T141503Z`; such texts sort by time.
  let stamp: String
  /// Tells files of one second apart, 1 or more.
  let number: Int

  /// A name from its parts.
  init(reason: BackupReason, stamp: String, number: Int) {
    self.reason = reason
    self.stamp = stamp
    self.number = number
  }

  /// Reads a file's name.
  ///
  /// - Returns: `nil` if it is not such a name.
  init?(file: String) {
    guard file.hasSuffix(".sqlite") else { return nil }
    let parts = file.dropLast(".sqlite".count).split(separator: "-")
    guard (2...3).contains(parts.count), let reason = BackupReason(rawValue: String(parts[0])),
      parts[1].utf8.count == 16, parts[1].hasSuffix("Z"),
      let number = parts.count == 3 ? Int(parts[2]) : 1
    else { return nil }
    self.reason = reason
    stamp = String(parts[1])
    self.number = number
  }

  /// The file's name.
  var file: String {
    "\(reason.rawValue)-\(stamp)\(number == 1 ? "" : "-\(number)").sqlite"
  }

  /// Orders by time.
  static func < (left: BackupName, right: BackupName) -> Bool {
    (left.stamp, left.number) < (right.stamp, right.number)
  }

  /// A moment in UTC, in ISO 8601's basic format; the first or last one that has four digits for the
  /// year where it has none.
  static func stamp(_ instant: Instant) -> String {
    let date = Date(timeIntervalSince1970: Double(instant.withinCalendar.milliseconds) / 1_000)
    return date.formatted(
      .iso8601.dateSeparator(.omitted).timeSeparator(.omitted).timeZoneSeparator(.omitted)
    )
  }
}

/// The folder of the backups that were made without being asked for.
struct BackupFolder {
  /// How many of those that rotate are kept.
  static let kept = 5

  private let url: URL
  /// When it is looked at.
  private let stamp: String

  /// Looks at a folder, which need not exist.
  ///
  /// - Parameters:
  ///   - url: The folder.
  ///   - instant: The moment it is. What is dated later was made by a clock that was wrong.
  init(_ url: URL, at instant: Instant) {
    self.url = url
    stamp = BackupName.stamp(instant)
  }

  /// Every file of ours, also those that rotation leaves alone, the oldest first.
  var everything: [URL] { names.map { url.appendingPathComponent($0.file) } }

  /// The stamp of the newest weekly or migration backup that is not from the future.
  var newestStamp: String? { rotating.last?.stamp }

  /// A path that no file has yet.
  func free(_ reason: BackupReason) -> URL {
    let taken = Set(names.map(\.file))
    var number = 1
    while true {
      let name = BackupName(reason: reason, stamp: stamp, number: number).file
      if !taken.contains(name) { return url.appendingPathComponent(name) }
      number += 1
    }
  }

  /// Removes all that rotate but the newest ``kept``; those from the future are left until then.
  func rotate() {
    for name in rotating.dropLast(BackupFolder.kept) {
      try? FileManager.default.removeItem(at: url.appendingPathComponent(name.file))
    }
  }

  private var rotating: [BackupName] {
    names.filter { $0.reason.isRotated && $0.stamp <= stamp }
  }

  private var names: [BackupName] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return files.compactMap { BackupName(file: $0) }.sorted()
  }
}
