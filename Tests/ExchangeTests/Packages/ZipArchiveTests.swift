import Exchange
import QuizModel
import Testing

@Suite struct ZipArchiveTests {
  @Test func filesAreKeptInTheirOrderWithFixedTimes() throws {
    let files = [
      ZipEntry(name: "z.txt", text: "last name first"), ZipEntry(name: "a/b/c.xml", text: "<x/>"),
      ZipEntry(name: "empty", content: []), ZipEntry(name: "평양.txt", text: "é"),
    ]
    let entries = try PackageReading.entries(of: ZipArchive(files).bytes())
    #expect(entries.map(\.name) == files.map(\.name))
    #expect(entries.map { Array($0.content) } == files.map(\.content))
    #expect(Set(entries.map(\.time)) == [[1980, 1, 1, 0, 0, 0]])
    #expect(entries[1].isDeflated)
  }

  @Test func anyBytesComeBack() throws {
    var random = SplitMix64(seed: 11)
    let files = (0..<200).map { number in
      // Some compress well and some not at all.
      let bound = number % 3 == 0 ? 2 : 256
      let length = number == 7 ? 1_000_000 : random.below(4000)
      return ZipEntry(
        name: "file-\(number)",
        content: (0..<length).map { _ in UInt8(random.below(bound)) }
      )
    }
    let entries = try PackageReading.entries(of: ZipArchive(files).bytes())
    #expect(entries.map { Array($0.content) } == files.map(\.content))
  }

  @Test func theSameFilesGiveTheSameBytes() throws {
    let files = (0..<20).map { ZipEntry(name: "\($0)", text: String(repeating: "ab", count: $0)) }
    #expect(try ZipArchive(files).bytes() == ZipArchive(files).bytes())
    #expect(try ZipArchive(files).bytes() != ZipArchive(files.reversed()).bytes())
  }

  @Test(
    "names that could unpack elsewhere or not at all are refused",
    arguments: [
      ("", .empty), ("a//b", .empty), ("a/", .empty), ("/etc/passwd", .absolute),
      ("C:/x", .absolute), ("c:x", .absolute), ("../x", .climbing), ("a/../../x", .climbing),
      ("./x", .climbing), ("a/.", .climbing), ("a\\b", .forbidden("\\")),
      ("a\u{0}b", .forbidden("\u{0}")), ("a\nb", .forbidden("\n")),
      ("a\u{7f}", .forbidden("\u{7f}")), ("a\u{85}", .forbidden("\u{85}")),
    ] as [(String, ZipError.NameProblem)]
  )
  func unsafeNames(_ name: String, _ problem: ZipError.NameProblem) {
    #expect(throws: ZipError.unsafeName(name, problem)) {
      try ZipArchive([ZipEntry(name: "good", text: ""), ZipEntry(name: name, text: "")])
    }
  }

  @Test(arguments: ["..x", "x..", ".hidden", "a b", "[Content_Types].xml", "_rels/.rels", "é/평양"])
  func harmlessNamesAreLetPass(_ name: String) throws {
    let bytes = try ZipArchive([ZipEntry(name: name, text: "x")]).bytes()
    #expect(try PackageReading.entries(of: bytes).map(\.name) == [name])
  }

  @Test func aNameMayHaveAsManyBytesAsTheFormatCounts() throws {
    let longest = String(repeating: "a", count: 65_535)
    let bytes = try ZipArchive([ZipEntry(name: longest, text: "x")]).bytes()
    #expect(try PackageReading.entries(of: bytes).map(\.name) == [longest])
    #expect(throws: ZipError.unsafeName(longest + "a", .long(bytes: 65_536, limit: 65_535))) {
      try ZipArchive([ZipEntry(name: longest + "a", text: "x")])
    }
  }

  @Test func twoFilesCannotShareAName() {
    #expect(throws: ZipError.repeatedName("A.xml")) {
      try ZipArchive([ZipEntry(name: "a.xml", text: "1"), ZipEntry(name: "A.xml", text: "2")])
    }
  }

  @Test func anArchiveHoldsSomething() {
    #expect(throws: ZipError.noEntries) { try ZipArchive([]) }
  }
}
