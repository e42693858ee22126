import DurableFiles
import Foundation

/// A folder that is changed as a whole: a draft of it is made beside it, which then takes its place.
///
/// To be used while the folder around it is held.
struct FolderChange {
  private let place: URL
  private let isThere: Bool
  private let making: Draft

  /// The draft: what the folder holds, or nothing where there is none yet.
  var draft: URL { making.url }

  /// Makes the draft.
  ///
  /// - Parameter folder: A link is followed; what it leads to is changed.
  /// - Throws: What the disk refuses.
  init(of folder: URL) throws {
    place = folder.resolvingSymlinksInPath()
    isThere = Disk.isFolder(place)
    let parent = place.deletingLastPathComponent()
    making = try Draft(.folder, in: parent)
    guard isThere else { return }
    do {
      let files = FileManager.default
      for name in try files.contentsOfDirectory(atPath: place.path)
      where !name.hasPrefix(Draft.prefix) {
        let copy = making.url.appendingPathComponent(name)
        try files.copyItem(at: place.appendingPathComponent(name), to: copy)
      }
      for path in try files.subpathsOfDirectory(atPath: making.url.path) {
        let file = making.url.appendingPathComponent(path)
        if try Disk.isRegular(file) { try Disk.synchronise(file) }
      }
      if let mode = try files.attributesOfItem(atPath: place.path)[.posixPermissions] {
        try files.setAttributes([.posixPermissions: mode], ofItemAtPath: making.url.path)
      }
    } catch let error as DiskError {
      making.discard()
      throw error
    } catch {
      making.discard()
      throw ClassFileError.unwritable(path: place.path, reason: TeacherFile.reason(of: error))
    }
  }

  /// Lets the draft take the place of the folder, at once where the file system can.
  ///
  /// - Throws: What the disk refuses; the folder is as it was, unless the error says otherwise.
  func take() throws {
    try Disk.synchronise(draft)
    if !isThere {
      try Disk.replace(place, with: draft)
    } else if try !Disk.exchange(place, with: draft) {
      let waiting = ImportLeftovers.waiting(place)
      try? FileManager.default.removeItem(at: waiting)
      try Disk.replace(waiting, with: place)
      do {
        try Disk.replace(place, with: draft)
      } catch {
        try Disk.replace(place, with: waiting)
        throw error
      }
      try? FileManager.default.removeItem(at: waiting)
    }
    try Disk.synchroniseFolder(around: place)
  }

  /// Removes the draft, or what the folder held before.
  func end() { making.discard() }
}
