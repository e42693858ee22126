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
  /// - Throws: ``BankError/unsafeName(_:)`` for a name that is no plain folder name,
  ///   ``BankError/notFound(name:available:searched:)``, or ``BankError/broken(bank:problems:)`` where
  ///   a bank of another name has the same identity: what is known of one would count for the other.
  package func folder(of name: String) throws(BankError) -> BankFolder {
    guard isPlain(name) else { throw .unsafeName(name) }
    guard let found = place(of: name) else {
      throw .notFound(name: name, available: names(), searched: folders.map(\.path))
    }
    if let identity = BankIdentity.read(found),
      let other = bank(of: identity, otherThan: found)
    {
      throw .broken(bank: name, problems: [BankIdentity.isShared(found, with: other)])
    }
    return found
  }

  /// Whether there is a bank of a name.
  package func holds(_ name: String) -> Bool { isPlain(name) && place(of: name) != nil }

  /// The name of the bank that has an identity; `nil` where none has it.
  package func name(ofIdentity identity: UUID) -> String? {
    bank(of: identity, otherThan: nil)?.name
  }

  /// A bank hidden by another of its name is none, and one folder under two names is one bank.
  private func bank(of identity: UUID, otherThan known: BankFolder?) -> BankFolder? {
    names().lazy.compactMap(place(of:)).first { folder in
      folder.url.path != known?.url.path && BankIdentity.read(folder) == identity
    }
  }

  private func place(of name: String) -> BankFolder? {
    folders.map { $0.appendingPathComponent(name) }.first(where: isBank).map { BankFolder($0) }
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
