import Foundation
import TestSupport

/// The program under test.
enum AttacheProgram {
  /// It cannot be found.
  struct Missing: Error {
    let lookedIn: [String]
  }

  /// The file: the one that `ATTACHE_BINARY` names, else the one that was built with the tests.
  static func path() throws -> String {
    if let path = ProcessInfo.processInfo.environment["ATTACHE_BINARY"], !path.isEmpty {
      return URL(fileURLWithPath: path).path
    }
    var lookedIn: [String] = []
    for start in [Bundle.main.bundlePath, CommandLine.arguments.first ?? ""] {
      var folder = URL(fileURLWithPath: start)
      for _ in 0..<4 {
        let candidate = folder.appendingPathComponent("attache").path
        lookedIn.append(candidate)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    throw Missing(lookedIn: lookedIn)
  }
}
