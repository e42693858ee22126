import FoundationEssentials
import GRDB

extension UUID {
  /// Reads a UUID as the file holds it.
  ///
  /// - Throws: SQLite's error for a damaged file if it is none.
  init(stored text: String) throws {
    guard let uuid = UUID(uuidString: text) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(text) is no UUID")
    }
    self = uuid
  }

  /// Reads the usual text of a UUID, in small or capital letters.
  ///
  /// A log holds millions of them, and Foundation reads them through `sscanf`.
  ///
  /// - Returns: `nil` for anything else.
  init?(text: some Collection<UInt8>) {
    guard text.count == 36 else { return nil }
    var (high, low): (UInt64, UInt64) = (0, 0)
    for (place, byte) in text.enumerated() {
      switch place {
      case 8, 13, 18, 23:
        guard byte == UInt8(ascii: "-") else { return nil }
      default:
        guard let digit = UUID.digit(byte) else { return nil }
        if place < 19 { high = high << 4 | digit } else { low = low << 4 | digit }
      }
    }
    self = withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { bytes in
      UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
    }
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 0x30...0x39: UInt64(byte - 0x30)
    case 0x41...0x46: UInt64(byte - 0x41 + 10)
    case 0x61...0x66: UInt64(byte - 0x61 + 10)
    default: nil
    }
  }

  /// Its usual text in capital letters, as Foundation's `uuidString`.
  var text: String {
    String(unsafeUninitializedCapacity: 36) { target in
      withUnsafeBytes(of: uuid) { bytes in
        var place = 0
        for (index, byte) in bytes.enumerated() {
          if index == 4 || index == 6 || index == 8 || index == 10 {
            target[place] = UInt8(ascii: "-")
            place += 1
          }
          target[place] = UUID.letter(byte >> 4)
          target[place + 1] = UUID.letter(byte & 15)
          place += 2
        }
        return place
      }
    }
  }

  private static func letter(_ digit: UInt8) -> UInt8 {
    digit < 10 ? 0x30 + digit : 0x41 + digit - 10
  }

  /// Its sixteen bytes.
  var bytes: Data {
    withUnsafeBytes(of: uuid) { Data($0) }
  }
}
