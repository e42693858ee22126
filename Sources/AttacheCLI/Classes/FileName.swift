import QuizModel

/// Names of files made of what people called something.
enum FileName {
  /// Letters, digits and hyphens.
  ///
  /// - Parameters:
  ///   - name: As people call it.
  ///   - other: What stands for a name of which nothing is left.
  /// - Returns: At most 60 of them, or the other name.
  static func safe(_ name: String, otherwise other: String = "class") -> String {
    let words = Folding.ascii(name).split { character in
      !(character.isASCII && (character.isLetter || character.isNumber))
    }
    let text = words.joined(separator: "-").prefix(60)
    return text.isEmpty ? other : String(text)
  }
}
