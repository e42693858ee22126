import ArgumentParser
import Foundation
import QuestionBank
import QuestionGenerator

/// Which bank, and where it is.
struct BankOptions: ParsableArguments {
  @Option(help: "The bank, by the name of its folder.")
  var bank = BankOptions.usual

  @Option(help: ArgumentHelp("Look for banks in this folder alone.", valueName: "folder"))
  var banks: String?

  /// The bank that is played where none is named.
  private static let usual = "dprk-relations"

  /// What starts another game with the same bank.
  var playCommand: String { command("play") }

  /// A command as it is typed for the same bank.
  func command(_ name: String) -> String {
    var words = ["attache"] + name.split(separator: " ").map(String.init)
    if bank != BankOptions.usual { words += ["--bank", bank] }
    if let banks { words += ["--banks", banks] }
    return words.map(BankOptions.quoted).joined(separator: " ")
  }

  /// A word as a shell takes it for one.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
        || "-_./".utf8.contains(byte)
    }
    return isPlain && !word.isEmpty
      ? word : "'\(word.replacingOccurrences(of: "'", with: "'\\''"))'"
  }

  /// The folders in which banks are looked for.
  func shelf(in environment: Environment) -> BankShelf {
    BankShelf(
      explicit: banks,
      environment: environment.variables,
      executable: environment.executable
    )
  }

  /// Opens the bank, from its compiled copy where that is fresh.
  func open(in environment: Environment) throws(BankError) -> QuestionBank {
    try BankOptions.open(try shelf(in: environment).folder(of: bank), in: environment)
  }

  /// Opens the bank in a folder.
  static func open(
    _ folder: BankFolder,
    in environment: Environment
  ) throws(BankError) -> QuestionBank {
    let progress = CompilationProgress(environment: environment, bank: folder.name)
    let build = ProgramBuild.description()
    return try BankOpener(
      cache: build == nil ? nil : environment.cacheFolder,
      version: build ?? programVersion,
      progress: progress.step
    ).judging.open(folder)
  }
}

/// Says that a bank is being read, where that takes long enough to be noticed.
final class CompilationProgress {
  /// Milliseconds before anything is said.
  private static let patience: Int64 = 700

  private let environment: Environment
  private let bank: String
  private let start: Int64
  private var hasSpoken = false

  init(environment: Environment, bank: String) {
    self.environment = environment
    self.bank = bank
    start = environment.monotonic()
  }

  /// Told of each step of a compilation.
  func step(_ step: CompilationStep) {
    guard !hasSpoken,
      environment.monotonic() - start > CompilationProgress.patience
    else { return }
    hasSpoken = true
    environment.talk("Reading the bank \(bank) for the first time; this is done once …\n")
  }
}
