package import Foundation

/// Where the files of the project are while its tests run.
package enum SourceTree {
  /// The folder that holds Package.swift.
  package static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    repeat {
      folder.deleteLastPathComponent()
    } while !FileManager.default.fileExists(
      atPath: folder.appendingPathComponent("Package.swift").path
    ) && folder.path != "/"
    return folder
  }()

  /// The banks that the project ships.
  package static let banks = root.appendingPathComponent("QuestionBanks")
}
