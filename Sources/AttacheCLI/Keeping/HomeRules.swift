import Classroom
import QuizModel
import ScoreStore

extension KeptFileRules {
  /// What becomes of classes and banks where two machines' data meet, or people are erased.
  ///
  /// A bank that both have stays as it is here: its files belong together.
  static let ofHome = KeptFileRules { own, other in
    let classes = try ClassFiles(own.inside("classes"))
      .united(with: ClassFiles(other.inside("classes")))
    let known = Set(own.inside("banks").keys.map(bank))
    let banks = other.inside("banks").filter { !known.contains(bank($0.key)) }
    return own.replacing(classes: classes, addingBanks: banks)
  } strike: { files, forgotten in
    files.replacing(classes: try ClassFiles(files.inside("classes")).without(forgotten))
  }

  /// The folder of a bank in which a file lies.
  private static func bank(_ path: String) -> Substring {
    path.prefix { $0 != "/" }
  }
}

extension KeptFiles {
  fileprivate func replacing(
    classes: ClassFiles,
    addingBanks banks: [String: [UInt8]] = [:]
  ) -> KeptFiles {
    var files = files.filter { !$0.key.hasPrefix("classes/") }
    for (name, bytes) in classes.files { files["classes/" + name] = bytes }
    for (path, bytes) in banks { files["banks/" + path] = bytes }
    return KeptFiles(files)
  }
}
