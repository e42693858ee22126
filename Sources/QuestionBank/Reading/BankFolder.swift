package import Foundation
import QuizModel

/// Reads the files of one bank, and nothing outside its folder.
package struct BankFolder: Sendable {
  /// The largest file that is read, in bytes.
  package static let fileLimit = 512 << 20
  /// The largest template, view or description that is read, in bytes.
  package static let textLimit = 64 << 10

  /// The folder.
  package let url: URL

  /// The bank's name: the folder's own, or that of the link that leads to it.
  package let name: String

  /// The folder at a place.
  ///
  /// - Parameters:
  ///   - url: The place.
  ///   - name: The name that the folder will have, if it is a draft.
  package init(_ url: URL, name: String? = nil) {
    self.url = url.resolvingSymlinksInPath()
    let isNamed = ![".", "..", "/", ""].contains(url.lastPathComponent)
    self.name = name ?? (isNamed ? url : self.url).lastPathComponent
  }

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: Relative to the folder.
  ///   - limit: The largest size that is read, in bytes.
  /// - Returns: All of them.
  /// - Throws: A problem that names the path.
  package func bytes(of path: String, limit: Int = fileLimit) throws(BankProblem) -> [UInt8] {
    let file = url.appendingPathComponent(path).resolvingSymlinksInPath()
    guard !path.hasPrefix("/"), file.path.hasPrefix(url.path + "/") else {
      throw BankProblem(file: path, issue: .outsideBank(path: path))
    }
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else {
        throw BankProblem(file: path, issue: .unreadable(reason: "not a regular file"))
      }
      guard (attributes[.size] as? Int ?? 0) <= limit else {
        throw BankProblem(file: path, issue: .fileTooLarge(limit: limit))
      }
      return [UInt8](try Data(contentsOf: file, options: .mappedIfSafe))
    } catch let problem as BankProblem {
      throw problem
    } catch {
      let reason = FileManager.default.fileExists(atPath: file.path) ? "no permission" : "no file"
      throw BankProblem(file: path, issue: .unreadable(reason: reason))
    }
  }

  /// The text of a file, checked to be UTF-8.
  package func text(of path: String) throws(BankProblem) -> String {
    let bytes = try bytes(of: path, limit: BankFolder.textLimit)
    return try BankFolder.text(bytes, of: path)
  }

  /// Bytes as text.
  ///
  /// - Throws: A problem with the line of the first byte that is not UTF-8.
  package static func text(_ bytes: [UInt8], of path: String) throws(BankProblem) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw notUTF8(bytes, in: path)
  }

  /// The problem of bytes that are not UTF-8, with the place of the first of them.
  package static func notUTF8(_ bytes: [UInt8], in path: String) -> BankProblem {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var line = 1
    var column = 1
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      line += scalar == "\n" ? 1 : 0
      column = scalar == "\n" ? 1 : column + 1
    }
    return BankProblem(file: path, line: line, column: column, issue: .notUTF8)
  }

  /// The files in a sub-folder with an ending, by name; none where there is no such folder.
  package func files(in folder: String, ending: String) -> [String] {
    let directory = url.appendingPathComponent(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
    return names.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }
      .sorted { $0.precedesInBytes($1) }.map { "\(folder)/\($0)" }
  }
}
