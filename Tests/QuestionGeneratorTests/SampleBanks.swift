import Foundation
import QuestionBank
import QuestionGenerator
import TestSupport
import Testing

/// Opens banks that tests have written.
enum SampleBanks {
  /// Opens a bank in memory.
  static func open(_ blueprint: BankBlueprint, reversed: Bool = false) throws -> QuestionBank {
    let scratch = try ScratchFolder()
    let folder = BankFolder(try blueprint.write(to: scratch))
    // Facts and candidates are answered by the compiled bank, so its files may go.
    return try BankOpener(cache: nil, version: "test").judging.openFresh(folder, reversed: reversed)
  }

  /// Checks a bank as `bank check` does, without the comparison of row orders.
  static func check(_ blueprint: BankBlueprint) throws -> CheckReport {
    var check = BankCheck(generator: try ItemGenerator(bank: try open(blueprint)))
    return try check.run(comparingWith: nil)
  }
}

extension Tag {
  /// Takes seconds.
  @Tag static var slow: Self
}
