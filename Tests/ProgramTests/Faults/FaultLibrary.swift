import Foundation
import TestSupport

/// The library of `faults.c`, which stands between the program and the C library.
enum FaultLibrary {
  /// It cannot be built.
  struct Failure: Error {
    let talk: String
  }

  /// Where the source stands.
  static let source = SourceTree.root.appendingPathComponent("Tests/ProgramTests/Faults/faults.c")

  private static let built = Result { try build() }

  /// The library's file, built once for all tests.
  ///
  /// - Throws: ``Failure`` with what the compiler said.
  static func path() throws -> String { try built.get() }

  private static func build() throws -> String {
    let library = FileManager.default.temporaryDirectory
      .appendingPathComponent("attache-faults-\(getpid()).so").path
    atexit { Self.remove() }
    // The compiler that builds the package's own C is there.
    let call = ProgramCall(
      "/bin/sh",
      [
        "-c",
        "$(command -v clang || command -v cc) -shared -fPIC -O1 -w -o \"$0\" \"$1\"",
        library,
        source.path,
      ],
      variables: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
    )
    let outcome = try PipedProgram(call).waitForEnd(seconds: 60)
    guard outcome.end == .exited(0) else { throw Failure(talk: outcome.talk) }
    return library
  }

  private static func remove() {
    guard case .success(let path) = built else { return }
    try? FileManager.default.removeItem(atPath: path)
  }
}
