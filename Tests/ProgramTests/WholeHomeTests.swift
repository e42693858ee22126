import Foundation
import TestSupport
import Testing

extension ProgramTests {
  /// Everything that is not a cache goes from one machine to another, and back.
  @Suite struct WholeHomeTests {
    private let here: Home
    private let there: Home

    init() throws {
      here = try Home()
      there = try Home()
      try FileManager.default.createDirectory(
        at: here.folder.appendingPathComponent("data"),
        withIntermediateDirectories: true
      )
    }

    /// Runs commands in a home, one a line, and expects each to succeed.
    private func run(_ script: String, in home: Home) throws {
      let lines = script.split(separator: "\n").map(String.init)
      let text = (["set -e"] + lines).joined(separator: "\n")
      let program = try AttacheProgram.path()
      let call = try home.call(
        ["-c", "attache() { \"$0\" \"$@\"; }\n" + text, program],
        program: "/bin/sh"
      )
      let outcome = try PipedProgram(call).waitForEnd(seconds: 120)
      #expect(outcome.end == .exited(0), "\(outcome.output)\(outcome.talk)")
    }

    private func output(_ arguments: [String], in home: Home) throws -> String {
      try PipedProgram(home.call(arguments)).waitForEnd().output
    }

    /// The files of a home that belong to a backup, by their paths.
    private func files(_ home: Home) throws -> [String: Data] {
      var files: [String: Data] = [:]
      for folder in ["classes", "banks"] {
        let url = home.folder.appendingPathComponent("data/attache/\(folder)")
        let names = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String }
        for name in names ?? [] where !name.hasPrefix(".") {
          let file = url.appendingPathComponent(name)
          if !file.hasDirectoryPath, let data = try? Data(contentsOf: file) {
            files["\(folder)/\(name)"] = data
          }
        }
      }
      return files
    }

    private func prepare() throws {
      try run(
        """
        printf 'Ada Lee\\nBen Okoro\\nZoë\\n' > names.txt
        printf '1,A,abcabc\\n2,B,cbacba\\n' > answers.csv
        printf '::sum::What is 2+2? {=4 ~5 ~6}\\n' > math.gift
        attache class import 7b names.txt
        attache class paper --class 7b --questions 6 --forms 2 --topic ruptures --seed 3 --form multiple-choice
        attache class mark answers.csv
        attache class assign --class 7b --questions 5 --deadline 2031-05-01
        attache import gift math.gift
        """,
        in: here
      )
    }

    private func send(_ name: String, from home: Home, to other: Home) throws {
      try run("attache data backup \(name)", in: home)
      try FileManager.default.copyItem(
        at: home.folder.appendingPathComponent(name),
        to: other.folder.appendingPathComponent(name)
      )
    }

    @Test func aBackupBringsClassesAndBanksToAnotherMachineWithTheSameReports() throws {
      try prepare()
      try send("all.sqlite", from: here, to: there)
      try run("attache data restore all.sqlite", in: there)
      #expect(try !files(here).isEmpty)
      #expect(try files(there) == files(here))
      for arguments in [
        ["class", "report", "--json"], ["class", "report", "--html"], ["class", "report", "--csv"],
        ["class", "report", "--csv-questions"], ["class", "report"], ["class", "list"],
        ["class", "show", "7b"], ["bank", "list"], ["items", "--bank", "math", "--count", "1"],
      ] {
        let wanted = try output(arguments, in: here)
        #expect(!wanted.isEmpty)
        #expect(try output(arguments, in: there) == wanted, "\(arguments)")
      }
    }

    @Test func twoMachinesClassesAndBanksUniteInAnyOrderAndTwice() throws {
      try prepare()
      try send("all.sqlite", from: here, to: there)
      try run("attache data restore all.sqlite", in: there)
      try run(
        """
        attache class add 7b Carl
        printf '::two::What is 3+3? {=6 ~5 ~7}\\n' > more.gift
        attache import gift more.gift --bank math
        """,
        in: here
      )
      try run(
        """
        attache class add 7b Dora
        attache class remove 7b Zoë
        attache class new 8c
        """,
        in: there
      )
      try send("here.sqlite", from: here, to: there)
      try send("there.sqlite", from: there, to: here)
      for _ in 0..<2 {
        try run("attache data merge there.sqlite", in: here)
        try run("attache data merge here.sqlite", in: there)
        #expect(try files(there) == files(here))
      }
      let shown = try output(["class", "show", "7b"], in: there)
      for name in ["Ada Lee", "Ben Okoro", "Carl", "Dora"] { #expect(shown.contains(name)) }
      #expect(!shown.contains("Zoë"))
      #expect(try output(["class", "list"], in: here).contains("8c"))
      #expect(try output(["bank", "list"], in: there).contains("2 questions"))
    }

    @Test func whatAMergeDidToAClassIsSaid() throws {
      try prepare()
      try send("all.sqlite", from: here, to: there)
      let first = try output(["data", "merge", "all.sqlite"], in: there)
      #expect(first.contains("7b is new here: 3 pupils."))
      try run("attache class add 7b Carl", in: here)
      try run("attache class add 7b Dora", in: there)
      try send("more.sqlite", from: here, to: there)
      let second = try output(["data", "merge", "more.sqlite"], in: there)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(second.contains("7b: new on the list: "))
      // The one with the lower id keeps the number; ids are drawn.
      let isOurs = second.contains("7b: new on the list: 5 Carl.")
      let isTheirs =
        second.contains("7b: new on the list: 4 Carl.")
        && second.contains(
          "Dora is number 5 now; another machine gave the number 4 to somebody else"
        )
      #expect(isOurs || isTheirs)
    }

    @Test func aClassThatWasErasedDoesNotComeBackWithABackup() throws {
      try prepare()
      try run("attache data backup all.sqlite", in: here)
      try run("attache class forget 7b --yes", in: here)
      try run("attache data merge all.sqlite", in: here)
      #expect(try output(["class", "list"], in: here).lowercased().contains("no class yet"))
      #expect(try files(here).keys.allSatisfy { $0.hasPrefix("banks/") })
    }

    @Test func theCheckReadsEachFileOfAClassAndEachBank() throws {
      try prepare()
      let sound = try here.run("data", "check")
      #expect(sound.end == .exited(0))
      #expect(sound.output.contains("1 class"))
      let data = here.folder.appendingPathComponent("data/attache")
      for path in try files(here).keys.sorted() where path != "banks/math/data/options.csv" {
        let file = data.appendingPathComponent(path)
        let bytes = try Data(contentsOf: file)
        try bytes.prefix(bytes.count / 2).write(to: file)
        let check = try here.run("data", "check")
        #expect(check.end == .exited(65), "\(path)")
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        #expect((check.output + check.talk).contains(name), "\(path): \(check.output)")
        try bytes.write(to: file)
      }
      #expect(try here.run("data", "check").end == .exited(0))
    }
  }
}
