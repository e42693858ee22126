import Foundation
import QuestionBank
import TestSupport
import Testing

/// What a bank from a stranger can reach of the file system.
extension HostileBankTests {
  @Test(
    "reads no file outside its folder",
    arguments: [
      "../outside.csv", "/etc/passwd", "data/../../outside.csv", "link.csv", "folder/outside.csv",
      "data/./../../outside.csv", "loop.csv", "", ".", "..", "/", "data", "missing.csv",
      "data/words.csv/../../../outside.csv", "~/outside.csv", "file:///etc/passwd",
      "data/words.csv\0",
    ]
  )
  func paths(_ path: String) throws {
    var blueprint = BankBlueprint.small
    blueprint.tables[0].path = "data/words.csv"
    let scratch = try ScratchFolder()
    let url = try blueprint.write(to: scratch)
    try scratch.write(Data(blueprint.tables[0].csv.utf8), to: "outside.csv")
    let files = FileManager.default
    let outside = scratch.url.appendingPathComponent("outside.csv")
    try files.createSymbolicLink(
      at: url.appendingPathComponent("link.csv"),
      withDestinationURL: outside
    )
    try files.createSymbolicLink(
      at: url.appendingPathComponent("folder"),
      withDestinationURL: scratch.url
    )
    try files.createSymbolicLink(
      atPath: url.appendingPathComponent("loop.csv").path,
      withDestinationPath: "loop.csv"
    )
    blueprint.tables[0].path = path
    let description = try #require(blueprint.allFiles["datapackage.json"])
    try description.write(to: url.appendingPathComponent("datapackage.json"))
    #expect(throws: BankError.self) {
      try BankOpener(cache: nil, version: "1").open(BankFolder(url))
    }
  }

  @Test(
    "reads no template, view or reading through a link that leads outside",
    arguments: [
      "templates/size.yaml", "views/v.sql", "briefing/basics.md", "facts.lock", "renamed.csv",
      "datapackage.json",
    ]
  )
  func links(_ path: String) throws {
    let scratch = try ScratchFolder()
    let blueprint = BankBlueprint.small { bank in
      bank.setFile("views/v.sql", "SELECT 1 AS x")
      bank.setFile("briefing/basics.md", "# Basics")
      bank.setFile("facts.lock", "size/w1")
      bank.setFile("renamed.csv", "old,new\na/b,size/w1")
    }
    let url = try blueprint.write(to: scratch)
    let file = url.appendingPathComponent(path)
    let outside = scratch.url.appendingPathComponent("outside")
    try FileManager.default.moveItem(at: file, to: outside)
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: outside)
    let opener = BankOpener(cache: nil, version: "1")
    guard ["briefing/basics.md", "facts.lock", "renamed.csv"].contains(path) else {
      #expect(throws: BankError.self) { try opener.open(BankFolder(url)) }
      return
    }
    let bank = try opener.open(BankFolder(url))
    switch path {
    case "briefing/basics.md": #expect(bank.briefing(of: "basics") == nil)
    case "facts.lock": #expect(throws: BankError.self) { try bank.lockedFacts() }
    default: #expect(throws: BankError.self) { try bank.renamedFacts() }
    }
  }

  @Test(
    "waits for no pipe and reads no folder",
    arguments: ["data/words.csv", "templates/size.yaml", "datapackage.json", "views/v.sql"]
  )
  func specialFiles(_ path: String) throws {
    for isPipe in [true, false] {
      let scratch = try ScratchFolder()
      let url = try BankBlueprint.small { $0.setFile("views/v.sql", "SELECT 1") }.write(to: scratch)
      let file = url.appendingPathComponent(path)
      try FileManager.default.removeItem(at: file)
      if isPipe {
        try #require(mkfifo(file.path, 0o600) == 0)
      } else {
        try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
      }
      let opener = BankOpener(cache: scratch.url.appendingPathComponent("c"), version: "1")
      #expect(throws: BankError.self) { try opener.open(BankFolder(url)) }
    }
  }
}
