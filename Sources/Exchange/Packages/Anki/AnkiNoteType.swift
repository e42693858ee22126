/// The note type that our notes have in Anki: its fields, its one card, and how that looks.
enum AnkiNoteType {
  /// Its lasting number.
  ///
  /// Anki takes over no text from a note of another type, or of this one with other fields.
  static let id: Int64 = 1_735_689_600_417
  /// The moment of the last change to its card or style, in seconds since 1970.
  ///
  /// It grows with those alone, so that learners keep the style that they gave it.
  static let changed: Int64 = 1_735_689_600
  /// Its name.
  static let name = "Attaché multiple choice"
  /// Its fields, in the order in which notes hold them; the first is what Anki sorts by.
  static let fields = ["Question", "Options", "Answer", "Explanation", "Sources", "ID"]

  private static let front = """
    <div class="question">{{Question}}</div>
    <div class="options">{{Options}}</div>
    """

  private static let back = """
    {{FrontSide}}
    <hr id="answer">
    <div class="answer">{{Answer}}</div>
    {{#Explanation}}<div class="explanation">{{Explanation}}</div>{{/Explanation}}
    {{#Sources}}<div class="sources">{{Sources}}</div>{{/Sources}}
    """

  /// Colours come from the program but for the answer's, which is legible on light and dark alike.
  private static let style = """
    .card { font-family: sans-serif; font-size: 20px; line-height: 1.4; text-align: left; }
    .question, .options, .answer, .explanation, .sources { max-width: 40em; margin: 0 auto 0.8em; }
    .question { font-weight: bold; }
    .answer { font-weight: bold; color: #1a7f37; }
    .night_mode .answer, .nightMode .answer { color: #57c77a; }
    .sources { font-size: 14px; opacity: 0.75; }
    .options ol { list-style-type: upper-alpha; }
    """

  /// The note type as a collection of schema 11 holds it.
  static var record: AnkiModelRecord {
    AnkiModelRecord(
      id: id,
      name: name,
      mod: changed,
      flds: fields.enumerated().map { place, name in
        AnkiModelRecord.Field(name: name, ord: place, id: id + Int64(place) + 1)
      },
      tmpls: [
        AnkiModelRecord.Template(name: "Card 1", qfmt: front, afmt: back, id: id)
      ],
      css: style
    )
  }
}
