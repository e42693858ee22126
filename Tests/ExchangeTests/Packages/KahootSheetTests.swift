import Exchange
import QuizModel
import Testing

@Suite struct KahootSheetTests {
  private func cells(
    of items: [PortableItem],
    timeLimit: KahootTimeLimit = .thirty
  ) throws -> [String: String] {
    try PackageReading.cells(of: KahootSheet(items, timeLimit: timeLimit).bytes())
  }

  @Test func theLayoutIsThatOfTheTemplate() throws {
    let cells = try cells(of: [PackageSamples.item(), PackageSamples.statement(isTrue: false)])
    let rows = ["8", "9", "10"].map { row in "ABCDEFGH".map { cells["\($0)\(row)"] } }
    #expect(
      rows[0] == [
        nil, "\"Question - max 120 characters\"", "\"Answer 1 - max 75 characters\"",
        "\"Answer 2 - max 75 characters\"", "\"Answer 3 - max 75 characters\"",
        "\"Answer 4 - max 75 characters\"",
        "\"Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs\"",
        "\"Correct answer(s) - choose at least one\"",
      ]
    )
    #expect(
      rows[1] == [
        "1", "\"\(PackageSamples.item().stem)\"", "\"Cuba\"", "\"Guinea\"", "\"Sweden\"", nil, "30",
        "2",
      ]
    )
    #expect(
      rows[2] == [
        "2", "\"Sweden has an embassy in Pyongyang.\"", "\"True\"", "\"False\"", nil, nil, "30",
        "2",
      ]
    )
  }

  @Test(arguments: KahootTimeLimit.allCases)
  func theTimeLimitIsThatAskedFor(_ limit: KahootTimeLimit) throws {
    #expect(try cells(of: [PackageSamples.item()], timeLimit: limit)["G9"] == "\(limit.rawValue)")
  }

  @Test(
    "a stem may have 120 UTF-16 code units",
    arguments: [
      ("a", 120, true), ("a", 121, false), ("평", 120, true), ("평", 121, false), ("🇰🇵", 30, true),
      ("🇰🇵", 31, false), ("😀", 60, true), ("😀", 61, false),
    ]
  )
  func stemLength(_ character: String, _ count: Int, _ fits: Bool) throws {
    let stem = String(repeating: character, count: count)
    let sheet = try KahootSheet([PackageSamples.item("x", stem: stem)])
    #expect(sheet.included == (fits ? ["x"] : []))
    let reasons = sheet.omitted.flatMap(\.reasons)
    #expect(reasons == (fits ? [] : [.stem(length: stem.utf16.count, limit: 120)]))
    #expect(try PackageReading.cells(of: sheet.bytes())["B9"] == (fits ? "\"\(stem)\"" : nil))
  }

  @Test("an answer may have 75 UTF-16 code units", arguments: [(75, true), (76, false)])
  func answerLength(_ length: Int, _ fits: Bool) throws {
    let text = String(repeating: "b", count: length)
    let item = PackageSamples.item(
      "x",
      options: [.init(text: "a", why: ""), .init(text: text, why: "")]
    )
    let sheet = try KahootSheet([item])
    #expect(sheet.included == (fits ? ["x"] : []))
    let reasons = sheet.omitted.flatMap(\.reasons)
    #expect(reasons == (fits ? [] : [.option(number: 2, length: 76, limit: 75)]))
  }

  @Test func whatDoesNotFitIsLeftOutWithAllReasons() throws {
    let long = String(repeating: "c", count: 200)
    let items = [
      PackageSamples.item("1"),
      PackageSamples.item(
        "2",
        stem: long,
        options: [long, "a", " \u{0}\n", "b", "c"].map { .init(text: $0, why: "") }
      ),
      PackageSamples.item("3"),
      PackageSamples.item("4", stem: "\u{7f} \n"),
    ]
    let sheet = try KahootSheet(items)
    #expect(sheet.included == ["1", "3"])
    #expect(sheet.omitted.map(\.id) == ["2", "4"])
    #expect(
      sheet.omitted.map(\.reasons) == [
        [
          .options(count: 5, limit: 4), .stem(length: 200, limit: 120),
          .option(number: 1, length: 200, limit: 75), .emptyOption(number: 3),
        ],
        [.emptyStem],
      ]
    )
    let cells = try PackageReading.cells(of: sheet.bytes())
    #expect(cells["A10"] == "2")
    #expect(cells["A11"] == nil)
  }

  @Test func fourOptionsFitAndFiveDoNot() throws {
    for count in 2...6 {
      let options = (1...count).map { PortableItem.Option(text: "\($0)", why: "") }
      let sheet = try KahootSheet([PackageSamples.item("x", options: options, key: count - 1)])
      #expect(sheet.included.isEmpty == (count > 4))
      if count <= 4 {
        #expect(try PackageReading.cells(of: sheet.bytes())["H9"] == "\(count)")
      }
    }
  }

  @Test func textsStayTextsOnOneLine() throws {
    for (text, shown) in [
      ("=1+1", "=1+1"), ("1958", "1958"), ("-1", "-1"), (" a\n b\tc ", "a b c"),
      ("a\u{0}b", "ab"), ("a \u{301}", "a \u{301}"), ("<&>", "<&>"), ("]]>", "]]>"),
      ("_x0041_", "_x005F_x0041_"), ("_x000D_x000D_", "_x005F_x000D_x005F_x000D_"),
      ("_x00G1_ _x0041 _", "_x00G1_ _x0041 _"),
    ] {
      #expect(try cells(of: [PackageSamples.item(stem: text)])["B9"] == "\"\(shown)\"")
    }
  }

  @Test func theSameItemsGiveTheSameBytes() throws {
    let items = PackageSamples.nasty
    #expect(try KahootSheet(items).bytes() == KahootSheet(items).bytes())
  }

  @Test func everyItemIsEitherInOrOut() throws {
    let sheet = try KahootSheet(PackageSamples.nasty)
    #expect(Set(sheet.included + sheet.omitted.map(\.id)) == Set(PackageSamples.nasty.map(\.id)))
    #expect(sheet.included.count + sheet.omitted.count == PackageSamples.nasty.count)
    #expect(sheet.omitted.allSatisfy { !$0.reasons.isEmpty })
  }
}
