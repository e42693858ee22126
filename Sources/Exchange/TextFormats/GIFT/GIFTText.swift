/// The escapes of GIFT, as Moodle reads and writes them (`question/format/gift/format.php`).
///
/// While a question is taken apart, a character that was escaped is one byte that no UTF-8 text
/// holds, so that it is never taken for a sign of the format.
enum GIFTText {
  private static let signs: [UInt8] = Array(":#={}~\n".utf8)
  private static let firstStandIn: UInt8 = 0xf8

  /// A text as it stands in a file.
  ///
  /// - Parameter text: Cleaned.
  /// - Returns: One line.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ":", "#", "=", "{", "}", "~":
        result.append("\\")
        result.append(scalar)
      case "\n":
        result.append("\\")
        result.append("n")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A text whose beginning cannot be taken for a weight or for the name of a format.
  static func guarded(_ text: String) -> String {
    let first = text.unicodeScalars.first
    return first == "%" || first == "[" ? "[plain]" + escaped(text) : escaped(text)
  }

  /// Bytes of a file with each escape as one byte.
  static func unescaped(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        isEscaped = false
        if byte == UInt8(ascii: "\\") {
          result.append(byte)
          continue
        }
        let sign = byte == UInt8(ascii: "n") ? 0x0a : byte
        if let place = signs.firstIndex(of: sign) {
          result.append(firstStandIn + UInt8(place))
          continue
        }
        result.append(UInt8(ascii: "\\"))
        result.append(byte)
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        result.append(byte)
      }
    }
    if isEscaped { result.append(UInt8(ascii: "\\")) }
    return result
  }

  /// The text of bytes from ``unescaped(_:)``, blanks at its ends gone.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    PlainText.cleaned(
      String(
        decoding: bytes.map { byte in
          byte >= firstStandIn ? signs[min(Int(byte - firstStandIn), signs.count - 1)] : byte
        },
        as: UTF8.self
      )
    )
  }
}
