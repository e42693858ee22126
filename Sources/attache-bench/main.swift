import Foundation
import QuestionBank

/// Measures what README and the issues give figures of, and prints them as JSON.
///
/// Use: attache-bench [BINARY [BANKS [launch|items|answers|synthetic|classroom|scale …]]]; without words
/// everything but scale.
///
/// Or: attache-bench learning [LEARNERS]; simulates learners and prints tables.
///
/// Or with the word `agreement`: compares the memory model with what make_histories.py, a script of
/// its tests, writes to the standard input; it has to be asked for.
let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "learning" {
  let learners = arguments.dropFirst().first.flatMap { Int($0) } ?? 200
  print(LearningBench.text(LearningBench.run(learners: max(1, learners))))
  exit(0)
}
let beside = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
  .deletingLastPathComponent().appendingPathComponent("attache").path
let folder = FileManager.default.temporaryDirectory
  .appendingPathComponent("attache-bench-\(ProcessInfo.processInfo.processIdentifier)")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }

let program = ProgramUnderTest(
  binary: arguments.first ?? beside,
  folder: folder,
  banks: URL(fileURLWithPath: arguments.dropFirst().first ?? "QuestionBanks").path
)
let wanted = Set(arguments.dropFirst(2))
func isWanted(_ name: String) -> Bool { wanted.isEmpty || wanted.contains(name) }

var figures = Figures()
if isWanted("launch") { try LaunchBench.run(program, runs: 41, into: &figures) }
if isWanted("answers") { try AnswerBench.run(program, answers: 40, into: &figures) }
if isWanted("items") {
  let bank = URL(fileURLWithPath: program.banks).appendingPathComponent("dprk-relations")
  try GeneratorBench.run(BankFolder(bank), into: &figures)
}
if isWanted("classroom") {
  let bank = URL(fileURLWithPath: program.banks).appendingPathComponent("dprk-relations")
  try ClassroomBench.run(BankFolder(bank), folder: folder, into: &figures)
}
if isWanted("synthetic") { try SyntheticBench.run(program, into: &figures) }
// It writes more than a gigabyte and takes some minutes.
if wanted.contains("scale") { try ScaleBench.run(program, into: &figures) }
if wanted.contains("agreement") { try AgreementBench.run(into: &figures) }

let encoder = JSONEncoder()
encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
print(String(decoding: try encoder.encode(figures), as: UTF8.self))
