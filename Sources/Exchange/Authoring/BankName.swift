package import Foundation
import QuizModel

/// The names of banks that are made here, which are those of their folders.
package enum BankName {
  /// Whether a name can be typed and is safe as that of a folder: small letters, digits, hyphens.
  package static func isSound(_ name: String) -> Bool {
    name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil && name.utf8.count <= Slug.limit
  }

  /// The name of a bank made of a file, in whichever script the file's name is: no two names of files
  /// become one name of a bank.
  ///
  /// - Parameter file: The file's name without its ending.
  /// - Returns: A sound name.
  package static func made(ofFile file: String) -> String {
    // Systems compose the accents of file names in one way or another.
    Slug.name(of: file.precomposedStringWithCanonicalMapping, prefix: "bank")
  }

  /// The identity of a bank that is made here: it follows from the name, so that a bank made anew, or
  /// of the same file on another machine, is the same bank, and what was learnt of it is there.
  ///
  /// What is known hangs on the ids of its questions, which follow from the questions themselves.
  ///
  /// - Parameter name: A sound name.
  /// - Returns: The same UUID on every machine.
  package static func identity(of name: String) -> UUID {
    UUID(derivedFrom: ["attache:bank", name])
  }
}
