import Foundation
import QuestionBank
import QuizModel
import TestSupport
import Testing

@Suite("The shelf of banks")
struct BankShelfTests {
  private func paths(
    explicit: String? = nil,
    _ environment: [String: String],
    executable: String? = nil
  ) -> [String] {
    BankShelf(
      explicit: explicit,
      environment: environment,
      executable: executable.map { URL(fileURLWithPath: $0) }
    ).folders.map(\.path)
  }

  @Test("looks nowhere else where a folder is given")
  func explicit() {
    #expect(
      paths(
        explicit: "/srv/banks",
        ["ATTACHE_BANKS": "/a", "HOME": "/home/x", "XDG_DATA_HOME": "/d"],
        executable: "/usr/bin/attache"
      ) == ["/srv/banks"]
    )
  }

  @Test("looks in the environment's folder, then in the user's, then beside the program")
  func order() {
    #expect(
      paths(
        ["ATTACHE_BANKS": "/a", "HOME": "/home/x", "XDG_DATA_HOME": "/d"],
        executable: "/opt/bin/attache"
      ) == [
        "/a", "/d/attache/banks", "/opt/share/attache/QuestionBanks", "/opt/bin/QuestionBanks",
        "/opt/QuestionBanks", "/QuestionBanks",
      ]
    )
  }

  @Test(
    "passes over variables that are empty or no absolute path",
    arguments: [
      (["HOME": "/home/x"], ["/home/x/.local/share/attache/banks"]),
      (["HOME": "/home/x", "XDG_DATA_HOME": ""], ["/home/x/.local/share/attache/banks"]),
      (["HOME": "/home/x", "XDG_DATA_HOME": "data"], ["/home/x/.local/share/attache/banks"]),
      (["HOME": "", "ATTACHE_BANKS": ""], []), ([:], []),
    ]
  )
  func variables(_ environment: [String: String], _ expected: [String]) {
    #expect(paths(environment) == expected)
  }

  @Test("takes the first folder that holds the bank")
  func firstWins() throws {
    let scratch = try ScratchFolder()
    for (folder, title) in [("one", "First"), ("two", "Second")] {
      let bank = BankBlueprint.small { $0.properties["title"] = "\"\(title)\"" }
      try bank.write(to: scratch, name: "\(folder)/shared")
    }
    try BankBlueprint.small { $0.properties["id"] = "\"6f0c2e5e-6a3c-4f5b-9b1e-0d5e6f7a8b9c\"" }
      .write(to: scratch, name: "two/other")
    try scratch.write(Data(), to: "one/no-bank/README.md")
    let shelf = BankShelf(
      folders: ["none", "one", "two"].map { scratch.url.appendingPathComponent($0) }
    )
    #expect(shelf.names() == ["other", "shared"])
    let bank = try BankOpener(cache: nil, version: "1").open(try shelf.folder(of: "shared"))
    #expect(bank.description.title == "First")
    #expect(try shelf.folder(of: "other").url.path.hasSuffix("two/other"))
  }

  @Test(
    "says what there is where a bank is not found",
    arguments: ["missing", "no-bank", "Shared"]
  )
  func notFound(_ name: String) throws {
    let scratch = try ScratchFolder()
    try BankBlueprint.small.write(to: scratch, name: "shared")
    try scratch.write(Data(), to: "no-bank/README.md")
    let shelf = BankShelf(folders: [scratch.url])
    do {
      _ = try shelf.folder(of: name)
      Issue.record("found \(name)")
    } catch .notFound(let wanted, let available, let searched) {
      #expect(wanted == name)
      #expect(available == ["shared"])
      #expect(searched == [scratch.url.path])
    }
  }

  @Test(
    "refuses names that are no plain folder name",
    arguments: [
      "", ".", "..", "../x", "/etc", "a/b", "x/..", ".hidden", "a\0b", "a\nb", "\u{1b}[31m", "/",
      "shared/", "./shared",
    ]
  )
  func unsafeNames(_ name: String) throws {
    let scratch = try ScratchFolder()
    try BankBlueprint.small.write(to: scratch, name: "shared")
    try BankBlueprint.small.write(to: scratch, name: ".hidden")
    let shelf = BankShelf(folders: [scratch.url])
    do {
      _ = try shelf.folder(of: name)
      Issue.record("took \(name.debugDescription)")
    } catch .unsafeName(let refused) {
      #expect(refused == name)
    }
  }

  @Test("does not list hidden folders, which it would not open")
  func hiddenFolders() throws {
    let scratch = try ScratchFolder()
    try BankBlueprint.small.write(to: scratch, name: ".hidden")
    try BankBlueprint.small.write(to: scratch, name: "shown")
    #expect(BankShelf(folders: [scratch.url]).names() == ["shown"])
  }

  private func twin(_ name: String, _ id: String, in scratch: ScratchFolder) throws {
    try BankBlueprint.small { $0.properties["id"] = "\"\(id)\"" }.write(to: scratch, name: name)
  }

  @Test("refuses both of two banks with one identity, and no others")
  func sharedIdentity() throws {
    let scratch = try ScratchFolder()
    let id = "5f0c2e5e-6a3c-4f5b-9b1e-0d5e6f7a8b9c"
    try twin("one", id, in: scratch)
    try twin("two", id.uppercased(), in: scratch)
    try twin("three", "6f0c2e5e-6a3c-4f5b-9b1e-0d5e6f7a8b9c", in: scratch)
    let shelf = BankShelf(folders: [scratch.url])
    #expect(try shelf.folder(of: "three").name == "three")
    for (name, other) in [("one", "two"), ("two", "one")] {
      let problems = problems(of: name, on: shelf)
      let path = BankFolder(scratch.url.appendingPathComponent(other)).url.path
      #expect(problems.map(\.issue) == [.sharedIdentity(other: path)])
      #expect(problems.first?.file == "datapackage.json")
      #expect(problems.first?.line == 4)
      #expect(problems.first?.column == 7)
    }
  }

  private func problems(of name: String, on shelf: BankShelf) -> [BankProblem] {
    do {
      _ = try shelf.folder(of: name)
      return []
    } catch BankError.broken(_, let problems) {
      return problems
    } catch {
      return []
    }
  }

  @Test("takes one bank in two places, or under two names, for one")
  func onePlaceOfTwo() throws {
    let (first, second) = (try ScratchFolder(), try ScratchFolder())
    let id = "5f0c2e5e-6a3c-4f5b-9b1e-0d5e6f7a8b9c"
    try twin("one", id, in: first)
    try twin("one", id, in: second)
    try FileManager.default.createSymbolicLink(
      at: second.url.appendingPathComponent("linked"),
      withDestinationURL: first.url.appendingPathComponent("one")
    )
    let shelf = BankShelf(folders: [first.url, second.url])
    #expect(try shelf.folder(of: "one").url.path == shelf.folder(of: "linked").url.path)
  }
}

