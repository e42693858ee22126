/// The category of questions as Moodle writes it: `$course$/top/Rivers`, a slash within a name
/// doubled.
enum CategoryPath {
  private static let root = "$course$/top"

  /// The path of a topic; of none the top of the course.
  static func text(of topic: String) -> String {
    topic.isEmpty ? root : root + "/" + doubled("/", in: topic)
  }

  /// The innermost category of a path, without the context before it; empty for the top.
  static func topic(of path: String) -> String {
    var names = split(PlainText.line(path))
    if names.count > 1 || names == [""], let first = names.first, isContext(first) {
      names.removeFirst()
    } else if let first = names.first, isContext(first) {
      return ""
    }
    if names.first == "top" { names.removeFirst() }
    return PlainText.topic(names.last ?? "")
  }

  /// A text with each occurrence of a scalar doubled.
  static func doubled(_ scalar: Unicode.Scalar, in text: String) -> String {
    var result = String.UnicodeScalarView()
    for next in text.unicodeScalars {
      result.append(next)
      if next == scalar { result.append(next) }
    }
    return String(result)
  }

  private static func isContext(_ name: String) -> Bool {
    name.utf8.count > 2 && name.utf8.first == 0x24 && name.utf8.last == 0x24
  }

  private static func split(_ path: String) -> [String] {
    var names: [String] = []
    var name = String.UnicodeScalarView()
    var rest = path.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar != "/" {
        name.append(scalar)
      } else if rest.first == "/" {
        rest.removeFirst()
        name.append("/")
      } else {
        names.append(String(name))
        name = String.UnicodeScalarView()
      }
    }
    return names + [String(name)]
  }
}
