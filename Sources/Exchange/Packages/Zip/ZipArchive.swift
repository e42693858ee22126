import CZipShim

/// A zip archive whose bytes depend on its files alone: their order is kept, their times are
/// 1980-01-01 00:00.
package struct ZipArchive: Hashable, Sendable {
  /// The bytes of UTF-8 that a name may have: the format counts them in 16 bits.
  private static let nameLimit = 65_535

  /// The files, in the order in which they are packed; one or more, each under a name of its own.
  package let entries: [ZipEntry]

  /// Takes files to pack.
  ///
  /// - Parameter entries: One or more, in their order.
  /// - Throws: ``ZipError/noEntries``, ``ZipError/unsafeName(_:_:)`` or
  ///   ``ZipError/repeatedName(_:)``.
  package init(_ entries: [ZipEntry]) throws(ZipError) {
    guard !entries.isEmpty else { throw .noEntries }
    var names: Set<String> = []
    for entry in entries {
      if let problem = ZipArchive.problem(with: entry.name) {
        throw .unsafeName(entry.name, problem)
      }
      // Some systems would unpack both into one file.
      guard names.insert(entry.name.lowercased()).inserted else {
        throw .repeatedName(entry.name)
      }
    }
    self.entries = entries
  }

  /// The archive as a file holds it.
  ///
  /// - Throws: ``ZipError/library(code:message:)``.
  package func bytes() throws(ZipError) -> [UInt8] {
    guard let writer = attache_zip_open() else {
      throw .library(code: -1, message: "no memory for an archive")
    }
    defer { attache_zip_close(writer) }
    for entry in entries {
      let code = entry.content.withUnsafeBufferPointer {
        attache_zip_add(writer, entry.name, $0.baseAddress, $0.count)
      }
      try ZipArchive.check(code, of: writer)
    }
    try ZipArchive.check(attache_zip_finish(writer), of: writer)
    return Array(
      UnsafeBufferPointer(start: attache_zip_bytes(writer), count: attache_zip_length(writer))
    )
  }

  private static func check(_ code: Int32, of writer: OpaquePointer) throws(ZipError) {
    guard code != 0 else { return }
    throw .library(code: code, message: String(cString: attache_zip_message(writer)))
  }

  private static func problem(with name: String) -> ZipError.NameProblem? {
    guard !name.isEmpty else { return .empty }
    guard name.utf8.count <= nameLimit else {
      return .long(bytes: name.utf8.count, limit: nameLimit)
    }
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\\", "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}": return .forbidden(scalar)
      default: break
      }
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    if name.hasPrefix("/") || parts.first?.dropFirst().first == ":" { return .absolute }
    if parts.contains(where: \.isEmpty) { return .empty }
    return parts.contains { $0 == "." || $0 == ".." } ? .climbing : nil
  }
}