@Suite("The files beside a bank's tables")
struct BankFileTests {
  @Test(
    "hold the fact ids of the last release",
    arguments: [
      ("a/b\nc/d\n", ["a/b", "c/d"]), ("", []), ("a/b\r\nc/d/e", ["a/b", "c/d/e"]),
      ("\n\na/b\n\n", ["a/b"]),
    ]
  )
  func lock(_ text: String, _ ids: [String]) throws {
    let written = try WrittenBank(.small { $0.setFile("facts.lock", text) })
    #expect(try written.open().lockedFacts().map(\.id.description) == ids)
  }

  @Test("need not be there")
  func absent() throws {
    let written = try WrittenBank(.small)
    let bank = try written.open()
    #expect(try bank.lockedFacts().isEmpty)
    #expect(try bank.renamedFacts().isEmpty)
    #expect(bank.briefing(of: "basics") == nil)
  }

  @Test(
    "say what became of a fact, with a header or without one",
    arguments: ["old,new\n", "old_id,new_id\n", ""]
  )
  func renamed(_ header: String) throws {
    let written = try WrittenBank(
      .small { $0.setFile("renamed.csv", header + "a/1,b/1\n\n\"a/2\",b/2\n") }
    )
    let facts = try written.open().renamedFacts()
    #expect(facts.map(\.old.description) == ["a/1", "a/2"])
    #expect(facts.map(\.new.description) == ["b/1", "b/2"])
    #expect(facts.map(\.line) == (header.isEmpty ? [1, 3] : [2, 4]))
  }

