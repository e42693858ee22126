package import FoundationEssentials

/// Where the log and what belongs to it lie.
package struct LogLocation: Hashable, Sendable {
  /// The folder of everything, such as `$XDG_DATA_HOME/attache`.
  package let folder: URL

  /// Names the places in a folder; nothing is made yet.
  package init(folder: URL) {
    self.folder = folder
  }

  /// The log itself.
  package var log: URL { folder.appendingPathComponent("log.sqlite") }

  /// The folder of the backups that were made without being asked for.
  package var backups: URL { folder.appendingPathComponent("backups") }

  /// The folder of classes and of what they did.
  package var classes: URL { folder.appendingPathComponent("classes") }

  /// The folder of the banks that imports make.
  package var banks: URL { folder.appendingPathComponent("banks") }

  /// What SQLite keeps of the log before it is written back; part of the log while it exists.
  var writeAheadLog: URL { folder.appendingPathComponent("log.sqlite-wal") }
}
