/// One file in an archive.
package struct ZipEntry: Hashable, Sendable {
  /// Its path in the archive, parted by slashes; ``ZipArchive`` says which are allowed.
  package let name: String
  /// What it holds.
  package let content: [UInt8]

  /// A file of bytes.
  package init(name: String, content: [UInt8]) {
    self.name = name
    self.content = content
  }

  /// A file of text, in UTF-8.
  package init(name: String, text: String) {
    self.init(name: name, content: Array(text.utf8))
  }
}
