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
    try BankBlueprint.small.write(to: scratch, name: "two/other")
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
}

@Suite("The files beside a bank's tables")
struct BankFileTests {
  @Test(
    "hold the fact ids of the last release",
    arguments: [
      ("a/b\nc/d\n", ["a/b", "c/d"]), ("", []), ("a/b\r\nc/d/e", ["a/b", "c/d/e"]),
      ("\n\na/b\n\n", ["a/b"]), ("nonsense\na/b\n", ["a/b"]),
    ]
  )
  func lock(_ text: String, _ ids: [String]) throws {
    let written = try WrittenBank(.small { $0.setFile("facts.lock", text) })
    #expect(try written.open().lockedFacts().map { "\($0.family)/\($0.row)" } == ids)
  }

  @Test("need not be there")
  func absent() throws {
    let written = try WrittenBank(.small)
    let bank = try written.open()
    #expect(bank.lockedFacts().isEmpty)
    #expect(try bank.renamedFacts().isEmpty)
    #expect(bank.briefing(of: "basics") == nil)
  }

  @Test("say what became of a fact")
  func renamed() throws {
    let written = try WrittenBank(
      .small { $0.setFile("renamed.csv", "old,new\na/1,b/1\n\n\"a/2\",b/2\ntoo,many,cells\n") }
    )
    let pairs = try written.open().renamedFacts()
    #expect(pairs.map(\.old) == ["a/1", "a/2"])
    #expect(pairs.map(\.new) == ["b/1", "b/2"])
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
