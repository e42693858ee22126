package import Foundation

/// Runs Python, whose standard library is what some of our own code is compared with.
package enum Python {
  /// What goes wrong with a run.
  package enum Failure: Error {
    /// It ended with another status than 0.
    case ended(status: Int32, program: String)
  }

  /// The seconds that a program may take.
  private static let limit = 120

  /// Runs a program.
  ///
  /// - Parameters:
  ///   - program: The text of the program.
  ///   - input: What it reads from its standard input.
  /// - Returns: What it writes to its standard output.
  /// - Throws: ``Failure/ended(status:program:)``, or what the system says.
  package static func run(_ program: String, input: Data = Data()) throws -> Data {
    // Files and not pipes: both ends of a full pipe would wait for each other.
    let folder = try ScratchFolder()
    let inputFile = try folder.write(input, to: "input")
    let outputFile = try folder.write(Data(), to: "output")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["timeout", "\(limit)", "python3", "-c", program]
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure.ended(status: process.terminationStatus, program: program)
    }
    return try Data(contentsOf: outputFile)
  }
}
