import Exchange
import QuizModel
import Testing

@Suite("A file from a stranger")
struct HostileFilesTests {
  private func error(_ bytes: [UInt8], _ format: TextFormat = .moodle) -> ImportError? {
    do throws(ImportError) {
      _ = try format.items(in: bytes)
      return nil
    } catch {
      return error
    }
  }

  private func error(_ text: String, _ format: TextFormat = .moodle) -> ImportError? {
    error(Array(text.utf8), format)
  }

  @Test("is refused by its first bytes, its size and its encoding", arguments: TextFormat.allCases)
  func front(_ format: TextFormat) {
    #expect(error([0x50, 0x4b, 0x03, 0x04, 0x14], format)?.issue == .archive)
    #expect(error([0xff, 0xfe, 0x3c, 0x00], format)?.issue == .wideText)
    #expect(error([0xfe, 0xff, 0x00, 0x3c], format)?.issue == .wideText)
    #expect(error([0x3c, 0x00, 0x3f, 0x00], format)?.issue == .wideText)
    #expect(error([0x00, 0x3c, 0x00, 0x3f], format)?.issue == .wideText)
    #expect(error([0x00, 0x00, 0xfe, 0xff], format)?.issue == .wideText)
    #expect(
      error(Array("a\r\nb\r é".utf8) + [0xe9, 0x21], format)
        == ImportError(line: 3, column: 3, .notUTF8)
    )
    #expect(
      error([0xef, 0xbb, 0xbf, 0xc0, 0x80], format) == ImportError(line: 1, column: 1, .notUTF8)
    )
    let large = [UInt8](repeating: 0x0a, count: (32 << 20) + 1)
    #expect(error(large, format) == ImportError(.tooLarge(limit: 32 << 20)))
  }

  @Test("is read with a byte-order mark", arguments: TextFormat.allCases)
  func byteOrderMark(_ format: TextFormat) throws {
    var random = RandomItems(seed: 5)
    let bytes = format.bytes(of: random.items(3))
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let marked = bytes.starts(with: mark) ? bytes : mark + bytes
    #expect(try format.items(in: marked) == format.items(in: bytes))
  }

  @Test(
    "declares no document type and no entity",
    arguments: [
      "<!DOCTYPE quiz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><quiz>&b;</quiz>",
      "<!doctype quiz SYSTEM \"file:///etc/passwd\"><quiz/>",
      "<quiz><!ENTITY x SYSTEM \"http://example.org/\"></quiz>",
      "<!-- a --><!DOCTYPE quiz><quiz/>",
      "<?x <!-- ?><!DOCTYPE quiz><quiz/>",
      "<!--> <![CDATA[ --><!DOCTYPE quiz [<!ENTITY a \"]]>\">]><quiz>&a;</quiz>",
      "<?x?><?y <![CDATA[ ?><!DOCTYPE quiz [<!ENTITY a \"]]>\">]><quiz>&a;</quiz>",
    ]
  )
  func documentTypes(_ text: String) {
    let found = error("<?xml version='1.0'?>\n \(text)")
    #expect(found?.issue == .documentType)
    #expect(found?.line == 2)
  }

  @Test("may speak of document types and entities in its texts")
  func harmless() throws {
    var random = RandomItems(seed: 1)
    let item = random.item()
    let text = String(decoding: TextFormat.moodle.bytes(of: [item]), as: UTF8.self)
      .replacing("<quiz>", with: "<quiz><!-- <!DOCTYPE x> --><x><![CDATA[<!ENTITY y>]]></x>")
    #expect(try TextFormat.moodle.items(in: Array(text.utf8)).items == [item])
  }

  @Test("is in no other encoding, no other document, and well formed")
  func documents() {
    let latin = "<?xml version=\"1.0\" encoding = 'ISO-8859-1'?><quiz/>"
    #expect(error(latin) == ImportError(line: 1, column: 1, .otherEncoding(name: "ISO-8859-1")))
    let decoy = "<?xml version=\"1.0\" encoding=\"utf-8\" encoding=\"UTF-7\"?>"
    #expect(error(decoy + "<quiz>+ADwAIQ-</quiz>") == nil)
    #expect(error("\n <?xml version=\"1.0\" encoding=\"utf-8\"?>\n<quiz/>") == nil)
    #expect(error("<html/>")?.issue == .unexpectedRoot(name: "html"))
    #expect(error("x")?.issue == .unexpectedRoot(name: ""))
    let faults: [(String, XMLFault)] = [
      ("<quiz>", .openElement(name: "quiz")), ("<quiz/>x", .secondRoot),
      ("<quiz/><quiz/>", .secondRoot), ("<quiz>&nbsp;</quiz>", .unknownReference(name: "nbsp")),
      ("<quiz>a & b</quiz>", .unknownReference(name: "")),
      ("<quiz>&#xd800;</quiz>", .unknownReference(name: "#xd800")),
      ("<quiz a=1/>", .unknownMarkup), ("<quiz a='1'b='2'/>", .unknownMarkup),
      ("<quiz a='1' a='2'/>", .repeatedAttribute(name: "a")), ("<quiz", .unknownMarkup),
      ("<quiz><!-- </quiz>", .unknownMarkup), ("<quiz><![CDATA[ </quiz>", .unknownMarkup),
      ("<quiz><!x></quiz>", .unknownMarkup), ("<quiz>< a/></quiz>", .unknownMarkup),
      ("</quiz>", .unexpectedEnd(name: "quiz")),
      ("<quiz><a></b></quiz>", .unexpectedEnd(name: "b")),
    ]
    for (text, fault) in faults { #expect(error(text)?.issue == .malformedXML(fault), "\(text)") }
    #expect(
      error("\n\r\n<quiz>\r é<question></quiz>")
        == ImportError(line: 4, column: 20, .malformedXML(.unexpectedEnd(name: "quiz")))
    )
  }

  @Test("stands in itself no deeper than is sensible")
  func depth() {
    let deep = "<quiz>" + String(repeating: "<a>", count: 100_000)
    #expect(error(deep)?.issue == .nestedTooDeeply(limit: 64))
    let json = String(repeating: "[", count: 100_000)
    #expect(error("{\"stem\":" + json, .jsonLines)?.issue == .malformedJSON)
  }

  @Test("holds no more questions than are read")
  func tooMany() {
    let limit = ImportedItems.limit
    let questions = String(repeating: "<question type=\"essay\"/>", count: limit + 1)
    #expect(error("<quiz>\(questions)</quiz>")?.issue == .tooManyItems(limit: limit))
    let gift = String(repeating: "a{T}\n\n", count: limit) + "a{T}"
    #expect(
      error(gift, .gift) == ImportError(line: 2 * limit + 1, .tooManyItems(limit: limit))
    )
  }

  @Test("says which property of which line is missing or wrong")
  func lines() {
    #expect(
      error("\n{\"stem\":\"a\"}", .jsonLines) == ImportError(line: 2, .missingField(name: "key"))
    )
    #expect(
      error("{\"stem\":\"a\",\"key\":-1}", .jsonLines)
        == ImportError(line: 1, .wrongValue(found: "-1", field: "key"))
    )
    #expect(
      error("{\"stem\":1,\"key\":0}", .jsonLines)
        == ImportError(line: 1, column: 1, .malformedJSON)
    )
  }

  @Test("does no harm, however it was damaged", arguments: TextFormat.allCases)
  func mutations(_ format: TextFormat) {
    var random = SplitMix64(seed: 11)
    var read = 0
    var refused = 0
    for seed in UInt64(1)...300 {
      var items = RandomItems(seed: seed)
      var bytes = format.bytes(of: items.items(2))
      let tokens = [
        "{", "}", "\"", "<", ">", "]]>", "\\", "~", "=", "\n", ",", "'", "</text>", "#",
      ]
      .map { Array($0.utf8) }
      for _ in 0...random.below(4) {
        let place = random.below(bytes.count)
        switch random.below(5) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(20)))
        case 2: bytes.insert(contentsOf: tokens[random.below(tokens.count)], at: place)
        case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
        default: bytes.removeSubrange(place...)
        }
        if bytes.isEmpty { bytes = [0x0a] }
      }
      do throws(ImportError) {
        let imported = try format.items(in: bytes)
        // What was read can be held by every format.
        for item in imported.items {
          #expect(item == item.cleaned)
          #expect(item.options.indices.contains(item.key))
          #expect((2...5).contains(item.options.count))
        }
        read += 1
      } catch {
        refused += 1
      }
    }
    #expect(read > 0 && refused > 0)
  }

  @Test("is taken to pieces in no time that grows with its square")
  func broadFiles() throws {
    // Each of these would take minutes if it were searched anew from every place.
    let count = 200_000
    let texts: [(TextFormat, String)] = [
      (.gift, String(repeating: "{", count: count)),
      (.gift, String(repeating: "~=#:", count: count)),
      (.gift, "a{" + String(repeating: "~a#b", count: count) + "}"),
      (.gift, "::" + String(repeating: ":a", count: count) + "{T}"),
      (.gift, "[html]" + String(repeating: "<a '>' ", count: count) + "{T}"),
      (.gift, "[html]" + String(repeating: "<!--", count: count) + ">{T}"),
      (.gift, "[html]" + String(repeating: "<script>", count: count) + "{T}"),
      (.gift, "[html]" + String(repeating: "&", count: count) + "{T}"),
      (.aiken, String(repeating: "A", count: count)),
      (.aiken, String(repeating: "Q\n", count: count)),
      (.table, "stem,key,option1,option2\n" + String(repeating: "'", count: count)),
      (.jsonLines, String(repeating: "{\"a\":", count: count)),
      (.moodle, "<quiz " + String(repeating: "a", count: count) + "='1'/>"),
      (.moodle, "<quiz>" + String(repeating: "<!--", count: count)),
      (.moodle, "<quiz " + String(repeating: "a='", count: count)),
    ]
    for (format, text) in texts {
      do throws(ImportError) {
        #expect(try format.items(in: Array(text.utf8)).items.count <= 1)
      } catch {
        #expect(error.line != nil)
      }
    }
  }
}
