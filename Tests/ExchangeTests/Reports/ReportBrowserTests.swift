import Classroom
import Exchange
import Foundation
import Testing
import TestSupport

/// Lets a browser read and print pages, where one is installed.
///
/// `ATTACHE_CHROMIUM` names the browser for `check_report.py`.
@Suite struct ReportBrowserTests {
  private static let browser = ProcessInfo.processInfo.environment["ATTACHE_CHROMIUM"]
  private static let checker =
    SourceTree.root.appendingPathComponent("Tests/ExchangeTests/Reports/check_report.py")

  @Test(.enabled(if: browser != nil))
  func aBrowserShowsAndPrintsEveryPage() throws {
    let folder = try ScratchFolder()
    let files = try pages.map { name, html in
      try folder.write(Data(html.utf8), to: "\(name).html")
    }
    let output = try folder.write(Data(), to: "output")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["timeout", "900", "python3", Self.checker.path] + files.map(\.path)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    let said = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(said.split(separator: "\n").count == files.count, "\(said)")
  }

  private var pages: [(String, String)] {
    let (before, paper) = (ReportSamples(seed: 5, skill: -0.3), ReportSamples())
    let gain = ClassGain(before: before.results, after: paper.results)
    let comparison = ReportComparison(gain: gain, before: "Before", after: paper.title)
    return [
      ("paper", ReportPage(paper.report, comparison: comparison).html),
      ("parallel", ReportPage(ReportSamples(kind: .parallelPapers, people: 60).report).html),
      ("homework", ReportPage(ReportSamples(kind: .homework, people: 12).report).html),
      ("nobody", ReportPage(ReportSamples(people: 0).report).html),
      ("hostile", ReportPage(HostileReportTests.sample.report).html),
    ]
  }
}
