package import QuizModel

/// Items as a deck of Anki, in a file that can be imported again: what is new is added, texts that
/// changed are taken over, and what was learnt stays.
package struct AnkiPackage: Sendable {
  private static let collectionFile = "collection.anki2"
  private static let mediaFile = "media"
  /// The moments that Anki can hold, from 1970 to 9999, in milliseconds.
  private static let moments: Range<Int64> = 0..<253_402_300_800_000

  private let bank: String
  private let deck: [String]
  private let topicTitles: [String: String]

  /// A package to be written.
  ///
  /// - Parameters:
  ///   - bank: The identity of the bank that the items come from; with an item's id it is what Anki
  ///     knows a note again by.
  ///   - deck: The name of the deck, its levels from the top; one or more.
  ///   - topicTitles: The titles of topics by their ids, for a deck of each below the deck; empty
  ///     for one deck alone.
  package init(bank: String, deck: [String], topicTitles: [String: String] = [:]) {
    self.bank = bank
    self.deck = deck
    self.topicTitles = topicTitles
  }

  /// The package as an `.apkg` file holds it.
  ///
  /// - Parameters:
  ///   - items: One or more, in the order in which they are shown first; multiple choice or
  ///     true/false.
  ///   - moment: When they were written; Anki takes over a text from a file alone if this is a later
  ///     second than the one it holds.
  /// - Returns: The same bytes for the same items and arguments.
  /// - Throws: ``PackageError``: what is wrong with an item, a name or the moment, or with the
  ///   database or the archive.
  package func bytes(
    of items: [PortableItem],
    at moment: Instant
  ) throws(PackageError) -> [UInt8] {
    guard AnkiPackage.moments.contains(moment.milliseconds) else {
      throw .momentOutOfRange(milliseconds: moment.milliseconds)
    }
    let packaged = try PackagedItem.all(of: items, bank: bank)
    let used = Set(items.map(\.topic))
    let decks = try AnkiDecks(
      bank: bank,
      name: deck,
      titles: topicTitles.filter { used.contains($0.key) }
    )
    let notes = AnkiNote.all(of: packaged)
    let collection = try AnkiCollection(notes: notes, decks: decks, moment: moment).bytes()
    do {
      return try ZipArchive([
        ZipEntry(name: AnkiPackage.collectionFile, content: collection),
        ZipEntry(name: AnkiPackage.mediaFile, text: "{}"),
      ]).bytes()
    } catch {
      throw .archive(error)
    }
  }
}
