import Glibc
package import SystemPackage

/// A call on a file or folder that failed.
package struct DiskError: Error, Hashable, Sendable {
  /// What a caller can act on.
  package enum Kind: Hashable, Sendable {
    /// No permission, or a file system that is read-only.
    case notWritable
    /// No space, or no more of it for this user.
    case full
    /// Another process holds it.
    case held
    /// Anything else.
    case other
  }

  /// The file or folder at hand.
  package let path: String
  /// What the system said.
  package let code: Errno
  /// Whether the change was made all the same, and only its way to the disk failed: it may be gone
  /// if the machine goes down now.
  package let isDone: Bool

  /// An error from its parts.
  package init(path: String, code: Errno, isDone: Bool = false) {
    self.path = path
    self.code = code
    self.isDone = isDone
  }

  /// What the last call of the C library left in `errno`.
  init(path: String) {
    self.init(path: path, code: Errno(rawValue: errno))
  }

  /// What the code means to a caller.
  package var kind: Kind {
    switch code {
    case .permissionDenied, .notPermitted, .readOnlyFileSystem: .notWritable
    case .noSpace, Errno(rawValue: EDQUOT): .full
    case .wouldBlock: .held
    default: .other
    }
  }

  /// The system's words for the code.
  package var reason: String { code.description }
}
