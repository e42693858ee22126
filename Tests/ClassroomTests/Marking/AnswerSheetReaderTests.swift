import Classroom
import QuestionBank
import QuizModel
import Testing

/// Reading what pupils answered, however a spreadsheet or a person wrote it.
@Suite struct AnswerSheetReaderTests {
  private let schoolClass: SchoolClass
  private let paper: ClassActivity
  private let reader: AnswerSheetReader

  init() throws {
    schoolClass = try SampleClass.make()
    paper = try SampleActivity.paper(8)
    reader = AnswerSheetReader(schoolClass: schoolClass, paper: paper)
  }

  private func read(_ text: String) -> (sheets: [MarkedSheet], problems: [MarkingProblem]) {
    let (sheets, _, problems) = reader.read(Array(text.utf8))
    return (sheets, problems)
  }

  @Test("every manner of writing the same answers reads alike", arguments: UInt64(0)..<60)
  func everyManner(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let some = Array(random.shuffled(schoolClass.pupils).prefix(1 + random.below(12)))
    let file = AnswerFile.drawn(of: paper, by: some, using: &random)
    let style = AnswerFile.Style.drawn(using: &random)
    let (sheets, absent, problems) = reader.read(file.bytes(style, using: &random))
    #expect(problems.isEmpty)
    // Who answered nothing may have left every cell empty, and was absent then.
    let present = file.sheets.filter { sheet in !absent.contains(sheet.pupil) }
    #expect(sheets.map(\.pupil) == present.map(\.pupil))
    #expect(sheets.map(\.sheet) == present.map(\.form))
    #expect(sheets.map(\.choices) == present.map(\.choices))
    let left = file.sheets.filter { absent.contains($0.pupil) }
    #expect(left.count == absent.count)
    #expect(left.allSatisfy { $0.choices.allSatisfy { $0 == nil } })
  }

  @Test("exactly the bad lines are left out, by their numbers", arguments: UInt64(0)..<60)
  func badLines(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var style = AnswerFile.Style.drawn(using: &random)
    // A heading fixes what separates cells, whatever the first line is.
    style.heading = ["Pupil", "Form", "Answers"].joined(separator: style.separator)
    let file = AnswerFile.drawn(of: paper, by: schoolClass.pupils, using: &random)
    var lines: [[UInt8]] = []
    var wanted: [Int: BadLine] = [:]
    var good: [Pupil] = []
    for (sheet, line) in zip(file.sheets, file.lines(style, using: &random)) {
      while random.below(3) == 0 {
        let separator = style.separator
        let bad = BadLine.drawn(after: good.last, separator: separator, using: &random)
        lines.append(bad.bytes(separator: separator))
        wanted[lines.count + 1] = bad
      }
      lines.append(Array(line.utf8))
      good.append(sheet.pupil)
      if random.below(4) == 0 { lines.append([]) }
    }
    let (sheets, absent, problems) = reader.read(AnswerFile.bytes(lines, style))
    #expect(sheets.map(\.pupil) == good.filter { !absent.contains($0) })
    #expect(problems.map(\.line) == wanted.keys.sorted())
    for problem in problems {
      let bad = wanted[problem.line]
      #expect(bad?.isTold(by: problem.issue) == true, "\(problem) of \(String(describing: bad))")
    }
  }

  @Test("a pupil who answered the first question alone, in cells, left the others blank")
  func onlyTheFirst() {
    let (sheets, problems) = read("Ada,A,b,,,,,,,")
    #expect(problems.isEmpty)
    #expect(sheets.map(\.choices) == [[1, nil, nil, nil, nil, nil, nil, nil]])
  }

  @Test(
    "a pupil of whom every cell is empty was absent",
    arguments: ["Ada,A,,,,,,,,", "Ada,A,", "Ada,A", "Ada,", "Ada", "1,,,,,,,,,"]
  )
  func nothingAtAll(_ line: String) {
    let (sheets, absent, problems) = reader.read(Array(line.utf8))
    #expect(problems.isEmpty)
    #expect(sheets.isEmpty)
    #expect(absent.map(\.number) == [1])
  }

