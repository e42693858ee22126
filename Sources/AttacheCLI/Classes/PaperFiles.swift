import ArgumentParser
import Classroom
import Exchange
import Foundation

/// The files of a paper: one a form, and the key.
struct PaperFiles {
  /// How they are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html
    case text
    case markdown

    fileprivate var ending: String {
      switch self {
      case .html: "html"
      case .text: "txt"
      case .markdown: "md"
      }
    }
  }

  private let files: [(name: String, text: String, isPrivate: Bool)]

  /// How many files there are.
  var count: Int { files.count }

  /// The files of a paper.
  init(_ paper: ClassActivity, format: Format, imprint: PaperImprint) {
    let sheets = paper.sheets.map { sheet in
      let page = PaperPage(paper, sheet: sheet, imprint: imprint)
      let text =
        switch format {
        case .html: page.html
        case .text: page.plainText
        case .markdown: page.markdown
        }
      let name = "\(paper.id)-form-\(sheet.letter).\(format.ending)"
      return (name: name, text: text, isPrivate: false)
    }
    let key = AnswerKey(paper, imprint: imprint)
    let text =
      switch format {
      case .html: key.html
      case .text: key.plainText
      case .markdown: key.markdown
      }
    files = sheets + [(name: "\(paper.id)-key.\(format.ending)", text: text, isPrivate: true)]
  }

  /// Writes them into a folder, which is made if need be.
  ///
  /// - Parameters:
  ///   - folder: Where.
  ///   - named: Whether they may be written there.
  /// - Throws: ``ClassFileError``.
  func write(to folder: URL, _ named: NamedFiles) throws {
    try named.clear(
      files.map { (folder.appendingPathComponent($0.name), Array($0.text.utf8)) }
    )
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw ClassFileError.unwritable(path: folder.path, reason: TeacherFile.reason(of: error))
    }
    for (name, text, isPrivate) in files {
      let file = folder.appendingPathComponent(name)
      try TeacherFile.write(Array(text.utf8), to: file, isPrivate: isPrivate)
    }
  }
}
