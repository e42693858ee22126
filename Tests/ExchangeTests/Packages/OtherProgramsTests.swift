import Exchange
import Foundation
import QuizModel
import Testing
import TestSupport

/// Lets other programs read packages, where a Python is named that has them.
///
/// `ATTACHE_PACKAGES_PYTHON` is the Python of an environment with what `check_packages.py` asks for.
@Suite struct OtherProgramsTests {
  private static let python = ProcessInfo.processInfo.environment["ATTACHE_PACKAGES_PYTHON"]
  private static let checker =
    SourceTree.root.appendingPathComponent("Tests/ExchangeTests/Packages/check_packages.py")

  @Test(.enabled(if: python != nil))
  func otherProgramsReadWhatTheItemsSay() throws {
    let folder = try ScratchFolder()
    try writePackages(to: folder)
    let output = try folder.write(Data(), to: "output")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.arguments = [Self.checker.path, folder.url.path]
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    let said = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(said.split(separator: "\n").count == 3, "\(said)")
  }

  private func writePackages(to folder: ScratchFolder) throws {
    let items = PackageSamples.nasty
    let encoder = JSONEncoder()
    let lines = try items.map { try encoder.encode($0) + Data("\n".utf8) }
    try folder.write(lines.reduce(Data(), +), to: "items.jsonl")
    let test = QTIPackage(bank: "samples", title: "Samples <&>")
    try folder.write(Data(test.bytes(of: items)), to: "qti.zip")
    let deck = AnkiPackage(
      bank: "samples",
      deck: ["Samples"],
      topicTitles: ["when-they-began": "When they began: 10::30", "plain": "Plain"]
    )
    let moment = Instant(milliseconds: 1_790_000_000_000)
    let later = moment.advanced(byMilliseconds: 1000)
    let changed = PackageSamples.changed(items, at: 0)
    try folder.write(Data(deck.bytes(of: items, at: moment)), to: "deck.apkg")
    try folder.write(Data(deck.bytes(of: changed, at: later)), to: "deck-later.apkg")
    try folder.write(Data(KahootSheet(items).bytes()), to: "kahoot.xlsx")
  }
}