  /// A damaged file, and where and how it is told.
  struct Damage: Sendable, CustomTestStringConvertible {
    let file: String
    let bytes: [UInt8]
    let words: String

    init(_ file: String, _ text: String, _ words: String) {
      self.init(file, Array(text.utf8), words)
    }

    init(_ file: String, _ bytes: [UInt8], _ words: String) {
      self.file = file
      self.bytes = bytes
      self.words = words
    }

    var testDescription: String { words }
  }

  @Test(
    "are never passed over where they are damaged",
    arguments: [
      Damage("facts.lock", "a/b\nnonsense\n", "facts.lock:2:1: found \"nonsense\""),
      Damage("facts.lock", "a/b\na/c d\n", "facts.lock:2:1: found \"a/c d\""),
      Damage("facts.lock", Array("a/b\na/".utf8) + [0xff], "facts.lock:2:3: not UTF-8"),
      Damage("renamed.csv", "a/1,b/1\na/2\n", "renamed.csv:2: 1 cells; expected 2"),
      Damage("renamed.csv", "a1,b/1\n", "renamed.csv:1:1: found \"a1\""),
      Damage("renamed.csv", "old,new\na/1,b1\n", "renamed.csv:2:2: found \"b1\""),
      Damage("renamed.csv", [0x61, 0x2f, 0xff], "renamed.csv:1:3: not UTF-8"),
    ]
  )
  func damage(_ damage: Damage) throws {
    let written = try WrittenBank(.small { $0.files[damage.file] = Data(damage.bytes) })
    let bank = try written.open()
    #expect(try problems(of: bank).map(\.description).joined().hasPrefix(damage.words))
  }

  @Test(
    "are never passed over where they cannot be read",
    arguments: ["facts.lock", "renamed.csv"]
  )
  func unreadable(_ file: String) throws {
    let written = try WrittenBank(.small)
    let bank = try written.open()
    let place = written.folder.url.appendingPathComponent(file)
    try FileManager.default.createSymbolicLink(
      atPath: place.path,
      withDestinationPath: "nowhere"
    )
    #expect(try problems(of: bank).map(\.file) == [file])
    try FileManager.default.removeItem(at: place)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    #expect(
      try problems(of: bank)
        == [BankProblem(file: file, issue: .unreadable(reason: "not a regular file"))]
    )
  }

  @Test("are missed where the bank says that it has them")
  func missing() throws {
    let bank = try WrittenBank(.small { $0.properties["attache:locked"] = "true" }).open()
    #expect(
      try problems(of: bank)
        == [BankProblem(file: "facts.lock", issue: .unreadable(reason: "no file"))]
    )
  }

  private func problems(of bank: QuestionBank) throws -> [BankProblem] {
    do {
      _ = try bank.lockedFacts()
      _ = try bank.renamedFacts()
      return []
    } catch BankError.broken(_, let problems) {
      return problems
    }
  }

  @Test("are told where they are broken")
  func brokenRenaming() throws {
    let written = try WrittenBank(.small { $0.setFile("renamed.csv", "old,new\na/1,\"b") })
    let bank = try written.open()
    do {
      _ = try bank.renamedFacts()
      Issue.record("read")
    } catch .broken(_, let problems) {
      #expect(
        problems == [
          BankProblem(file: "renamed.csv", line: 2, column: 2, issue: .unterminatedQuote)
        ]
      )
    }
  }

  @Test("hold a reading for each topic, and for no other name")
  func briefings() throws {
    let written = try WrittenBank(
      .small { bank in
        bank.setFile("briefing/basics.md", "# Basics\n\nText.\n")
        bank.setFile("briefing/other.md", "# Other\n")
        bank.setFile("secret.md", "# Secret\n")
      }
    )
    let bank = try written.open()
    #expect(bank.briefing(of: "basics") == "# Basics\n\nText.\n")
    for topic in ["other", "../secret", "", "basics.md"] {
      #expect(bank.briefing(of: topic) == nil)
    }
  }
}
