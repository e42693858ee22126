package import Foundation
import QuizModel

/// The folders in which banks are looked for, in order.
package struct BankShelf: Sendable {
  /// The folders, the first that holds a bank of the wanted name wins.
  package let folders: [URL]

  /// A shelf of these folders.
  package init(folders: [URL]) {
    self.folders = folders
  }

  /// Where banks are looked for.
  ///
  /// - Parameters:
  ///   - explicit: `--banks`; where it is given nothing else is looked at.
  ///   - environment: For `ATTACHE_BANKS`, `XDG_DATA_HOME` and `HOME`.
  ///   - executable: The real path of the running program.
  package init(explicit: String?, environment: [String: String], executable: URL?) {
    if let explicit {
      folders = [URL(fileURLWithPath: explicit)]
      return
    }
    var folders: [URL] = []
    if let path = environment["ATTACHE_BANKS"], !path.isEmpty {
      folders.append(URL(fileURLWithPath: path))
    }
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      folders.append(URL(fileURLWithPath: data).appendingPathComponent("attache/banks"))
    } else if let home = environment["HOME"], !home.isEmpty {
      folders.append(
        URL(fileURLWithPath: home).appendingPathComponent(".local/share/attache/banks")
      )
    }
    if let executable {
      var folder = executable.deletingLastPathComponent()
      folders.append(
        folder.appendingPathComponent("../share/attache/QuestionBanks").standardizedFileURL
      )
      while true {
        folders.append(folder.appendingPathComponent("QuestionBanks"))
        guard folder.path != "/", !folder.path.isEmpty else { break }
        folder = folder.deletingLastPathComponent()
      }
    }
    self.folders = folders
  }

  /// The names of the banks on the shelf, each once, by name.
  package func names() -> [String] {
    var names: Set<String> = []
    for folder in folders {
      let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for entry in entries
      where isPlain(entry) && isBank(folder.appendingPathComponent(entry)) {
        names.insert(entry)
      }
    }
    return names.sorted { $0.precedesInBytes($1) }
  }

  /// The folder of a bank.
  ///
  /// - Throws: ``BankError/unsafeName(_:)`` for a name that is no plain folder name, or
  ///   ``BankError/notFound(name:available:searched:)``.
  package func folder(of name: String) throws(BankError) -> BankFolder {
    guard isPlain(name) else { throw .unsafeName(name) }
    for folder in folders {
      let candidate = folder.appendingPathComponent(name)
      if isBank(candidate) { return BankFolder(candidate) }
    }
    throw .notFound(name: name, available: names(), searched: folders.map(\.path))
  }

  private func isPlain(_ name: String) -> Bool {
    let isSafe = name.unicodeScalars.allSatisfy { scalar in
      scalar != "/" && scalar.properties.generalCategory != .control
    }
    return isSafe && !name.isEmpty && !name.hasPrefix(".")
  }

  private func isBank(_ folder: URL) -> Bool {
    FileManager.default.fileExists(
      atPath: folder.appendingPathComponent(PackageReader.file).path
    )
  }
}
