import Foundation

/// What files of a folder hold.
enum FileState {
  /// All files below a folder by their paths in it, without the empty ones that locks are held on;
  /// none if it is not there.
  static func all(in folder: URL) throws -> [String: Data] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    var files: [String: Data] = [:]
    for path in paths {
      let file = folder.appendingPathComponent(path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
        !isFolder.boolValue, file.lastPathComponent != ".lock"
      else { continue }
      files[path] = try Data(contentsOf: file)
    }
    return files
  }
}