  @Test("a pupil of whom every answer is a dash was there, and left all blank")
  func dashesAlone() {
    let (sheets, absent, problems) = reader.read(
      Array("Ada,A,--------\n2,A,-,-,-,-,-,-,-,-\n".utf8)
    )
    #expect(problems.isEmpty && absent.isEmpty)
    #expect(
      sheets.map(\.choices) == [[Int?]](repeating: [Int?](repeating: nil, count: 8), count: 2)
    )
  }

  @Test("letters that run together may be followed by a spreadsheet's empty cells")
  func runWithEmptyCells() {
    let expected: [Int?] = [0, 1, 0, 2, 0, nil, 1, 1]
    for tail in ["", ",", ",,,,,,,", ",,,,,,,,,,,"] {
      let (sheets, problems) = read("1,A,abtca-bb\(tail)")
      #expect(problems.isEmpty, "\(tail)")
      #expect(sheets.map(\.choices) == [expected], "\(tail)")
    }
  }

  @Test("dashes of every kind are no answer", arguments: ["-", "–", "—", "−"])
  func dashes(_ dash: String) {
    let (sheets, problems) = read("1,A,ab\(dash)aaf\(dash)b")
    #expect(problems.isEmpty)
    #expect(sheets.map(\.choices) == [[0, 1, nil, 0, 0, 1, nil, 1]])
  }

  @Test("a title above the table hides nothing but itself", arguments: [";", ",", "\t"])
  func titleAbove(_ separator: String) {
    let line = ["1", "A", "abtaatab"].joined(separator: separator)
    for title in ["Test of class 7b", "   "] {
      let (sheets, problems) = read("\(title)\n\(line)\n")
      #expect(sheets.map(\.pupil.name) == ["Ada"], "\(title)")
      #expect(problems.map(\.line) == (title == "   " ? [] : [1]))
    }
  }

  @Test("a heading is one only on the first line, and not where a pupil is called so")
  func headings() throws {
    let twice = read("Name,Form,1\nName,A,abtaatab\n")
    #expect(twice.problems.map(\.line) == [2])
    let odd = try SampleClass.make(["Name", "Ada"])
    let (sheets, _, problems) = AnswerSheetReader(schoolClass: odd, paper: paper)
      .read(Array("name,A,abtaatab\nada,B,aataatft\n".utf8))
    #expect(sheets.first?.pupil.name == "Name")
    #expect(sheets.count + problems.count == 2)
  }

  @Test("the beginning of a name names nobody in a file")
  func beginnings() {
    let (sheets, problems) = read("Ad,A,abtaatab\nBo,A,abtaatab")
    #expect(sheets.isEmpty)
    #expect(
      problems.map(\.issue) == [.pupil(.unknown("Ad")), .pupil(.unknown("Bo"))]
    )
  }

  @Test("a paper of one question takes one letter a line, or none")
  func oneQuestion() throws {
    let paper = try SampleActivity.paper(1, forms: 1)
    let reader = AnswerSheetReader(schoolClass: schoolClass, paper: paper)
    let (sheets, absent, problems) = reader.read(
      Array("1,A,a\n2,a,-\n3,A,\n4,A,ab\n5,A,a,b\n".utf8)
    )
    #expect(sheets.map(\.choices) == [[0], [nil]])
    #expect(absent.map(\.number) == [3])
    #expect(problems.map(\.line) == [4, 5])
  }

  @Test("no bytes at all trap", arguments: UInt64(0)..<200)
  func anyBytes(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("1aA,;\t\"\n\r -tf".utf8) + [0, 0x7f, 0x80, 0xc3, 0xef, 0xbb, 0xbf, 0xff]
    let bytes = (0..<random.below(400)).map { _ in alphabet[random.below(alphabet.count)] }
    let (sheets, _, problems) = reader.read(bytes)
    let lines = sheets.map(\.line) + problems.map(\.line)
    #expect(Set(lines).count == lines.count)
  }
}
