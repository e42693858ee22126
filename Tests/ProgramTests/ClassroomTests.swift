import Foundation
import ScoreStore
import TestSupport
import Testing

extension ProgramTests {
  /// A teacher's commands as they are typed, in a folder of the teacher's own.
  @Suite struct ClassroomTests {
    private let home: Home
    private let files: URL

    init() throws {
      home = try Home()
      files = home.folder.appendingPathComponent("lesson")
      try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    }

    private func call(_ arguments: [String], program: String? = nil) throws -> ProgramCall {
      ProgramCall(
        try program ?? AttacheProgram.path(),
        arguments,
        variables: home.variables,
        folder: files.path
      )
    }

    private func run(_ arguments: String..., input: String = "") throws -> PipedProgram.Outcome {
      try PipedProgram(call(arguments), input: .text(input)).waitForEnd()
    }

    /// Runs a script; the program is `attache` in it.
    private func shell(_ script: String) throws -> PipedProgram.Outcome {
      let whole = "attache() { \"$ATTACHE\" \"$@\"; }\n" + script
      var call = try call(["-c", whole], program: "/bin/sh")
      call.variables["ATTACHE"] = try AttacheProgram.path()
      return try PipedProgram(call).waitForEnd(seconds: 60)
    }

    private func names(endingIn end: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: files.path)
        .filter { $0.hasSuffix(end) }.sorted()
    }

    private func write(_ text: String, to name: String) throws {
      try Data(text.utf8).write(to: files.appendingPathComponent(name))
    }

    // MARK: - A lesson

