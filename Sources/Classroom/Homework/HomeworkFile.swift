/// The file in which a homework goes to pupils.
package enum HomeworkFile {
  /// What kind of file it is.
  package static let format = "attache-homework"
  /// The version of the format.
  package static let version = 2

  /// The homework as a file.
  package static func bytes(_ homework: ClassActivity) throws -> [UInt8] {
    try SealedFile.bytes(homework, format: format, version: version)
  }

  /// The homework of a file.
  ///
  /// - Throws: Why it is none, or cannot be played.
  package static func homework(
    of bytes: [UInt8]
  ) throws(SealedFile<ClassActivity>.Problem) -> ClassActivity {
    let activity = try SealedFile<ClassActivity>.content(
      of: bytes,
      format: format,
      version: version
    )
    guard case .homework = activity.kind, activity.isSound else { throw .unreadable }
    return activity
  }
}
