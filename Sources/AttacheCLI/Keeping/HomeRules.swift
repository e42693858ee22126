import Classroom
import Exchange
import QuizModel
import ScoreStore

extension KeptFileRules {
  /// What becomes of classes and banks where two machines' data meet, or people are erased.
  ///
  /// A bank that both have stays as it is here, its files belonging together; but one that was made
  /// of imports takes in the questions that only the other machine's copy has.
  static let ofHome = KeptFileRules { own, other in
    let classes = try ClassFiles(own.inside("classes"))
      .united(with: ClassFiles(other.inside("classes")))
    let banks = own.banks.merging(other.banks, uniquingKeysWith: KeptFileRules.united)
    return KeptFiles(classes: classes, banks: banks)
  } strike: { files, forgotten in
    let classes = try ClassFiles(files.inside("classes")).without(forgotten)
    return KeptFiles(classes: classes, banks: files.banks)
  } people: { files in
    ClassFiles(files.inside("classes")).people
  }

  private typealias Bank = [String: [UInt8]]

  @Sendable
  private static func united(_ own: Bank, with other: Bank) -> Bank {
    guard own != other, var bank = try? AuthoredBankFiles(files: own),
      let otherBank = try? AuthoredBankFiles(files: other), bank.id == otherBank.id,
      bank.take(otherBank) > 0
    else { return own }
    return own.merging(bank.files) { _, new in new }
  }
}

extension KeptFiles {
  fileprivate init(classes: ClassFiles, banks: [String: [String: [UInt8]]]) {
    var files: [String: [UInt8]] = [:]
    for (name, bytes) in classes.files { files["classes/\(name)"] = bytes }
    for (bank, inner) in banks {
      for (path, bytes) in inner {
        files[path.isEmpty ? "banks/\(bank)" : "banks/\(bank)/\(path)"] = bytes
      }
    }
    self.init(files)
  }

  /// The files of each bank by its folder's name; a file that lies in no bank stands alone.
  fileprivate var banks: [String: [String: [UInt8]]] {
    var banks: [String: [String: [UInt8]]] = [:]
    for (path, bytes) in inside("banks") {
      let bank = path.prefix { $0 != "/" }
      banks[String(bank), default: [:]][String(path.dropFirst(bank.count + 1))] = bytes
    }
    return banks
  }
}
