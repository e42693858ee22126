/// A note type, in the words of the JSON that a collection of schema 11 holds; what is not said here
/// stands in a collection that Anki itself exports.
struct AnkiModelRecord: Encodable {
  /// A field of a note.
  struct Field: Encodable {
    /// What it is called.
    let name: String
    /// Its place, from 0 on.
    let ord: Int
    /// Its lasting number.
    let id: Int64
    /// Whether the next new note begins with what the last one held.
    let sticky = false
    /// Whether it is written from right to left.
    let rtl = false
    /// The font of the editor.
    let font = "Arial"
    /// The size of that font.
    let size = 20
  }

  /// What makes a card of a note.
  struct Template: Encodable {
    /// What it is called.
    let name: String
    /// The question's side.
    let qfmt: String
    /// The answer's side.
    let afmt: String
    /// Its lasting number.
    let id: Int64
    /// Its place, from 0 on.
    let ord = 0
    /// The question as the browser shows it; empty for the same.
    let bqfmt = ""
    /// The answer as the browser shows it; empty for the same.
    let bafmt = ""
    /// The deck that its cards go to instead of the note's.
    let did = AnkiNothing()
  }

  /// Its lasting number.
  let id: Int64
  /// What it is called.
  let name: String
  /// When it was changed, in seconds since 1970.
  let mod: Int64
  /// Its fields.
  let flds: [Field]
  /// Its templates.
  let tmpls: [Template]
  /// How cards look.
  let css: String
  /// 0 for a usual note type, 1 for gaps.
  let type = 0
  /// The update that brought it; -1 for one to come.
  let usn = -1
  /// The deck that the last note went to.
  let did = AnkiNothing()
  /// The place of the field to sort by.
  let sortf = 0
  /// What stands before formulas for LaTeX.
  let latexPre = ""
  /// What stands after them.
  let latexPost = ""
}

/// A key that has to be there without a value.
struct AnkiNothing: Encodable {
  /// Writes null.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encodeNil()
  }
}

/// A deck, in the words of the JSON that a collection of schema 11 holds.
struct AnkiDeckRecord: Encodable {
  /// Its lasting number.
  let id: Int64
  /// Its name, its levels parted by two colons.
  let name: String
  /// When it was changed, in seconds since 1970.
  let mod: Int64
  /// The update that brought it; -1 for one to come.
  let usn = -1
  /// What is said of it.
  let desc = ""
  /// 0 for a usual deck, 1 for a filtered one.
  let dyn = 0
  /// The number of its options.
  let conf: Int64 = 1
  /// Whether the list of decks folds it.
  let collapsed = false
  /// New cards added to today's.
  let extendNew = 0
  /// Reviews added to today's.
  let extendRev = 0
  /// The day, and what was learnt on it.
  let lrnToday = [0, 0]
  /// The day, and what was reviewed on it.
  let revToday = [0, 0]
  /// The day, and what was new on it.
  let newToday = [0, 0]
  /// The day, and the time spent on it.
  let timeToday = [0, 0]
}

/// The options of decks, in the words of the JSON that a collection of schema 11 holds: Anki's own
/// defaults.
struct AnkiOptionsRecord: Encodable {
  /// How new cards are treated.
  struct New: Encodable {
    /// The minutes between the first steps.
    let delays = [1.0, 10.0]
    /// The factor of the first interval, in thousandths.
    let initialFactor = 2500
    /// The first intervals, in days.
    let ints = [1, 4, 0]
    /// 1 to show them in their order.
    let order = 1
    /// How many a day.
    let perDay = 20
    /// Whether others of the same note wait for the next day.
    let bury = false
  }

  /// How reviews are treated.
  struct Review: Encodable {
    /// How many a day.
    let perDay = 200
    /// What an easy answer adds.
    let ease4 = 1.3
    /// What stretches all intervals.
    let ivlFct = 1.0
    /// The longest interval, in days.
    let maxIvl = 36_500
    /// Whether others of the same note wait for the next day.
    let bury = false
  }

  /// How forgotten cards are treated.
  struct Lapse: Encodable {
    /// The minutes between the steps.
    let delays = [10.0]
    /// What happens to a card forgotten too often: 1 for a tag.
    let leechAction = 1
    /// How often is too often.
    let leechFails = 8
    /// The shortest interval afterwards, in days.
    let minInt = 1
    /// What the interval shrinks to.
    let mult = 0.0
  }

  /// Their lasting number.
  let id: Int64 = 1
  /// What they are called.
  let name = "Default"
  /// When they were changed, in seconds since 1970.
  let mod: Int64 = 0
  /// The update that brought them.
  let usn = 0
  /// The seconds that count at most.
  let maxTaken = 60
  /// Whether sound plays by itself.
  let autoplay = true
  /// 0 for no clock.
  let timer = 0
  /// Whether the question's sound is played again with the answer.
  let replayq = true
  /// Whether they are a filtered deck's.
  let dyn = false
  /// How new cards are treated.
  let new = New()
  /// How reviews are treated.
  let rev = Review()
  /// How forgotten cards are treated.
  let lapse = Lapse()
}

/// The settings of a collection, in the words of the JSON that one of schema 11 holds.
struct AnkiSettingsRecord: Encodable {
  /// The place of the next new card.
  let nextPos: Int
  /// The scheduler's version.
  let schedVer = 2
  /// The deck that is open.
  let curDeck = 1
  /// The decks that are open with it.
  let activeDecks = [1]
  /// Where new cards come in between reviews.
  let newSpread = 0
  /// How long later cards may come earlier, in seconds.
  let collapseTime = 1200
  /// When to stop, in seconds; 0 for never.
  let timeLim = 0
  /// Whether the time until the next showing is said.
  let estTimes = true
  /// Whether what is left is said.
  let dueCounts = true
  /// What the browser sorts by.
  let sortType = "noteFld"
  /// Whether the browser sorts the other way round.
  let sortBackwards = false
  /// Whether new notes go to the open deck.
  let addToCur = true
}
