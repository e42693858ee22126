import Foundation
import Glibc

/// Measures the first question of a bank with a million rows, compiled and not.
enum SyntheticBench {
  static func run(_ program: ProgramUnderTest, into figures: inout Figures) throws {
    let banks = program.folder.appendingPathComponent("banks")
    figures.syntheticRows = try SyntheticBank.write(to: banks)
    let large = ProgramUnderTest(
      binary: program.binary,
      folder: program.folder,
      banks: banks.path
    )
    let start = milliseconds()
    let terminal = try large.play("--bank", "synthetic", "--questions", "1")
    try terminal.wait(for: "1 of 1 ", timeout: 300_000)
    try terminal.wait(for: "> ", timeout: 10_000)
    figures.syntheticFirst = milliseconds() - start
    figures.syntheticPeakMegabytes = ProgramUnderTest.peakMegabytes(of: terminal.process)
    var after: [Double] = []
    for _ in 0..<5 {
      after.append(
        try large.timeToFirstQuestion(["--bank", "synthetic", "--questions", "1"])
      )
    }
    figures.syntheticAfter = Figure(after)
  }
}
