import LineEditing
import Testing

@Suite struct PromptTests {
  /// A text, and what is left of it as a coloured prompt.
  struct Text: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let styled: String
    let marked: String
    let plain: String

    init(_ description: String, _ text: String, styled: String, marked: String, plain: String) {
      testDescription = description
      self.text = text
      self.styled = styled
      self.marked = marked
      self.plain = plain
    }
  }

  @Test(arguments: [
    Text("plain", "Côte> ", styled: "Côte> ", marked: "Côte> ", plain: "Côte> "),
    Text("empty", "", styled: "", marked: "", plain: ""),
    Text(
      "colour",
      "\u{1B}[1;32m>\u{1B}[m ",
      styled: "\u{1B}[1;32m>\u{1B}[m ",
      marked: "\u{1}\u{1B}[1;32m\u{2}>\u{1}\u{1B}[m\u{2} ",
      plain: "> "
    ),
    Text("cursor movement", "a\u{1B}[2Jb", styled: "ab", marked: "ab", plain: "ab"),
    Text("private sequence", "a\u{1B}[?25lb", styled: "ab", marked: "ab", plain: "ab"),
    Text("private sequence with m", "a\u{1B}[>4mb", styled: "ab", marked: "ab", plain: "ab"),
    Text("eight-bit sequence", "a\u{9B}2Jb", styled: "ab", marked: "ab", plain: "ab"),
    Text("unfinished sequence", "a\u{1B}[12", styled: "a", marked: "a", plain: "a"),
    Text("lone escape", "a\u{1B}", styled: "a", marked: "a", plain: "a"),
    Text("window title", "\u{1B}]0;x\u{7}a", styled: "]0;xa", marked: "]0;xa", plain: "]0;xa"),
    Text("marks of readline", "\u{1}a\u{2}", styled: "a", marked: "a", plain: "a"),
    Text("line ends", "a\r\n\u{2028}b\u{0}\u{7F}", styled: "ab", marked: "ab", plain: "ab"),
  ])
  func onlyTextAndColourComeThrough(text: Text) {
    #expect(Prompt(styled: text.text).styled == text.styled)
    #expect(Prompt(styled: text.text).marked == text.marked)
    #expect(Prompt(plain: text.text).marked == text.plain)
  }
}
