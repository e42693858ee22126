import Foundation
import TestSupport

/// Reads packages with Python's standard library.
enum PackageReading {
  /// A file in an archive.
  struct Entry: Decodable, Hashable {
    let name: String
    let content: Data
    /// Year, month, day, hour, minute and second.
    let time: [Int]
    let isDeflated: Bool
  }

  /// An item of QTI.
  struct TestItem: Decodable, Hashable {
    let name: String
    let title: String
    let label: String?
    let stem: String
    let options: [String]
    let key: Int
    let feedback: [String: String]
    let rules: Int
  }

  /// What a deck of Anki holds.
  struct Deck: Decodable {
    let notes: [Note]
    let decks: [String: String]
    let models: [String]
    let modelsFields: [[String]]
    let modified: Int64
    let integrity: String
  }

  /// A note of Anki with its card.
  struct Note: Decodable, Hashable {
    let id: Int64
    let guid: String
    let modified: Int64
    let tags: String
    let fields: [String]
    let card: Int64
    let deck: String
    let due: Int
  }

  /// The files of an archive in their order.
  static func entries(of archive: [UInt8]) throws -> [Entry] {
    try read(
      archive,
      """
      import base64
      answer([
        {"name": i.filename, "content": base64.b64encode(archive.read(i)).decode(),
         "time": list(i.date_time), "isDeflated": i.compress_type == zipfile.ZIP_DEFLATED}
        for i in archive.infolist()])
      """
    )
  }

  /// The items of a QTI package, in the order of its test.
  static func testItems(of package: [UInt8]) throws -> [TestItem] {
    try read(
      package,
      """
      import xml.etree.ElementTree as tree
      q = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
      def text(e):
        return (e.text or "") + "".join(
          ("\\n" if c.tag == q + "br" else text(c)) + (c.tail or "") for c in e)
      def item(root):
        choices = root.findall(f".//{q}simpleChoice")
        names = [c.get("identifier") for c in choices]
        return {
          "name": root.get("identifier"), "title": root.get("title"), "label": root.get("label"),
          "stem": text(root.find(f".//{q}prompt")), "options": [text(c) for c in choices],
          "key": names.index(root.find(f".//{q}correctResponse/{q}value").text),
          "feedback": {
            f.get("identifier"): "|".join(text(p) for p in f.iter() if p.tag in (q + "p", q + "li"))
            for f in root.findall(f"{q}modalFeedback")},
          "rules": len(root.find(f"{q}responseProcessing"))}
      test = tree.fromstring(archive.read("test.xml"))
      answer([item(tree.fromstring(archive.read(r.get("href"))))
              for r in test.iter(q + "assessmentItemRef")])
      """
    )
  }

  /// What a deck of Anki holds, its notes in the order in which they are shown first.
  static func deck(of package: [UInt8]) throws -> Deck {
    try read(
      package,
      """
      import sqlite3, tempfile
      with tempfile.TemporaryDirectory() as folder:
        base = sqlite3.connect(archive.extract("collection.anki2", folder))
        decks, models, modified = base.execute("select decks, models, mod from col").fetchone()
        decks = {int(k): v["name"] for k, v in json.loads(decks).items()}
        models = json.loads(models).values()
        rows = base.execute("select n.id, guid, n.mod, tags, flds, c.id, did, due from notes n"
                            " join cards c on c.nid = n.id order by due").fetchall()
        answer({
          "notes": [
            {"id": r[0], "guid": r[1], "modified": r[2], "tags": r[3],
             "fields": r[4].split("\\x1f"), "card": r[5], "deck": decks[r[6]], "due": r[7]}
            for r in rows],
          "decks": {str(k): v for k, v in decks.items()},
          "models": [m["name"] for m in models],
          "modelsFields": [[f["name"] for f in m["flds"]] for m in models],
          "modified": modified,
          "integrity": base.execute("pragma integrity_check").fetchone()[0]})
      """
    )
  }

  /// The cells of a workbook by their places; texts in quotes, numbers bare.
  static func cells(of workbook: [UInt8]) throws -> [String: String] {
    try read(
      workbook,
      """
      import xml.etree.ElementTree as tree
      s = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
      texts = [t.text or "" for t in
               tree.fromstring(archive.read("xl/sharedStrings.xml")).iter(s + "t")]
      sheet = tree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
      assert not list(sheet.iter(s + "f"))
      answer({
        c.get("r"): '"' + texts[int(c[0].text)] + '"' if c.get("t") == "s" else c[0].text
        for c in sheet.iter(s + "c")})
      """
    )
  }

  private static func read<Answer: Decodable>(
    _ archive: [UInt8],
    _ program: String
  ) throws -> Answer {
    let preface = """
      import io, json, sys, zipfile
      archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
      assert archive.testzip() is None
      def answer(value):
        sys.stdout.write(json.dumps(value))

      """
    let answer = try Python.run(preface + program, input: Data(archive))
    return try JSONDecoder().decode(Answer.self, from: answer)
  }
}