    @Test func wholeLessonGoesAsThePageSays() throws {
      try write("name\nAda Lee\nBen Okoro\nZoë\n", to: "names.txt")
      let before = try shell(
        """
        set -e
        attache class import 7b names.txt
        attache class show 7b
        attache class paper --class 7b --questions 12 --forms 4 --topic when-they-began \
          --topic ruptures
        attache class assign --class 7b --questions 10 --deadline "next friday"
        """
      )
      #expect(before.end == .exited(0))
      // A bank that is read for the first time may take its time.
      let talk = before.talk.split(separator: "\n").filter { !$0.hasPrefix("Reading the bank") }
      #expect(talk.isEmpty)
      let paper = try #require(try names(endingIn: "").first { $0.hasPrefix("paper-") })
      let id = String(paper.dropFirst("paper-".count))
      let pages = try FileManager.default.contentsOfDirectory(
        atPath: files.appendingPathComponent(paper).path
      )
      #expect(
        pages.sorted() == ["A", "B", "C", "D"].map { "\(id)-form-\($0).html" } + ["\(id)-key.html"]
      )
      #expect(before.output.contains("attache class mark ANSWERS.csv --paper \(id)"))
      let play = try run(
        "class",
        "play",
        "--teams",
        "4",
        "--questions",
        "2",
        "--topic",
        "ruptures",
        "--form",
        "multiple-choice",
        input: "b a c b\n\n\nred a, green b\nreveal\n\n"
      )
      #expect(play.end == .exited(0))
      #expect(play.output.contains("The end, after 2 questions."))
      // Nothing of four forms is known here but what nobody can get wrong: no answer.
      try write("pupil,form,answers\n1,A,------------\nZoë,D,------------\n", to: "answers.csv")
      let after = try shell(
        """
        set -e
        attache class mark answers.csv
        attache class report \(id) --scale 1=92,2=81,3=67,4=50,5=30,6=0
        attache class report \(id) --html > report.html
        attache class report \(id) --csv > report.csv
        """
      )
      #expect(after.end == .exited(0))
      #expect(after.talk == "")
      #expect(after.output.contains("1 Ada Lee: 0 of 12 (0.0 %)"))
      #expect(after.output.contains("mark 6"))
      let page = try String(
        contentsOf: files.appendingPathComponent("report.html"),
        encoding: .utf8
      )
      #expect(page.hasPrefix("<!") && page.contains("Zoë"))
      let forgotten = try shell(
        "attache class forget 7b \"Ada Lee\" --yes && attache class forget 7b --yes"
      )
      #expect(forgotten.end == .exited(0))
      let check = try run("data", "check")
      #expect(check.output.hasPrefix("Sound: "))
    }

    @Test func homeworkGoesOutAndComesBackUnderItsUsualNames() throws {
      #expect(try run("class", "new", "7b").end == .exited(0))
      #expect(try run("class", "add", "7b", "Ada Lee", "Ben Okoro").end == .exited(0))
      let assigned = try run(
        "class",
        "assign",
        "--questions",
        "2",
        "--form",
        "multiple-choice"
      )
      #expect(assigned.end == .exited(0))
      let file = try #require(try names(endingIn: ".json").first)
      #expect(file.hasPrefix("homework-") && assigned.output.contains(file))
      // At home there is no bank at all.
      let pupil = try Home()
      pupil.variables["ATTACHE_BANKS"] = "/nowhere"
      for name in ["Ada Lee", "Ben Okoro"] {
        pupil.variables["XDG_DATA_HOME"] = pupil.folder.appendingPathComponent(name).path
        let played = try PipedProgram(
          ProgramCall(
            try AttacheProgram.path(),
            ["play", "--assignment", file, "--name", name],
            variables: pupil.variables,
            folder: files.path
          ),
          input: .text("a\n\nb\n\n")
        ).waitForEnd()
        #expect(played.end == .exited(0), "\(played)")
        #expect(played.output.contains("All answered. Hand in result-"))
      }
      #expect(try names(endingIn: "-Ada-Lee.json").count == 1)
      let collected = try shell("attache class collect result-*.json")
      #expect(collected.end == .exited(0))
      #expect(collected.output.contains("2 pupils collected now; 2 of 2 are in altogether."))
    }

    @Test func namesBehindPseudonymsGoToAFileOfTheirOwn() throws {
      try write("Ada Lee\n", to: "names.txt")
      let outcome = try shell("umask 0; attache class import 7b names.txt --pseudonyms")
      #expect(outcome.end == .exited(0))
      #expect(!outcome.output.contains("Ada"))
      let key = files.appendingPathComponent("7b-key.csv").path
      let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(try String(contentsOfFile: key, encoding: .utf8).contains("Ada Lee"))
      let grep = try shell("grep -rl Ada \"$XDG_DATA_HOME\"")
      #expect(grep.output == "")
      #expect(try names(endingIn: "") == ["7b-key.csv", "names.txt"], "no draft is left behind")
    }

    @Test func answersThroughAPipeAreMarked() throws {
      #expect(try run("class", "new", "7b").end == .exited(0))
      #expect(try run("class", "add", "7b", "Ada Lee").end == .exited(0))
      #expect(try run("class", "paper", "--questions", "2").end == .exited(0))
      let marked = try run("class", "mark", "/dev/stdin", input: "1;A;--\n")
      #expect(marked.end == .exited(0))
      #expect(marked.output.contains("for 1 pupil of 7b; 4 records new."))
      let again = try shell("printf '1,A,-,-\\n' | attache class mark /dev/stdin")
      #expect(again.output.contains("for 1 pupil of 7b; nothing is new."))
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self")))
    func folderThatNobodyMayWriteIsNamed() throws {
      // Not even the administrator makes files there.
      for command in [["class", "paper"], ["class", "assign"]] {
        var call = try call(command + ["--questions", "2"])
        call.folder = "/proc"
        let outcome = try PipedProgram(call).waitForEnd()
        #expect(outcome.end == .exited(73))
        #expect(outcome.talk.contains(" cannot be written ("))
        #expect(outcome.talk.filter { $0 == "\n" }.count == 1)
      }
    }

    @Test func packageNeverGoesToATerminal() throws {
      let shell = try home.shell(
        #""$0" export anki --count 2; echo "ended $?"; "#
          + #""$0" export anki --count 2 --output /dev/tty; echo "ended $?""#
      )
      try shell.expect("name it with --output")
      try shell.expect("ended 64")
      let second = try shell.expect("ended ")
      #expect(!second.contains("PK"), "\(second)")
      #expect(try shell.waitForEnd() == .exited(0))
      let piped = try self.shell("attache export anki --count 2 --output /dev/stdout | head -c 2")
      #expect(piped.output == "PK")
    }
  }
}
